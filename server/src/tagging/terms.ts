/** Names of stages, personas and reps by their row ids. */
import { inChunks } from '../chunks';
import { PERSONA_UID, REP_UID, STAGE_UID } from '../constants';
import { rowsOf, type Strapi } from '../strapi';
import { idsOf, TAGS, type Tag, type TagIds } from './tag-links';

/** Tags under some name: document id, or slug. */
export interface NamedTags {
  stage: string | null;
  personas: string[];
  contributors: string[];
}

interface Term {
  id: number;
  documentId: string;
  slug: string;
}

const TARGETS: Record<Tag, string> = {
  stage: STAGE_UID,
  personas: PERSONA_UID,
  contributors: REP_UID,
};

/** The terms that some tags point at. */
export interface Terms {
  /** Slugs, in alphabetical order, as events tell them. */
  slugs: (tags: TagIds) => NamedTags;
  /** Document ids, which outlast an export and import, in the order of the tags. */
  documentIds: (tags: TagIds) => NamedTags;
}

/** Looks up what the tags point at; a statement for each kind that occurs. */
export async function termsOf(strapi: Strapi, tags: TagIds[]): Promise<Terms> {
  const known = { stage: new Map<number, Term>(), personas: new Map(), contributors: new Map() };
  for (const tag of TAGS) {
    const ids = [...new Set(tags.flatMap((set) => idsOf(set, tag)))];
    for (const term of await termsWhere(strapi, tag, 'id', ids)) known[tag].set(term.id, term);
  }
  const named = (name: 'slug' | 'documentId') => (set: TagIds) => {
    const [stage, personas, contributors] = TAGS.map((tag) =>
      idsOf(set, tag).flatMap((id) => (known[tag].get(id) as Term | undefined)?.[name] ?? [])
    ) as [string[], string[], string[]];
    return { stage: stage[0] ?? null, personas, contributors };
  };
  const bySlug = named('slug');
  return {
    documentIds: named('documentId'),
    slugs: (set) => {
      const { stage, personas, contributors } = bySlug(set);
      return { stage, personas: personas.sort(), contributors: contributors.sort() };
    },
  };
}

/** Stages, personas or reps by row id, document id or slug; those that are not there are left out. */
export async function termsWhere(
  strapi: Strapi,
  tag: Tag,
  field: 'id' | 'documentId' | 'slug',
  values: (number | string)[]
): Promise<Term[]> {
  const terms: Term[] = [];
  await inChunks(values, async (some) => {
    const where = { [field]: { $in: some } };
    const select = ['id', 'documentId', 'slug'];
    terms.push(...(await rowsOf<Term>(strapi, TARGETS[tag]).findMany({ where, select })));
  });
  return terms;
}
