/** All that names stages and personas in a world, row by row, read through Strapi; and what a merge makes of it. */
import { rowsOf } from '../../server/src/strapi';
import { ITEM_UID } from '../site/sales';
import type { Site } from '../site/site';
import { PERSONA, STAGE, TARGET } from './build';
import { uidOf, WORLD_TYPES } from './site-types';

interface Related {
  slug: string;
}

/** Slugs by relation, in order. */
type Links = Record<string, string[]>;

export interface TagState {
  /** By type, document id, locale and version. */
  rows: Record<string, { links: Links; updatedAt: string }>;
  /** By slugs of the cell and what it is narrowed to. */
  targets: Record<string, number>;
}

const RELATIONS: Record<string, string[]> = {
  [ITEM_UID]: ['stage', 'resolveByStage', 'personas'],
};
const TAGS = ['journeyStage', 'personas'];

/** Opted-out types too, drafts, published versions, all locales, and items. */
export async function readTags(site: Site): Promise<TagState> {
  const state: TagState = { rows: {}, targets: {} };
  for (const uid of [...WORLD_TYPES.map(uidOf), ITEM_UID]) {
    const relations = RELATIONS[uid] ?? TAGS;
    const rows = await rowsOf<Record<string, unknown>>(site.strapi, uid).findMany({
      populate: Object.fromEntries(relations.map((name) => [name, { select: ['slug'] }])),
    });
    for (const row of rows) {
      const version = row.publishedAt === null ? 'draft' : 'published';
      const key = [uid, row.documentId, row.locale, version].join(' ');
      const links = relations.map((name) => [
        name,
        ([row[name] ?? []].flat() as Related[]).map(({ slug }) => slug),
      ]);
      state.rows[key] = {
        links: Object.fromEntries(links) as Links,
        updatedAt: new Date(row.updatedAt as string).toISOString(),
      };
    }
  }
  const slugOf = new Map<string, string>([['', '']]);
  for (const uid of [STAGE, PERSONA]) {
    const terms = await rowsOf<Related & { documentId: string }>(site.strapi, uid).findMany({});
    for (const { documentId, slug } of terms) slugOf.set(documentId, slug);
  }
  const targets = await rowsOf<{ stage: string; persona: string; scope: string; value: number }>(
    site.strapi,
    TARGET
  ).findMany({});
  for (const { stage, persona, scope, value } of targets) {
    const key = [slugOf.get(stage) ?? stage, slugOf.get(persona) ?? persona, scope].join('|');
    state.targets[key] = value;
  }
  return state;
}

/** What a merge has to make of it, entry by entry. Slugs of stages and personas never meet in a world. */
export function afterMerge(before: TagState, from: string, to: string): TagState {
  const after: TagState = { rows: {}, targets: {} };
  for (const [key, { links, updatedAt }] of Object.entries(before.rows)) {
    const merged = Object.entries(links).map(([name, slugs]) => [
      name,
      slugs.includes(to)
        ? slugs.filter((slug) => slug !== from)
        : slugs.map((slug) => (slug === from ? to : slug)),
    ]);
    after.rows[key] = { links: Object.fromEntries(merged) as Links, updatedAt };
  }
  for (const [key, value] of Object.entries(before.targets)) {
    const [stage = '', persona = '', scope = ''] = key.split('|');
    const renamed = [stage, persona].map((slug) => (slug === from ? to : slug));
    const cell = [...renamed, scope].join('|');
    after.targets[cell] = Math.max(after.targets[cell] ?? 0, value);
  }
  return after;
}

/** How many rows of links and targets name the term. */
export function countUses({ rows, targets }: TagState, slug: string): number {
  const links = Object.values(rows).flatMap((row) => Object.values(row.links));
  const cells = Object.keys(targets).map((key) => key.split('|').slice(0, 2));
  return [...links, ...cells].filter((slugs) => slugs.includes(slug)).length;
}
