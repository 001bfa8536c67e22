/** Who uses a stage, persona or rep: documents by their links, and ledgers by document id. */
import { inChunks } from '../chunks';
import {
  columnOf,
  inTransaction,
  modelOf,
  rowsOf,
  tableIn,
  type Model,
  type Strapi,
  type Trx,
} from '../strapi';
import { linkTables, type LinkTable } from './link-tables';

/**
 * Rows of a ledger that name a stage, persona or rep.
 * @param target uid of that type.
 * @param isHeld whether the rows are locked, and so read as they are at this moment; see `countUsesNow`.
 * @returns how many rows name each, by its document id.
 */
export type LedgerUses = (
  trx: Trx,
  target: string,
  isHeld: boolean
) => Promise<Map<string, number>>;

/** Ledgers of other capabilities whose rows count as uses. */
const ledgers = new WeakMap<Strapi, LedgerUses[]>();

/** Called once a boot by who keeps such a ledger. */
export function countLedger(strapi: Strapi, uses: LedgerUses): void {
  ledgers.set(strapi, [...(ledgers.get(strapi) ?? []), uses]);
}

/**
 * How many documents (and other rows) use each of the given rows of a stage, persona or rep.
 * One grouped statement per content type and ledger.
 * @param ids row ids of the target type; omit for all.
 * @returns uses by row id; rows without use are absent.
 */
export async function countUses(
  strapi: Strapi,
  target: string,
  ids?: number[]
): Promise<Map<number, number>> {
  return inTransaction(strapi, async (trx) => {
    const uses = new Map<number, number>();
    for (const links of linksByOwner(strapi, target)) {
      for (const { target: id, uses: count } of await usesIn(strapi, trx, links, ids)) {
        add(uses, Number(id), Number(count));
      }
    }
    await addLedgers(strapi, trx, target, uses, { ids, isHeld: false });
    return uses;
  });
}

/**
 * As `countUses`, with what was committed since the transaction began to read: MariaDB does not show that to
 * statements without a lock. Links, owners and ledger rows are held until the transaction ends.
 */
export async function countUsesNow(
  strapi: Strapi,
  trx: Trx,
  target: string,
  ids: number[]
): Promise<Map<number, number>> {
  const uses = new Map<number, number>();
  for (const links of linksByOwner(strapi, target)) {
    const documents = new Set<string>();
    for (const link of links) {
      for (const use of await heldUses(strapi, trx, link, ids)) documents.add(use);
    }
    for (const use of documents) add(uses, Number(use.split(' ')[0]), 1);
  }
  await addLedgers(strapi, trx, target, uses, { ids, isHeld: true });
  return uses;
}

function add(uses: Map<number, number>, id: number, count: number): void {
  uses.set(id, (uses.get(id) ?? 0) + count);
}

/** The links to a type, together those of one type that has them. */
function linksByOwner(strapi: Strapi, target: string): LinkTable[][] {
  const links = linkTables(strapi).filter((link) => link.target === target);
  const owners = [...new Set(links.map(({ uid }) => uid))];
  return owners.map((owner) => links.filter(({ uid }) => uid === owner));
}

async function addLedgers(
  strapi: Strapi,
  trx: Trx,
  target: string,
  uses: Map<number, number>,
  { ids, isHeld }: { ids: number[] | undefined; isHeld: boolean }
): Promise<void> {
  for (const ledger of ledgers.get(strapi) ?? []) {
    const counts = await ledger(trx, target, isHeld);
    for (const { id, documentId } of await rowsNamed(strapi, target, [...counts.keys()], ids)) {
      add(uses, id, counts.get(documentId) ?? 0);
    }
  }
}

/** Rows of a stage, persona or rep type by document id, of those asked for. */
function rowsNamed(
  strapi: Strapi,
  target: string,
  documentIds: string[],
  ids: number[] | undefined
): Promise<{ id: number; documentId: string }[]> {
  const where = { documentId: { $in: documentIds }, ...(ids ? { id: { $in: ids } } : {}) };
  return documentIds.length === 0
    ? Promise.resolve([])
    : rowsOf<{ id: number; documentId: string }>(strapi, target).findMany({
        select: ['id', 'documentId'],
        where,
      });
}

interface Uses {
  target: number | string;
  uses: number | string;
}

/** A document counts once, whichever of its versions and fields have the link. */
async function usesIn(
  strapi: Strapi,
  trx: Trx,
  links: LinkTable[],
  ids: number[] | undefined
): Promise<Uses[]> {
  const linked = links.map((link) => {
    const query = tableIn(strapi, trx, `${link.table} as link`)
      .join(`${link.ownerTable} as owner`, 'owner.id', `link.${link.ownerColumn}`)
      .select({
        target: `link.${link.targetColumn}`,
        document: `owner.${documentColumn(modelOf(strapi, link.uid))}`,
      });
    return ids ? query.whereIn(`link.${link.targetColumn}`, ids) : query;
  });
  return trx
    .from(trx.queryBuilder().unionAll(linked).as('used'))
    .groupBy('target')
    .select('target')
    .countDistinct<Uses[]>({ uses: 'document' });
}

/** Row ids of what is used, each with a document that uses it: `12 a1b2c3`. */
async function heldUses(
  strapi: Strapi,
  trx: Trx,
  link: LinkTable,
  ids: number[]
): Promise<string[]> {
  const held: { owner: number; target: number }[] = await tableIn(strapi, trx, link.table)
    .whereIn(link.targetColumn, ids)
    .forShare()
    .select({ owner: link.ownerColumn, target: link.targetColumn });
  const documents = new Map<number, string>();
  await inChunks([...new Set(held.map(({ owner }) => owner))], async (some) => {
    const rows: { id: number; document: string }[] = await tableIn(strapi, trx, link.ownerTable)
      .whereIn('id', some)
      .forShare()
      .select({ id: 'id', document: documentColumn(modelOf(strapi, link.uid)) });
    for (const { id, document } of rows) documents.set(id, document);
  });
  return held.map(({ owner, target }) => `${target} ${documents.get(owner) ?? owner}`);
}

/** What tells documents apart; rows of components have only their id. */
function documentColumn(model: Model | undefined): string {
  if (!model) return 'document_id';
  return 'documentId' in model.attributes ? columnOf(model, 'documentId') : 'id';
}
