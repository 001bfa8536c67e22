/** Items as CSV, read and sent page by page: memory does not grow with their number. */
import type { Readable } from 'node:stream';

import {
  EXPORT_ONLY_COLUMNS,
  IMPORT_COLUMNS,
  LIST_SEPARATOR,
} from '../../../../contracts/sales-sourced/csv';
import type { InboxFilters } from '../../../../contracts/sales-sourced/inbox';
import type { Item } from '../../../../contracts/sales-sourced/items';
import { BYTE_ORDER_MARK, csvLines, streamOf } from '../../csv';
import { inTransaction, type AdminUser, type Strapi } from '../../strapi';
import { describeItems } from '../inbox/item-view';
import { resolveFilters } from '../inbox/list';
import { nextItems, type ResolvedFilters } from '../inbox/query';
import { itemRows, type ItemRow } from '../items/draft';
import { plainText } from '../items/wording';

const ITEMS_AT_ONCE = 500;
const COLUMNS = [...EXPORT_ONLY_COLUMNS, ...IMPORT_COLUMNS].filter((name) => name !== 'repEmail');
const PRIVATE_COLUMNS: string[] = ['account', 'crmReference', 'source', 'externalId'];

/**
 * The oldest items first, of every state unless the filters name some.
 * @param mayReadPrivate whether the private columns are there.
 */
export async function exportItems(
  strapi: Strapi,
  user: AdminUser,
  filters: InboxFilters,
  mayReadPrivate: boolean
): Promise<Readable> {
  const resolved = await resolveFilters(strapi, user, filters);
  const columns = COLUMNS.filter((name) => mayReadPrivate || !PRIVATE_COLUMNS.includes(name));
  return streamOf(lines(strapi, resolved, columns));
}

async function* lines(
  strapi: Strapi,
  filters: ResolvedFilters,
  columns: string[]
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([columns]);
  for (let after = 0; ;) {
    const page = { after, limit: ITEMS_AT_ONCE };
    const ids = await inTransaction(strapi, (trx) => nextItems(strapi, trx, filters, page));
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    const rows = await itemRows(strapi, { id: { $in: ids } });
    rows.sort((a, b) => a.id - b.id);
    const items = await describeItems(strapi, rows);
    const records = items.map((item, index) => recordOf(item, rows[index] as ItemRow));
    const fields = records.map((record) => columns.map((column) => record[column] ?? ''));
    yield csvLines(fields);
  }
}

function recordOf(item: Item, row: ItemRow): Record<string, string | number | null> {
  return {
    documentId: item.documentId,
    rep: item.rep?.displayName ?? null,
    answered: item.answered ? 'yes' : 'no',
    heard: item.heard,
    demand: Number(item.demand.figure.toFixed(3)),
    buyerWords: item.buyerWords,
    kind: item.kind,
    answer: plainText(row.answer),
    state: item.state,
    declineReason: row.declineReason,
    stage: item.stage?.slug ?? null,
    resolveByStage: item.resolveByStage?.slug ?? null,
    personas: item.personas.map(({ slug }) => slug).join(LIST_SEPARATOR),
    account: row.account,
    crmReference: row.crmReference,
    source: row.source,
    externalId: row.externalId,
    broughtInAt: item.broughtInAt,
  };
}
