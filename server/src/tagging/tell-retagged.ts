/** Telling of changed tags where many entries are retagged at once, past the Document Service. */
import { isDeepStrictEqual } from 'node:util';

import type { PluginConfig } from '../config';
import { inChunks } from '../chunks';
import { PLUGIN_ID } from '../constants';
import { contentTypes, tableIn, type ContentTypeSchema, type Strapi, type Trx } from '../strapi';
import { emitAfterCommit, type TagsChanged } from './emit-changes';
import { linkTables } from './link-tables';
import { optInState } from './opt-in';
import { tagsOfLive, type LiveVersion } from './tell-changes';

/** Rows of one tagged type. */
interface Tagged {
  type: ContentTypeSchema;
  ids: number[];
}

/**
 * Retags, and tells of each live version whose tags are others afterwards, once all is committed.
 * @param id row id of the stage or persona whose entries are looked at: before the work where it loses them.
 */
export async function tellRetagged(
  strapi: Strapi,
  trx: Trx,
  target: string,
  id: number,
  work: () => Promise<void>
): Promise<void> {
  await tellOf(strapi, await taggedRows(strapi, trx, target, id), work);
}

/** As `tellRetagged`, for rows that are known: ids by uid. */
export function tellOfRows(
  strapi: Strapi,
  rows: Map<string, number[]>,
  work: () => Promise<void>
): Promise<void> {
  const tagged = [...rows].flatMap(([uid, ids]) => {
    const type = taggedType(strapi, uid);
    return type ? [{ type, ids: [...new Set(ids)] }] : [];
  });
  return tellOf(strapi, tagged, work);
}

async function tellOf(strapi: Strapi, tagged: Tagged[], work: () => Promise<void>): Promise<void> {
  const before = await versionsOf(strapi, tagged);
  await work();
  const after = await versionsOf(strapi, tagged);
  const changes: TagsChanged[] = [...before].flatMap(([key, { uid, ...version }]) => {
    const now = after.get(key);
    if (!now || isDeepStrictEqual(version.tags, now.tags)) return [];
    const { documentId, locale, tags } = version;
    return [{ uid, documentId, locale, before: tags, after: now.tags }];
  });
  await emitAfterCommit(strapi, changes);
}

function taggedType(strapi: Strapi, uid: string): ContentTypeSchema | undefined {
  return contentTypes(strapi).find((type) => type.uid === uid && optInState(type) === 'optedIn');
}

async function taggedRows(strapi: Strapi, trx: Trx, target: string, id: number): Promise<Tagged[]> {
  const tagged: Tagged[] = [];
  for (const { uid, tag, table, ownerColumn, targetColumn, ...link } of linkTables(strapi)) {
    const type = taggedType(strapi, uid);
    if (!type || tag === null || link.target !== target) continue;
    const rows: { id: number }[] = await tableIn(strapi, trx, table)
      .where(targetColumn, id)
      .select({ id: ownerColumn });
    tagged.push({ type, ids: rows.map((row) => row.id) });
  }
  return tagged;
}

async function versionsOf(
  strapi: Strapi,
  tagged: Tagged[]
): Promise<Map<string, LiveVersion & { uid: string }>> {
  const { fieldNames } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  const versions = new Map<string, LiveVersion & { uid: string }>();
  for (const { type, ids } of tagged) {
    await inChunks(ids, async (some) => {
      const live = await tagsOfLive(strapi, type, { id: { $in: some } }, fieldNames);
      for (const version of live) {
        const key = `${type.uid} ${version.documentId} ${version.locale ?? ''}`;
        versions.set(key, { uid: type.uid, ...version });
      }
    });
  }
  return versions;
}
