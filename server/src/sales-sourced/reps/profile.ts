/** The profile of a rep as those who manage reps see it. */
import { errors } from '@strapi/utils';

import { ECHO_UID, REP_UID, SALES_SOURCED_UID } from '../../constants';
import type { RepProfile, RepState } from '../../../../contracts/reps';
import { getService } from '../../services';
import { inTransaction, rowsOf, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';
import type { LinkTable } from '../../tagging/link-tables';

export interface ProfileRow {
  id: number;
  documentId: string;
  displayName: string;
  slug: string;
  jobTitle: string | null;
  email: string | null;
  bylineConsent: boolean;
  active: boolean;
  confirmed: boolean;
  erased: boolean;
  mergedInto: string | null;
}

/** All profiles in the order of their names; three statements, however many there are. */
export async function listProfiles(strapi: Strapi): Promise<RepProfile[]> {
  const rows = await rowsOf<ProfileRow>(strapi, REP_UID).findMany({
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  });
  const { items, echoes } = await inTransaction(strapi, async (trx) => ({
    items: await itemsByRep(strapi, trx),
    echoes: await echoesByRep(strapi, trx),
  }));
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  return rows.map((row) => {
    const { documentId, displayName, slug, jobTitle, email, bylineConsent } = row;
    const survivor = row.mergedInto === null ? undefined : byId.get(row.mergedInto);
    return {
      ...{ documentId, displayName, slug, jobTitle, email, bylineConsent },
      state: stateOf(row),
      items: items.get(row.id) ?? 0,
      echoes: echoes.get(row.documentId) ?? 0,
      mergedInto: survivor
        ? { documentId: survivor.documentId, displayName: survivor.displayName }
        : null,
    };
  });
}

/** @throws {NotFoundError} when there is no such rep. */
export async function profileOf(strapi: Strapi, documentId: string): Promise<ProfileRow> {
  const profile = await findProfile(strapi, documentId);
  if (!profile) throw new errors.NotFoundError('There is no such rep.');
  return profile;
}

/** The profile, or null. */
export function findProfile(strapi: Strapi, documentId: string): Promise<ProfileRow | null> {
  return rowsOf<ProfileRow>(strapi, REP_UID).findOne({ where: { documentId } });
}

/** Where a profile stands; what cannot be undone comes first. */
export function stateOf({ erased, mergedInto, active, confirmed }: ProfileRow): RepState {
  if (erased) return 'erased';
  if (mergedInto !== null) return 'merged';
  if (!active) return 'inactive';
  return confirmed ? 'active' : 'toConfirm';
}

/** The table that says who brought an item in. */
export function bringerLinks(strapi: Strapi): LinkTable[] {
  return getService(strapi, 'tagging')
    .linkTables()
    .filter(({ uid, attribute }) => uid === SALES_SOURCED_UID && attribute === 'rep');
}

interface Count {
  rep: number | string;
  count: number | string;
}

/** Items by row id of the rep who brought them in. */
async function itemsByRep(strapi: Strapi, trx: Trx): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const { table, ownerTable, ownerColumn, targetColumn } of bringerLinks(strapi)) {
    const rows = await tableIn(strapi, trx, `${table} as link`)
      .join(`${ownerTable} as item`, 'item.id', `link.${ownerColumn}`)
      .whereNull('item.published_at')
      .groupBy(`link.${targetColumn}`)
      .select({ rep: `link.${targetColumn}` })
      .count<Count[]>({ count: '*' });
    for (const { rep, count } of rows) counts.set(Number(rep), Number(count));
  }
  return counts;
}

/** Echoes by document id of the rep. What stands for a merged item is counted with the items. */
async function echoesByRep(strapi: Strapi, trx: Trx): Promise<Map<string, number>> {
  const rows = await tableIn(strapi, trx, tableNameOf(strapi, ECHO_UID))
    .where('by_merge', false)
    .groupBy('rep')
    .select('rep')
    .count<Count[]>({ count: '*' });
  return new Map(rows.map(({ rep, count }) => [String(rep), Number(count)]));
}
