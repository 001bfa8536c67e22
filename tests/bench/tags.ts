/** Tags of bench documents: stages, personas and contributors, spread the same way in every run. */
import { modelOf, type JoinTable } from '../../server/src/strapi';
import { aPersona, aRep, aStage } from '../site/people';
import type { Site } from '../site/site';

/** Rows per statement, within what SQLite takes. */
export const CHUNK = 500;
const TAG_NAMES = ['journeyStage', 'personas', 'contributors'] as const;
type TagName = (typeof TAG_NAMES)[number];

interface Term {
  id: number;
  slug: string;
}

export interface Terms {
  stages: Term[];
  personas: Term[];
  reps: Term[];
}

/** The tags of one version. */
export type Tags = Record<TagName, Term[]>;

/** Adds stages and personas to the site until it has as many as wanted. */
export async function growTerms(
  site: Site,
  terms: Terms,
  size: { stages: number; personas: number }
): Promise<void> {
  for (let position = terms.stages.length; position < size.stages; position += 1) {
    const stage = await aStage(site, `Stage-${position}`, { position });
    terms.stages.push(stage as unknown as Term);
  }
  for (let position = terms.personas.length; position < size.personas; position += 1) {
    const persona = await aPersona(site, `Persona-${position}`, { position });
    terms.personas.push(persona as unknown as Term);
  }
  for (let index = terms.reps.length; index < 20; index += 1) {
    terms.reps.push((await aRep(site, `Author ${index}`)) as unknown as Term);
  }
}

/**
 * The tags of a version: one in ten has no stage, one in four no persona, the others up to three; one in
 * five names a contributor.
 * @param seed the same one gives the same tags.
 */
export function tagsFor({ stages, personas, reps }: Terms, seed: number): Tags {
  const next = dice(seed);
  const some = (terms: Term[], length: number) => {
    const first = next(terms.length);
    return Array.from({ length }, (_, nth) => terms[(first + nth) % terms.length] as Term);
  };
  return {
    journeyStage: some(stages, next(10) === 0 ? 0 : 1),
    personas: some(personas, next(4)),
    contributors: some(reps, next(5) === 0 ? 1 : 0),
  };
}

/** Links rows of a type to their tags, which must have none yet. */
export async function insertTags(
  site: Site,
  uid: string,
  tagged: { id: number; tags: Tags }[]
): Promise<void> {
  for (const tag of TAG_NAMES) {
    const { name, joinColumn, inverseJoinColumn } = linkOf(site, uid, tag);
    const links = tagged.flatMap(({ id, tags }) =>
      tags[tag].map((term) => ({ [joinColumn.name]: id, [inverseJoinColumn.name]: term.id }))
    );
    await site.strapi.db.connection.batchInsert(name, links, CHUNK);
  }
}

/** Takes all tags from all rows of a type. */
export async function removeTags(site: Site, uid: string): Promise<void> {
  for (const tag of TAG_NAMES) await site.strapi.db.connection(linkOf(site, uid, tag).name).del();
}

function linkOf({ strapi }: Site, uid: string, tag: TagName): JoinTable {
  const link = modelOf(strapi, uid)?.attributes[tag]?.joinTable;
  if (!link) throw new Error(`${uid} has no ${tag}.`);
  return link;
}

/** Numbers below `sides` that look random and are the same in every run. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}
