/** Stages and personas by their slugs. */
import { refusal } from '../../refusal';
import { getService } from '../../services';
import type { Strapi } from '../../strapi';

interface Named {
  stage?: string | null;
  resolveByStage?: string | null;
  personas?: string[];
}

/** Document ids, as the Document Service takes relations; what was not named is left out. */
export interface TermData {
  stage?: string | null;
  resolveByStage?: string | null;
  personas?: string[];
}

/** @throws {ValidationError} naming the field whose slug is unknown. */
export async function termData(strapi: Strapi, named: Named): Promise<TermData> {
  const taxonomy = getService(strapi, 'taxonomy');
  const stages = bySlug(await taxonomy.stages());
  const personas = bySlug(await taxonomy.personas());
  const data: TermData = {};
  for (const field of ['stage', 'resolveByStage'] as const) {
    const slug = named[field];
    if (slug !== undefined) data[field] = slug === null ? null : idOf(stages, field, slug);
  }
  if (named.personas)
    data.personas = named.personas.map((slug) => idOf(personas, 'personas', slug));
  return data;
}

function bySlug(terms: { slug: string; documentId: string }[]): Map<string, string> {
  return new Map(terms.map(({ slug, documentId }) => [slug, documentId]));
}

function idOf(ids: Map<string, string>, field: string, slug: string): string {
  const id = ids.get(slug);
  if (id !== undefined) return id;
  throw refusal(field, `there is no “${slug}”`);
}
