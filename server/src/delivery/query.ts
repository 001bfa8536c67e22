/**
 * SQL of delivery: finds entries over all types in one statement, which takes no more of each type than the page holds and
 * counts nothing that lies before it.
 */
import type { Knex } from 'knex';

import { dialectOf, tableIn, type Dialect, type JoinTable, type Strapi, type Trx } from '../strapi';
import type { TypeTables } from '../type-tables';
import type { Position, Walk } from './cursor';
import type { Audience, DeliveredType, Selection } from './selection';

/** Newest first, or oldest first. Ties are told apart by type and document id, in the same direction. */
export type Direction = 'desc' | 'asc';

/** An entry that was found. */
export interface Found extends Position {
  /** Row id of the version that is delivered. */
  id: number;
  /** Whether it has a date, and that is not to come. */
  isPast: boolean;
}

export interface PageOf {
  direction: Direction;
  /** Undefined is the first page. */
  walk?: Walk;
  /** How many entries at most. */
  limit: number;
  /** Only entries with a date until then. */
  until?: Date;
}

/** The entries of a page, in order. One statement. */
export async function findPage(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  page: PageOf
): Promise<Found[]> {
  const branches = selection.types.flatMap((type, rank) =>
    datings(selection, type.tables)
      .filter((dating) => isAhead(dating, page))
      .map((dating) => entriesOfType(strapi, trx, selection, type, { dating, rank }, page))
  );
  if (branches.length === 0) return [];
  const rows = (await trx
    .from(unionOf(trx, branches))
    .select(foundColumns(strapi, trx))
    .orderBy(['dated', 'at', 'rank', 'document'].map((column) => inDirection(column, page)))
    .limit(page.limit)) as FoundRow[];
  return rows.map((row) => toFound(selection, row));
}

/** How many entries there are on all pages. One statement. */
export async function countOf(strapi: Strapi, trx: Trx, selection: Selection): Promise<number> {
  const counts = selection.types.map(({ tables }) =>
    versionsOf(strapi, trx, selection, tables).count({ entries: '*' })
  );
  if (counts.length === 0) return 0;
  const [row] = await trx
    .from(unionOf(trx, counts))
    .sum<{ total: number | string | null }[]>({ total: 'entries' });
  return Number(row?.total ?? 0);
}

interface StageCount {
  stage: number;
  total: number | string;
}

/** How many entries each stage has, by the stage's row id. One statement. */
export async function countByStage(
  strapi: Strapi,
  trx: Trx,
  selection: Selection
): Promise<Map<number, number>> {
  const counts = selection.types.map(({ tables }) => {
    const { name, joinColumn, inverseJoinColumn } = tables.stageLink;
    return versionsOf(strapi, trx, selection, tables)
      .join(
        tableIn(strapi, trx, name).as('placed') as never,
        `placed.${joinColumn.name}`,
        'version.id'
      )
      .select({ stage: `placed.${inverseJoinColumn.name}` })
      .count({ entries: '*' })
      .groupBy(`placed.${inverseJoinColumn.name}`);
  });
  if (counts.length === 0) return new Map();
  const rows = await trx
    .from<object, StageCount[]>(unionOf(trx, counts))
    .select('stage')
    .sum({ total: 'entries' })
    .groupBy('stage');
  return new Map(rows.map(({ stage, total }) => [stage, Number(total)]));
}

/** Entries of a stage, for an audience. */
export interface Group {
  stageId: number;
  audience?: Audience;
}

/** SQLite takes 500 parts in one statement. */
const PARTS_AT_ONCE = 200;

/**
 * The newest entries of each group, in order: at most `limit` of each. As many statements as the
 * groups need for all types, two hundred parts in each.
 * @param but an entry that is left out.
 */
export async function newestOfEach(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  groups: Group[],
  limit: number,
  but?: { type: string; documentId: string }
): Promise<Found[][]> {
  const found: Found[][] = groups.map(() => []);
  const page: PageOf = { direction: 'desc', limit };
  const parts = groups.flatMap(({ stageId, audience }, group) =>
    selection.types.flatMap((type, rank) =>
      datings(selection, type.tables).map((dating) => () => {
        const narrowed = { ...selection, stageIds: [stageId], audience };
        const part = entriesOfType(strapi, trx, narrowed, type, { dating, rank }, page, but);
        return part.select(trx.raw(`${group} as ??`, ['group']));
      })
    )
  );
  for (let start = 0; start < parts.length; start += PARTS_AT_ONCE) {
    const some = parts.slice(start, start + PARTS_AT_ONCE).map((part) => part());
    const rows: GroupRow[] = await trx
      .from(unionOf(trx, some))
      .select({ group: 'group', ...foundColumns(strapi, trx) });
    for (const row of rows) found[row.group]?.push(toFound(selection, row));
  }
  return found.map((entries) => entries.sort(newestFirst).slice(0, limit));
}

const newestFirst = (a: Position, b: Position) =>
  compare(a.at === null ? 0 : 1, b.at === null ? 0 : 1) ||
  compare(a.at ?? 0, b.at ?? 0) ||
  compare(a.type, b.type) ||
  compare(a.documentId, b.documentId);
const compare = (a: string | number, b: string | number) => (a === b ? 0 : a < b ? 1 : -1);

interface FoundRow {
  rank: number;
  id: number;
  document: string;
  at: Position['at'];
  past: boolean | number | null;
}

type GroupRow = FoundRow & { group: number };

const foundColumns = (strapi: Strapi, trx: Trx) => ({
  rank: 'rank',
  id: 'id',
  document: 'document',
  at: exactly(strapi, trx),
  past: trx.raw('?? <= ?', ['entries.at', new Date()]),
});

function toFound(selection: Selection, { rank, id, document, at, past }: FoundRow): Found {
  const type = selection.types[rank] as DeliveredType;
  return { id, at, type: type.schema.uid, documentId: document, isPast: Boolean(past) };
}

/** Entries of a type that have a date, or those that have none: rows from before their type had dates. */
type Dating = 'dated' | 'undated';

/** Published versions of types with drafts always have a date. */
function datings(selection: Selection, tables: TypeTables): Dating[] {
  const always = tables.draftAndPublish && selection.status === 'published';
  return always ? ['dated'] : ['dated', 'undated'];
}

const isDated = (dating: Dating) => (dating === 'dated' ? 1 : 0);

/** Whether the walk has not left all entries of that dating behind: without a date is below all dates. */
function isAhead(dating: Dating, { direction, walk }: PageOf): boolean {
  if (!walk) return true;
  const reached = walk.position.at === null ? 0 : 1;
  return direction === 'desc' ? isDated(dating) <= reached : isDated(dating) >= reached;
}

/** The first entries of a type: `dated`, `at`, `rank`, `document`, `id`. */
function entriesOfType(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  { tables }: DeliveredType,
  { dating, rank }: { dating: Dating; rank: number },
  page: PageOf,
  but?: { type: string; documentId: string }
): Knex.QueryBuilder {
  const at = datedBy(selection, tables);
  const versions = versionsOf(strapi, trx, selection, tables)
    .select({ id: 'version.id', document: 'version.document_id', at })
    // As numbers: what is bound comes back as text from PostgreSQL, and sorts as such.
    .select(trx.raw(`${isDated(dating)} as ??, ${rank} as ??`, ['dated', 'rank']))
    .limit(page.limit);
  if (dating === 'undated') versions.whereNull(at);
  else versions.whereNotNull(at).orderBy([inDirection(at, page)]);
  versions.orderBy([inDirection('version.document_id', page)]);
  if (but?.type === tables.uid) versions.whereNot('version.document_id', but.documentId);
  if (page.until) versions.where(at, '<=', page.until);
  if (page.walk) goOn(versions, tables.uid, at, dating, page.walk, page.direction);
  return trx.from(versions.as('part')).select('*');
}

/** Leaves out what the walk has passed, and what was published since it began. */
function goOn(
  versions: Knex.QueryBuilder,
  type: string,
  at: string,
  dating: Dating,
  { position, startedAt, asOf }: Walk,
  direction: Direction
): void {
  const beyond = direction === 'desc' ? '<' : '>';
  const { at: reached, type: reachedType, documentId } = position;
  const document = 'version.document_id';
  if (isDated(dating) === (reached === null ? 0 : 1)) {
    // Of the entries with the very date of the position: those of the same type that follow, all of the
    // types that follow, and none of those before.
    const isSame = type === reachedType;
    const isPassed = direction === 'desc' ? type > reachedType : type < reachedType;
    if (reached === null) {
      if (isSame) versions.where(document, beyond, documentId);
      else if (isPassed) versions.whereRaw('1 = 0');
    } else {
      versions.where(at, isPassed ? beyond : `${beyond}=`, reached);
      if (isSame) {
        versions.where((rest) => {
          void rest.where(at, beyond, reached).orWhere(document, beyond, documentId);
        });
      }
    }
  }
  if (dating === 'dated') {
    // What was published in between has its old place no more, and would come twice. A date to come was set on purpose.
    versions.where((kept) => {
      void kept.whereRaw('1 = 0');
      if (asOf !== null) void kept.orWhere(at, '>', new Date(asOf));
      if (startedAt !== null) void kept.orWhere(at, '<=', startedAt);
    });
  }
}

/** The column that says when a version was published; a draft counts from its last save. */
function datedBy({ status }: Selection, tables: TypeTables): string {
  const isDraft = status === 'draft' && tables.draftAndPublish;
  return `version.${isDraft ? tables.updatedAtColumn : tables.publishedAtColumn}`;
}

/** The versions that are delivered, as `version`. */
function versionsOf(
  strapi: Strapi,
  trx: Trx,
  { locale, status, stageIds, audience }: Selection,
  tables: TypeTables
): Knex.QueryBuilder {
  const versions = tableIn(strapi, trx, `${tables.table} as version`);
  const published = `version.${tables.publishedAtColumn}`;
  if (tables.draftAndPublish) {
    if (status === 'draft') versions.whereNull(published);
    else versions.whereNotNull(published);
  }
  if (tables.localized && locale !== undefined) versions.where('version.locale', locale);
  if (stageIds) {
    // Asked without the version too: a stage that nothing is tagged with ends the search before it begins. As a
    // value, since SQLite would make a join of `exists` and go through all links of the stage for each version.
    const { name, inverseJoinColumn } = tables.stageLink;
    const anyLink = tableIn(strapi, trx, name).whereIn(inverseJoinColumn.name, stageIds).limit(1);
    versions.whereRaw('1 = ?', [anyLink.select(trx.raw('1'))]);
    whereLinked(strapi, versions, linked(strapi, trx, tables.stageLink, stageIds));
  }
  if (audience) {
    const { personaIds, everyone } = audience;
    versions.where((some) => {
      whereLinked(strapi, some, linked(strapi, trx, tables.personaLink, personaIds));
      if (everyone) some.orWhereNotExists(linked(strapi, trx, tables.personaLink));
    });
  }
  return versions;
}

/** Links of the version at hand: to any of the rows, or to whichever. */
function linked(strapi: Strapi, trx: Trx, link: JoinTable, ids?: number[]): Knex.QueryBuilder {
  const links = tableIn(strapi, trx, `${link.name} as link`)
    .where(`link.${link.joinColumn.name}`, trx.ref('version.id'))
    .select(trx.raw('1'));
  return ids ? links.whereIn(`link.${link.inverseJoinColumn.name}`, ids) : links;
}

/**
 * Keeps versions with such a link, looking each one up in the order in which versions are read. MariaDB would begin with
 * the links, then read the whole row of each of their versions, and sort them all; a value it cannot turn around so.
 */
function whereLinked(strapi: Strapi, versions: Knex.QueryBuilder, links: Knex.QueryBuilder): void {
  if (dialectOf(strapi) === 'mysql') versions.whereRaw('1 = ?', [links.limit(1)]);
  else versions.whereExists(links);
}

const inDirection = (column: string, { direction }: PageOf) => ({ column, order: direction });

function unionOf(trx: Trx, parts: Knex.QueryBuilder[]): Knex.QueryBuilder {
  return trx.queryBuilder().unionAll(parts).as('entries');
}

/** PostgreSQL and MariaDB hold microseconds, and a Date does not. */
const IN_FULL: Record<Dialect, string> = {
  postgres: `to_char(??, 'YYYY-MM-DD HH24:MI:SS.US')`,
  mysql: `date_format(??, '%Y-%m-%d %H:%i:%s.%f')`,
  sqlite: '??',
};

const exactly = (strapi: Strapi, trx: Trx) => trx.raw(IN_FULL[dialectOf(strapi)], ['entries.at']);
