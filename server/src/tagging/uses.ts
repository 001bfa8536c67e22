/** Who uses a stage, persona or rep: documents by their links, and ledgers by document id. */
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
 * @returns how many rows name each, by its document id.
 */
export type LedgerUses = (trx: Trx, target: string) => Promise<Map<string, number>>;

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
  const links = linkTables(strapi).filter((link) => link.target === target);
  const owners = [...new Set(links.map(({ uid }) => uid))];
  const uses = new Map<number, number>();
  const add = (id: number, count: number) => uses.set(id, (uses.get(id) ?? 0) + count);
  await inTransaction(strapi, async (trx) => {
    for (const owner of owners) {
      const ofType = links.filter(({ uid }) => uid === owner);
      for (const { target: id, uses: count } of await usesIn(strapi, trx, ofType, ids)) {
        add(Number(id), Number(count));
      }
    }
    for (const ledger of ledgers.get(strapi) ?? []) {
      const counts = await ledger(trx, target);
      for (const { id, documentId } of await rowsNamed(strapi, target, [...counts.keys()], ids)) {
        add(id, counts.get(documentId) ?? 0);
      }
    }
  });
  return uses;
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

/** What tells documents apart; rows of components have only their id. */
function documentColumn(model: Model | undefined): string {
  if (!model) return 'document_id';
  return 'documentId' in model.attributes ? columnOf(model, 'documentId') : 'id';
}
