/** SQL of tags: reading and replacing the links of many versions at once, whatever their number. */
import type { Knex } from 'knex';

import { inChunks } from '../chunks';
import { tableIn, type JoinTable, type Strapi, type Trx } from '../strapi';
import type { TypeTables } from '../type-tables';

/** Tags by row id, personas and contributors in their order. */
export interface TagIds {
  stage: number | null;
  personas: number[];
  contributors: number[];
}

export type Tag = keyof TagIds;
export const TAGS: readonly Tag[] = ['stage', 'personas', 'contributors'];

/** A row of a tagged type with its tags. */
export interface TaggedVersion {
  /** Row id: another one after each publication. */
  id: number;
  documentId: string;
  /** Null for types without locales. */
  locale: string | null;
  /** The only version of a type without drafts is published. */
  version: 'draft' | 'published';
  tags: TagIds;
}

const linkOf = (tables: TypeTables, tag: Tag): JoinTable =>
  ({
    stage: tables.stageLink,
    personas: tables.personaLink,
    contributors: tables.contributorLink,
  })[tag];

interface Row {
  id: number;
  documentId: string;
  locale: string | null;
  publishedAt: unknown;
}

/**
 * Locks the versions of documents until the transaction ends. Where several types are locked in one transaction, all of them are before
 * anything is read: MariaDB answers from the moment of the first reading on.
 */
export async function lockRows(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  documentIds: string[]
): Promise<void> {
  await inChunks(inOrder(documentIds), async (some) => {
    await rowsOfDocuments(strapi, trx, tables, some).forUpdate().select('id');
  });
}

/** Each once, and always in the same order: of two who lock some of the same documents, one waits for the other. */
const inOrder = (documentIds: string[]) => [...new Set(documentIds)].sort();

const rowsOfDocuments = (
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  documentIds: string[]
): Knex.QueryBuilder =>
  tableIn(strapi, trx, tables.table)
    .whereIn('document_id', documentIds)
    .orderBy(['document_id', 'id']);

/**
 * As `readVersions`, with the rows locked until the transaction ends, so that nobody publishes or saves them
 * meanwhile.
 */
export const lockVersions = (
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  documentIds: string[]
): Promise<TaggedVersion[]> =>
  versionsOf(strapi, trx, tables, documentIds, (rows) => rows.forUpdate());

/** All versions of documents, in all locales, with their tags. Four statements for every 500 rows. */
export const readVersions = (
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  documentIds: string[]
): Promise<TaggedVersion[]> => versionsOf(strapi, trx, tables, documentIds, (rows) => rows);

async function versionsOf(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  documentIds: string[],
  held: (rows: Knex.QueryBuilder) => Knex.QueryBuilder
): Promise<TaggedVersion[]> {
  const versions: TaggedVersion[] = [];
  await inChunks(inOrder(documentIds), async (some) => {
    const rows: Row[] = await held(rowsOfDocuments(strapi, trx, tables, some)).select({
      ...{ id: 'id', documentId: 'document_id', locale: 'locale' },
      publishedAt: tables.publishedAtColumn,
    });
    for (const { id, documentId, locale, publishedAt } of rows) {
      versions.push({
        ...{ id, documentId },
        locale: tables.localized ? locale : null,
        version: tables.draftAndPublish && publishedAt === null ? 'draft' : 'published',
        tags: { stage: null, personas: [], contributors: [] },
      });
    }
  });
  await readTags(strapi, trx, tables, versions);
  return versions;
}

async function readTags(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  versions: TaggedVersion[]
): Promise<void> {
  const tagsOf = new Map(versions.map(({ id, tags }) => [id, tags]));
  for (const tag of TAGS) {
    const { name, joinColumn, inverseJoinColumn, orderColumnName } = linkOf(tables, tag);
    await inChunks([...tagsOf.keys()], async (some) => {
      const links: { owner: number; target: number }[] = await tableIn(strapi, trx, name)
        .whereIn(joinColumn.name, some)
        .orderBy([...(orderColumnName === undefined ? [] : [orderColumnName]), 'id'])
        .select({ owner: joinColumn.name, target: inverseJoinColumn.name });
      for (const { owner, target } of links) {
        const tags = tagsOf.get(owner);
        if (!tags) continue;
        if (tag === 'stage') tags.stage = target;
        else tags[tag].push(target);
      }
    });
  }
}

/** Whether two versions have the same tags of a kind, in whatever order. */
export function sameTag(a: TagIds, b: TagIds, tag: Tag): boolean {
  if (tag === 'stage') return a.stage === b.stage;
  return a[tag].length === b[tag].length && a[tag].every((id) => b[tag].includes(id));
}

/** Tags that a version is to have. */
export interface NewTags {
  id: number;
  /** As they are: read once the row was locked. */
  before: TagIds;
  after: TagIds;
}

/**
 * Replaces the links of the versions whose tags differ, and touches nothing else: `updatedAt` stays, so that *Modified* goes on
 * telling the truth. Numbered as Strapi numbers what is set. Two statements for each tag and 500 versions or links.
 */
export async function replaceTags(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  versions: NewTags[]
): Promise<void> {
  for (const tag of TAGS) {
    const { name, joinColumn, inverseJoinColumn, orderColumnName } = linkOf(tables, tag);
    const changed = versions.filter(({ before, after }) => !sameTag(before, after, tag));
    // MariaDB would hold what lies between the links where there is none to delete, and others who tag for the first time.
    const linked = changed.filter(({ before }) => idsOf(before, tag).length > 0);
    await inChunks(
      linked.map(({ id }) => id),
      async (some) => {
        await tableIn(strapi, trx, name).whereIn(joinColumn.name, some).delete();
      }
    );
    const links = changed.flatMap(({ id, after }) =>
      idsOf(after, tag).map((target, index) => ({
        [joinColumn.name]: id,
        [inverseJoinColumn.name]: target,
        ...(orderColumnName === undefined ? {} : { [orderColumnName]: index + 1 }),
      }))
    );
    await inChunks(links, async (some) => {
      await tableIn(strapi, trx, name).insert(some);
    });
  }
}

/** Tags of a kind as a list. */
export function idsOf(tags: TagIds, tag: Tag): number[] {
  if (tag !== 'stage') return tags[tag];
  return tags.stage === null ? [] : [tags.stage];
}
