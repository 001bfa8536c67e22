/** Which versions get other tags than they have. */
import {
  TAG_COLUMNS,
  type TagColumn,
  type TaggedVersions,
} from '../../../../contracts/tagging-csv';
import type { PluginConfig } from '../../config';
import { PLUGIN_ID } from '../../constants';
import { inChunks } from '../../chunks';
import { tableIn, type JoinTable, type Strapi, type Trx } from '../../strapi';
import type { TypeTables } from '../../type-tables';
import { linksOf } from '../links';
import type { WantedEntry, WantedTags } from './wanted-tags';

/** Row ids of the targets, by tag and row id of the version. */
export type TagsOfRows = Record<TagColumn, Map<number, number[]>>;

/** A version that gets other tags. */
export interface TagChange {
  /** Row of the file. */
  row: number;
  /** Row id of the version. */
  id: number;
  documentId: string;
  locale: string | null;
  isLive: boolean;
  before: Record<TagColumn, number[]>;
  /** The tags that become others. */
  after: WantedTags;
}

/** The link table of a tag. */
export const linkOf = (tables: TypeTables, tag: TagColumn): JoinTable =>
  ({
    ...{ stage: tables.stageLink, personas: tables.personaLink },
    contributors: tables.contributorLink,
  })[tag];

/** Tags of all versions of the entries. */
export function readTags(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  entries: WantedEntry[]
): Promise<TagsOfRows> {
  const ids = entries.flatMap(({ draft, live }) => [draft, live].filter((id) => id !== null));
  return readTagsOfRows(strapi, trx, tables, ids);
}

async function readTagsOfRows(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  ids: number[]
): Promise<TagsOfRows> {
  const read = (tag: TagColumn) => linksOf(strapi, trx, linkOf(tables, tag), ids);
  const stage = await read('stage');
  const personas = await read('personas');
  return { stage, personas, contributors: await read('contributors') };
}

/** Versions of the entries whose tags are to become others; one without drafts is its only version. */
export function changesOf(
  entries: WantedEntry[],
  tags: TagsOfRows,
  { draftAndPublish }: TypeTables,
  versions: TaggedVersions
): TagChange[] {
  return entries.flatMap(({ row, documentId, locale, draft, live, wanted }) => {
    const withLive = versions === 'both' || !draftAndPublish;
    const rows = [
      ...(draft === null ? [] : [{ id: draft, isLive: false }]),
      ...(live === null || !withLive ? [] : [{ id: live, isLive: true }]),
    ];
    return rows.flatMap(
      (version) => changeOf({ row, documentId, locale, ...version }, wanted, tags) ?? []
    );
  });
}

function changeOf(
  version: Omit<TagChange, 'before' | 'after'>,
  wanted: WantedTags,
  tags: TagsOfRows
): TagChange | null {
  const before = Object.fromEntries(
    TAG_COLUMNS.map((tag) => [tag, tags[tag].get(version.id) ?? []])
  ) as TagChange['before'];
  const after: WantedTags = {};
  for (const tag of TAG_COLUMNS) {
    const ids = wanted[tag];
    if (ids && !sameSet(ids, before[tag])) after[tag] = ids;
  }
  return Object.keys(after).length === 0 ? null : { ...version, before, after };
}

function sameSet(some: number[], others: number[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

interface Sibling {
  id: number;
  documentId: string;
  locale: string | null;
}

/**
 * Where the site keeps locales in step, as for saves: drafts in the locales of which the file does not speak get the tags
 * that changed, as the first row of their document has them.
 */
export async function siblingChanges(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  entries: WantedEntry[],
  changes: TagChange[]
): Promise<TagChange[]> {
  const { syncLocales } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  if (!syncLocales || !tables.localized) return [];
  const first = new Map<string, TagChange>();
  for (const change of changes) {
    if (!first.has(change.documentId)) first.set(change.documentId, change);
  }
  const named = new Set(entries.map(({ documentId, locale }) => `${documentId} ${locale}`));
  const siblings: Sibling[] = [];
  await inChunks([...first.keys()], async (some) => {
    const rows = tableIn(strapi, trx, tables.table).whereIn('document_id', some);
    if (tables.draftAndPublish) rows.whereNull(tables.publishedAtColumn);
    const found = await rows.select<Sibling[]>({
      ...{ id: 'id', documentId: 'document_id', locale: 'locale' },
    });
    siblings.push(...found.filter((row) => !named.has(`${row.documentId} ${row.locale}`)));
  });
  const ids = siblings.map(({ id }) => id);
  const tags = await readTagsOfRows(strapi, trx, tables, ids);
  return siblings.flatMap((sibling) => {
    const change = first.get(sibling.documentId);
    if (!change) return [];
    const version = { ...sibling, row: change.row, isLive: !tables.draftAndPublish };
    return changeOf(version, change.after, tags) ?? [];
  });
}
