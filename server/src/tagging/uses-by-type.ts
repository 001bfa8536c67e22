/** Uses of a stage or persona, summed up by content type. */
import type { TermUses, UseGroup } from '../../../contracts/taxonomy-terms';
import { SALES_SOURCED_UID } from '../constants';
import {
  contentTypes,
  hasDraftAndPublish,
  inReadingTransaction,
  tableIn,
  type Strapi,
  type Trx,
} from '../strapi';
import { linkTables, type LinkTable } from './link-tables';
import { optInState } from './opt-in';
import { ownerColumns } from './owner-columns';
import { termLedgers, type TermRow } from './term-ledgers';

/**
 * How many documents of each type use the term, and how many of them do so live. One grouped statement
 * per content type and ledger; types without uses are left out.
 */
export function usesByType(strapi: Strapi, target: string, term: TermRow): Promise<TermUses> {
  return inReadingTransaction(strapi, async (trx) => {
    const links = linkTables(strapi).filter((link) => link.target === target);
    const groups: UseGroup[] = [];
    for (const uid of new Set(links.map((link) => link.uid))) {
      const ofType = links.filter((link) => link.uid === uid);
      const counts = await countDocuments(strapi, trx, ofType, term.id);
      if (counts.documents === 0) continue;
      groups.push({ ...describe(strapi, uid), attributes: ofType.map(attributeOf), ...counts });
    }
    groups.sort((a, b) => a.name.localeCompare(b.name));
    for (const ledger of termLedgers(strapi)) {
      const { length } = await ledger.list(trx, target, term.documentId);
      if (length === 0) continue;
      groups.push({
        ...{ kind: 'targets', uid: ledger.uid, name: '', attributes: [], optedOut: false },
        ...{ documents: length, live: length },
      });
    }
    const total = groups.reduce((sum, { documents }) => sum + documents, 0);
    return { total, groups };
  });
}

const attributeOf = ({ attribute }: LinkTable) => attribute;

/** What kind of use a type makes of a term. */
export function kindOf(strapi: Strapi, uid: string): Exclude<UseGroup['kind'], 'targets'> {
  if (uid === SALES_SOURCED_UID) return 'items';
  return contentTypes(strapi).some((type) => type.uid === uid) ? 'entries' : 'other';
}

function describe(
  strapi: Strapi,
  uid: string
): Pick<UseGroup, 'kind' | 'uid' | 'name' | 'optedOut'> {
  const type = contentTypes(strapi).find((candidate) => candidate.uid === uid);
  const kind = kindOf(strapi, uid);
  return {
    ...{ kind, uid, name: type?.info.displayName ?? uid },
    optedOut: kind === 'entries' && type !== undefined && optInState(type) === 'optedOut',
  };
}

async function countDocuments(
  strapi: Strapi,
  trx: Trx,
  links: LinkTable[],
  id: number
): Promise<{ documents: number; live: number }> {
  const linked = links.map(({ uid, table, ownerTable, ownerColumn, targetColumn }) => {
    const columns = ownerColumns(strapi, uid);
    const type = contentTypes(strapi).find((candidate) => candidate.uid === uid);
    const isLive =
      type && hasDraftAndPublish(type) && columns.publishedAt !== null
        ? trx.raw('case when ?? is null then 0 else 1 end', [`owner.${columns.publishedAt}`])
        : trx.raw('1');
    return tableIn(strapi, trx, `${table} as link`)
      .join(`${ownerTable} as owner`, 'owner.id', `link.${ownerColumn}`)
      .where(`link.${targetColumn}`, id)
      .select({ document: `owner.${columns.documentId ?? 'id'}`, live: isLive });
  });
  const documents = trx
    .from(trx.queryBuilder().unionAll(linked).as('used'))
    .groupBy('document')
    .select('document')
    .max({ live: 'live' });
  const [counted]: { documents: number | string; live: number | string | null }[] = await trx
    .from(documents.as('documents'))
    .count({ documents: '*' })
    .sum({ live: 'live' });
  return { documents: Number(counted?.documents ?? 0), live: Number(counted?.live ?? 0) };
}
