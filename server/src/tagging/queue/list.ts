/** The queue: what is not placed yet, one type after the other, the newest first. */
import type { Queue, QueueEntry, QueueQuery } from '../../../../contracts/tagging-queue';
import type { Ability } from '../../read-access';
import { inReadingTransaction, type Strapi, type Trx } from '../../strapi';
import {
  lackingVersions,
  linkOf,
  selectedVersions,
  selectionFor,
  type SelectedType,
  type Selection,
} from '../selection';
import { readCursor, writeCursor, type Position } from './cursor';
import { queueEntries } from './details';

/**
 * A page of the entries that the user may edit and that lack a tag. One statement per type counts, one finds what is on the page, and a
 * few fetch it.
 * @throws {ValidationError} naming what the site does not have, or a cursor of another question.
 */
export async function listQueue(
  strapi: Strapi,
  ability: Ability,
  { cursor, pageSize, without, ...filter }: QueueQuery
): Promise<Queue> {
  const question = { ...filter, without };
  const after = cursor === undefined ? null : readCursor(cursor, question);
  const lacking = without === 'any' ? undefined : without;
  const selection = await selectionFor(
    strapi,
    ability,
    { ...filter, without: lacking },
    without === 'persona' ? ['personas'] : ['stage']
  );
  const { found, counts } = await inReadingTransaction(strapi, async (trx) => ({
    found: await positionsAfter(strapi, trx, selection, after, pageSize + 1),
    counts: await countQueue(strapi, trx, selection),
  }));
  const onPage = found.slice(0, pageSize);
  const last = onPage.at(-1);
  return {
    data: await entriesAt(strapi, selection, onPage),
    meta: {
      nextCursor: found.length > pageSize && last ? writeCursor(last, question) : null,
      ...counts,
    },
  };
}

/** Positions of the next entries, in order. Types that the page does not reach are not asked. */
export async function positionsAfter(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  after: Position | null,
  limit: number
): Promise<Position[]> {
  const found: Position[] = [];
  const first =
    after === null ? 0 : selection.types.findIndex(({ schema }) => schema.uid === after.type);
  for (const type of first === -1 ? [] : selection.types.slice(first)) {
    if (found.length >= limit) break;
    const { uid } = type.schema;
    const versions = lackingVersions(strapi, trx, selection, type, 'editable');
    if (after?.type === uid) void versions.where('version.id', '<', after.id);
    const rows = await versions
      .orderBy('version.id', 'desc')
      .limit(limit - found.length)
      .select<{ id: number }[]>('version.id');
    found.push(...rows.map(({ id }) => ({ type: uid, id })));
  }
  return found;
}

/** The entries at the positions, in their order. */
export async function entriesAt(
  strapi: Strapi,
  selection: Selection,
  positions: Position[]
): Promise<QueueEntry[]> {
  const entries: QueueEntry[] = [];
  for (const type of selection.types) {
    const ids = positions.filter((position) => position.type === type.schema.uid);
    entries.push(
      ...(await queueEntries(
        strapi,
        type,
        ids.map(({ id }) => id)
      ))
    );
  }
  return entries;
}

interface Counts {
  left: number;
  total: number;
}

async function countQueue(strapi: Strapi, trx: Trx, selection: Selection): Promise<Counts> {
  const counts: Counts = { left: 0, total: 0 };
  for (const type of selection.types) {
    const { left, total } = await countOf(strapi, trx, selection, type);
    counts.left += left;
    counts.total += total;
  }
  return counts;
}

async function countOf(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  type: SelectedType
): Promise<Counts> {
  const { without } = selection.filter;
  const versions = selectedVersions(strapi, trx, selection, type, 'editable').select(
    trx.raw('count(*) as ??', ['total'])
  );
  if (without !== undefined) {
    const link = linkOf(strapi, trx, type.tables, without);
    void versions.select(
      trx.raw('sum(case when exists ? then 0 else 1 end) as ??', [link, 'left'])
    );
  }
  const [row] = (await versions) as { total: number | string; left?: number | string | null }[];
  const total = Number(row?.total ?? 0);
  return { total, left: without === undefined ? total : Number(row?.left ?? 0) };
}
