/** Retired stages and personas in coverage: there as long as something uses them, and asked for nothing. */
import { PERSONA_UID, STAGE_UID } from '../constants';
import { getService } from '../services';
import type { Strapi } from '../strapi';
import type { TargetOf } from './targets';

interface Term {
  id: number;
  documentId: string;
  retired: boolean;
}

/** Stages and personas in order, without retired ones that nothing uses. No statement more where none is retired. */
export async function termsInCoverage(strapi: Strapi) {
  const taxonomy = getService(strapi, 'taxonomy');
  return {
    stages: await stillUsed(strapi, STAGE_UID, await taxonomy.stages()),
    personas: await stillUsed(strapi, PERSONA_UID, await taxonomy.personas()),
  };
}

async function stillUsed<Row extends Term>(
  strapi: Strapi,
  uid: string,
  terms: Row[]
): Promise<Row[]> {
  const retired = terms.filter((term) => term.retired).map(({ id }) => id);
  if (retired.length === 0) return terms;
  const uses = await getService(strapi, 'tagging').countUses(uid, retired);
  return terms.filter((term) => !term.retired || uses.has(term.id));
}

/** Cells of what is retired are out of scope, whatever target was set for them. */
export function withoutRetired(targetOf: TargetOf, ...terms: Term[]): TargetOf {
  const retired = new Set(terms.filter((term) => term.retired).map(({ documentId }) => documentId));
  if (retired.size === 0) return targetOf;
  return (stage, persona) =>
    retired.has(stage) || (persona !== null && retired.has(persona)) ? 0 : targetOf(stage, persona);
}
