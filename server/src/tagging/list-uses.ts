/** Every single use of a stage or persona: what is needed to give each of them back. */
import type { UseGroup } from '../../../contracts/taxonomy-terms';
import type { Ability } from '../read-access';
import {
  contentTypes,
  hasDraftAndPublish,
  inReadingTransaction,
  tableIn,
  tableNameOf,
  type Strapi,
  type Trx,
} from '../strapi';
import { linkTables, type LinkTable } from './link-tables';
import { ownerColumns } from './owner-columns';
import { termLedgers, type TermRow } from './term-ledgers';
import { kindOf } from './uses-by-type';
import { visibleTitles } from './visible-titles';

/** One row of the list. Documents are named by their ids, as publishing makes new rows. */
export interface ListedUse {
  kind: UseGroup['kind'];
  /** Uid of the content type, component or ledger. */
  type: string;
  /** Name of the relation; empty for ledgers. */
  attribute: string;
  /** Empty for components; of a ledger, what else its row names. */
  documentId: string;
  /** Row id; what tells components apart. Null for ledgers. */
  row: number | null;
  locale: string;
  version: 'draft' | 'published' | '';
  /** Empty where there is none, or the user may not read it. */
  title: string;
  /** Slugs of all tags that the version has in this relation, in order. */
  tags: string[];
  /** Place among them, as it is stored; null where there can be one only. */
  order: number | null;
  /** What a target is narrowed to. */
  scope: string;
  /** Value of a target. */
  value: number | null;
}

const ROWS_AT_ONCE = 500;

interface LinkRow {
  link: number;
  row: number;
  documentId: string | null;
  locale: string | null;
  publishedAt: unknown;
  order: number | string | null;
}

/**
 * Pages of uses, read in short transactions of their own, in memory that does not grow with their number.
 * Every use is listed, whoever asks: titles alone depend on what `ability` may read.
 */
export async function* listUses(
  strapi: Strapi,
  target: string,
  term: TermRow,
  ability: Ability
): AsyncGenerator<ListedUse[]> {
  for (const link of linkTables(strapi)) {
    if (link.target !== target) continue;
    for (let after = 0; ;) {
      const { rows, tags } = await inReadingTransaction(strapi, async (trx) => {
        const page = await linkRows(strapi, trx, link, term.id, after);
        return { rows: page, tags: await tagsOf(strapi, trx, link, page) };
      });
      const last = rows.at(-1);
      if (!last) break;
      after = last.link;
      yield await describe(strapi, link, rows, tags, ability);
    }
  }
  for (const ledger of termLedgers(strapi)) {
    const uses = await inReadingTransaction(strapi, (trx) =>
      ledger.list(trx, target, term.documentId)
    );
    yield uses.map(({ document, scope, value }) => ({
      ...{ kind: 'targets', type: ledger.uid, attribute: '', documentId: document, row: null },
      ...{ locale: '', version: '', title: '', tags: [], order: null, scope, value },
    }));
  }
}

/** How many uses there are to list. One statement per link table and ledger. */
export function countListed(strapi: Strapi, target: string, term: TermRow): Promise<number> {
  return inReadingTransaction(strapi, async (trx) => {
    let total = 0;
    for (const link of linkTables(strapi)) {
      if (link.target !== target) continue;
      const [counted]: { uses: number | string }[] = await tableIn(strapi, trx, link.table)
        .where(link.targetColumn, term.id)
        .count({ uses: '*' });
      total += Number(counted?.uses ?? 0);
    }
    for (const ledger of termLedgers(strapi)) {
      total += (await ledger.list(trx, target, term.documentId)).length;
    }
    return total;
  });
}

function linkRows(
  strapi: Strapi,
  trx: Trx,
  { uid, table, ownerTable, ownerColumn, targetColumn, orderColumn }: LinkTable,
  id: number,
  after: number
): Promise<LinkRow[]> {
  const columns = ownerColumns(strapi, uid);
  const of = (column: string | null) => (column === null ? trx.raw('null') : `owner.${column}`);
  return tableIn(strapi, trx, `${table} as link`)
    .join(`${ownerTable} as owner`, 'owner.id', `link.${ownerColumn}`)
    .where(`link.${targetColumn}`, id)
    .where('link.id', '>', after)
    .orderBy('link.id')
    .limit(ROWS_AT_ONCE)
    .select({
      ...{ link: 'link.id', row: 'owner.id' },
      documentId: of(columns.documentId),
      locale: of(columns.locale),
      publishedAt: of(columns.publishedAt),
      order: orderColumn ? `link.${orderColumn}` : trx.raw('null'),
    }) as Promise<LinkRow[]>;
}

/** Slugs of all tags of the rows in one relation, by row. */
async function tagsOf(
  strapi: Strapi,
  trx: Trx,
  { table, ownerColumn, target, targetColumn, orderColumn }: LinkTable,
  rows: LinkRow[]
): Promise<Map<number, string[]>> {
  const tags = new Map<number, string[]>();
  if (rows.length === 0) return tags;
  const links: { row: number; slug: string }[] = await tableIn(strapi, trx, `${table} as link`)
    .join(`${tableNameOf(strapi, target)} as term`, 'term.id', `link.${targetColumn}`)
    .whereIn(
      `link.${ownerColumn}`,
      rows.map(({ row }) => row)
    )
    .orderBy([...(orderColumn ? [`link.${orderColumn}`] : []), 'link.id'])
    .select({ row: `link.${ownerColumn}`, slug: 'term.slug' });
  for (const { row, slug } of links) tags.set(row, [...(tags.get(row) ?? []), slug]);
  return tags;
}

async function describe(
  strapi: Strapi,
  { uid, attribute }: LinkTable,
  rows: LinkRow[],
  tags: Map<number, string[]>,
  ability: Ability
): Promise<ListedUse[]> {
  const type = contentTypes(strapi).find((candidate) => candidate.uid === uid);
  const ids = rows.map(({ row }) => row);
  const titles = type ? await visibleTitles(strapi, type, ability, ids) : new Map<number, string>();
  const hasDrafts = type !== undefined && hasDraftAndPublish(type);
  return rows.map(({ row, documentId, locale, publishedAt, order }) => ({
    ...{ kind: kindOf(strapi, uid), type: uid, attribute, row },
    documentId: documentId ?? '',
    locale: locale ?? '',
    version: versionOf(hasDrafts, publishedAt),
    title: titles.get(row) ?? '',
    tags: tags.get(row) ?? [],
    order: order === null ? null : Number(order),
    ...{ scope: '', value: null },
  }));
}

/** Types without drafts have one version, which needs no name. */
export function versionOf(hasDrafts: boolean, publishedAt: unknown): ListedUse['version'] {
  if (!hasDrafts) return '';
  return publishedAt === null ? 'draft' : 'published';
}
