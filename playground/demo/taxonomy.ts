import { personaData, stageData } from './data-shapes';
import { readList } from './data';
import { documentsOf, type Strapi } from './documents';
import { eachWithProgress } from './report';

/** documentIds by slug. */
export type BySlug = Map<string, string>;

export const STAGE_UID = 'plugin::buyer-journey.stage';
const PERSONA_UID = 'plugin::buyer-journey.persona';

/** Creates the stages and personas. */
export async function seedTaxonomy(strapi: Strapi): Promise<{ stages: BySlug; personas: BySlug }> {
  const stages: BySlug = new Map();
  await eachWithProgress('Stages', readList('stages.json', stageData), async (data) => {
    const { documentId } = await documentsOf(strapi, STAGE_UID).create({ data });
    stages.set(data.slug, documentId);
  });
  const personas: BySlug = new Map();
  await eachWithProgress('Personas', readList('personas.json', personaData), async (data) => {
    const { documentId } = await documentsOf(strapi, PERSONA_UID).create({ data });
    personas.set(data.slug, documentId);
  });
  return { stages, personas };
}

/**
 * The document behind a slug.
 * @throws {Error} when a data file names a slug that no other file defines.
 */
export function idOf(bySlug: BySlug, slug: string): string {
  const documentId = bySlug.get(slug);
  if (!documentId) throw new Error(`The demo data name "${slug}", which does not exist.`);
  return documentId;
}

/** As `idOf`, for a reference that may be empty. */
export function idOrNull(bySlug: BySlug, slug: string | null): string | null {
  return slug === null ? null : idOf(bySlug, slug);
}
