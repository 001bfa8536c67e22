/** Giving a stage or persona back the uses that a merge took: those of a list, and no others. */
import { inChunks } from '../chunks';
import { contentTypes, hasDraftAndPublish, tableIn, type Strapi, type Trx } from '../strapi';
import { linkTables, type LinkTable } from './link-tables';
import { versionOf, type ListedUse } from './list-uses';
import { ownerColumns } from './owner-columns';
import { tellOfRows } from './tell-retagged';
import { termLedgers, type Problem, type TermRow } from './term-ledgers';

export interface MergeToUndo {
  /** The term that is there again, without any use. */
  from: TermRow;
  to: TermRow;
  /** Slug of the other term when the list was made. */
  toSlug: string;
  memories: Record<string, unknown>;
}

/** A use whose row was found. */
interface Found<Use> {
  use: Use;
  row: number;
  hadBoth: boolean;
}

/** SQLite takes 500 rows in one statement. */
const ROWS_AT_ONCE = 100;

/**
 * A version that had both terms has both again, in their old order; every other one has the old term in
 * place of the other. A few statements for every 500 rows. What cannot be given back is told, and the caller
 * has to roll back then.
 */
export async function restoreUses<Use extends ListedUse>(
  strapi: Strapi,
  trx: Trx,
  target: string,
  merge: MergeToUndo,
  uses: Use[]
): Promise<Problem<Use>[]> {
  const problems: Problem<Use>[] = [];
  const found = new Map<LinkTable, Found<Use>[]>();
  for (const [link, ofLink] of byLink(strapi, target, uses, problems)) {
    found.set(link, await findRows(strapi, trx, link, merge, ofLink, problems));
  }
  const rows = new Map<string, number[]>();
  for (const [{ uid }, ofLink] of found) {
    rows.set(uid, [...(rows.get(uid) ?? []), ...ofLink.map(({ row }) => row)]);
  }
  await tellOfRows(strapi, rows, async () => {
    for (const [link, ofLink] of found) await giveBack(strapi, trx, link, merge, ofLink);
  });
  for (const ledger of termLedgers(strapi)) {
    const listed = uses.filter(({ type }) => type === ledger.uid);
    const { from, to } = merge;
    const memory = merge.memories[ledger.uid];
    const told = await ledger.restore(
      trx,
      target,
      { from: from.documentId, to: to.documentId, memory },
      listed.map(({ documentId, scope, value }) => ({
        ...{ document: documentId, scope, value: value ?? 0 },
      }))
    );
    problems.push(
      ...told.flatMap(({ use, message }) => {
        const wrong = listed.find(
          ({ documentId, scope }) => documentId === use.document && scope === use.scope
        );
        return wrong ? [{ use: wrong, message }] : [];
      })
    );
  }
  return problems;
}

/** Uses by the link table that they stand in. */
function byLink<Use extends ListedUse>(
  strapi: Strapi,
  target: string,
  uses: Use[],
  problems: Problem<Use>[]
): Map<LinkTable, Use[]> {
  const links = new Map(
    linkTables(strapi)
      .filter((link) => link.target === target)
      .map((link) => [`${link.uid} ${link.attribute}`, link])
  );
  const ledgers = termLedgers(strapi).map(({ uid }) => uid);
  const grouped = new Map<LinkTable, Use[]>();
  for (const use of uses) {
    if (ledgers.includes(use.type)) continue;
    const link = links.get(`${use.type} ${use.attribute}`);
    if (link) {
      const ofLink = grouped.get(link);
      if (ofLink) ofLink.push(use);
      else grouped.set(link, [use]);
    } else {
      problems.push({ use, message: 'this site has no such content type with that relation' });
    }
  }
  return grouped;
}

async function findRows<Use extends ListedUse>(
  strapi: Strapi,
  trx: Trx,
  link: LinkTable,
  { to, toSlug }: MergeToUndo,
  uses: Use[],
  problems: Problem<Use>[]
): Promise<Found<Use>[]> {
  const { documentId } = ownerColumns(strapi, link.uid);
  const keyOf = (use: ListedUse) =>
    documentId === null ? String(use.row) : `${use.documentId} ${use.locale} ${use.version}`;
  const distinct = new Map(uses.map((use) => [keyOf(use), use]));
  const found: Found<Use>[] = [];
  await inChunks([...distinct.values()], async (some) => {
    const rows = await ownersOf(strapi, trx, link, some);
    const tagged = await linkedTo(strapi, trx, link, to.id, [...rows.values()]);
    for (const use of some) {
      const row = rows.get(keyOf(use));
      const hadBoth = use.tags.includes(toSlug);
      if (row === undefined) problems.push({ use, message: 'is no longer there' });
      else if (hadBoth && link.orderColumn === null) {
        // A list that was written by hand: what has no order has one link at most.
        problems.push({ use, message: 'takes one of the two alone' });
      } else if (!tagged.has(row)) {
        problems.push({ use, message: 'was tagged otherwise since' });
      } else found.push({ use, row, hadBoth });
    }
  });
  return found;
}

/** Row ids by what tells versions apart, or by themselves for components. */
async function ownersOf(
  strapi: Strapi,
  trx: Trx,
  { uid, ownerTable }: LinkTable,
  uses: ListedUse[]
): Promise<Map<string, number>> {
  const { documentId, locale, publishedAt } = ownerColumns(strapi, uid);
  if (documentId === null) {
    const ids = uses.flatMap(({ row }) => row ?? []);
    const rows: { id: number }[] = await tableIn(strapi, trx, ownerTable)
      .whereIn('id', ids)
      .select('id');
    return new Map(rows.map(({ id }) => [String(id), id]));
  }
  const type = contentTypes(strapi).find((candidate) => candidate.uid === uid);
  const hasDrafts = type !== undefined && hasDraftAndPublish(type);
  const rows: {
    id: number;
    documentId: string;
    locale: string | null;
    publishedAt: unknown;
  }[] = await tableIn(strapi, trx, ownerTable)
    .whereIn(
      documentId,
      uses.map((use) => use.documentId)
    )
    .select({
      id: 'id',
      documentId,
      locale: locale ?? trx.raw('null'),
      publishedAt: publishedAt ?? trx.raw('null'),
    });
  return new Map(
    rows.map((row) => [
      `${row.documentId} ${row.locale ?? ''} ${versionOf(hasDrafts, row.publishedAt)}`,
      row.id,
    ])
  );
}

async function linkedTo(
  strapi: Strapi,
  trx: Trx,
  { table, ownerColumn, targetColumn }: LinkTable,
  id: number,
  rows: number[]
): Promise<Set<number>> {
  const links: { row: number }[] = await tableIn(strapi, trx, table)
    .where(targetColumn, id)
    .whereIn(ownerColumn, rows)
    .select({ row: ownerColumn });
  return new Set(links.map(({ row }) => row));
}

async function giveBack(
  strapi: Strapi,
  trx: Trx,
  { table, ownerColumn, targetColumn, orderColumn }: LinkTable,
  { from, to }: MergeToUndo,
  found: Found<ListedUse>[]
): Promise<void> {
  const moved = found.filter(({ hadBoth }) => !hadBoth).map(({ row }) => row);
  await inChunks(moved, async (some) => {
    await tableIn(strapi, trx, table)
      .where(targetColumn, to.id)
      .whereIn(ownerColumn, some)
      .update({ [targetColumn]: from.id });
  });
  const added = found
    .filter(({ hadBoth }) => hadBoth)
    .map(({ row, use }) => ({
      ...{ [ownerColumn]: row, [targetColumn]: from.id },
      ...(orderColumn ? { [orderColumn]: use.order } : {}),
    }));
  await inChunks(added, (some) => tableIn(strapi, trx, table).insert(some), ROWS_AT_ONCE);
}
