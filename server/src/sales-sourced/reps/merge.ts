/** Two profiles of one person become one. */
import { errors } from '@strapi/utils';

import { ECHO_UID, REP_UID } from '../../constants';
import type { MergeRepBody } from '../../../../contracts/reps';
import { inChunks } from '../../chunks';
import { refusal } from '../../refusal';
import { getService } from '../../services';
import {
  documentsOf,
  inTransaction,
  oneAtATime,
  tableIn,
  tableNameOf,
  type Strapi,
  type Trx,
} from '../../strapi';
import type { LinkTable } from '../../tagging/link-tables';
import { mayHaveByline } from '../consent';
import { renewDemand } from '../demand/ledger';
import { dayOf } from '../echoes/echo';
import { mustBeThere } from './change';
import { bringerLinks, findProfile, profileOf, stateOf, type ProfileRow } from './profile';

/**
 * Gives all that one profile brought in and heard to another one. Bylines go along where the other
 * one consented to them; else they go, as those of every inactive rep do.
 * @throws {NotFoundError} when there is no such rep, or none to merge into.
 * @throws {ValidationError} for a merge of or into what is merged, erased or inactive, or into itself.
 */
export function mergeRep(
  strapi: Strapi,
  documentId: string,
  { into }: MergeRepBody
): Promise<void> {
  return oneAtATime(strapi, () =>
    inTransaction(strapi, async (trx) => {
      const profile = await profileOf(strapi, documentId);
      const target = await findProfile(strapi, into);
      mustBeMergeable(profile, target);
      const tagging = getService(strapi, 'tagging');
      const bylines = mayHaveByline(target) ? bylineLinks(strapi) : [];
      await tagging.tellRetagged(trx, REP_UID, profile.id, async () => {
        for (const link of [...bringerLinks(strapi), ...bylines]) {
          await tagging.moveLinks(trx, link, profile.id, target.id);
        }
      });
      const dropped = await moveEchoes(strapi, trx, documentId, into);
      const heardAlready = await dropHeardAlready(strapi, trx, target);
      await renewDemand(strapi, trx, [...new Set([...dropped, ...heardAlready])]);
      // What became part of this one is part of the other one now.
      await tableIn(strapi, trx, tableNameOf(strapi, REP_UID))
        .where('merged_into', documentId)
        .update({ merged_into: into });
      const data = { active: false, mergedInto: into };
      await documentsOf(strapi, REP_UID).update({ documentId, data });
    })
  );
}

function mustBeMergeable(
  profile: ProfileRow,
  target: ProfileRow | null
): asserts target is ProfileRow {
  mustBeThere(profile, 'merged');
  if (!target) throw new errors.NotFoundError('into: there is no such rep.');
  if (target.documentId === profile.documentId) {
    throw refusal('into', 'a profile cannot be merged into itself');
  }
  const state = stateOf(target);
  if (state === 'merged') {
    throw refusal('into', 'that profile is merged itself: choose the one that it became part of');
  }
  if (state === 'erased') throw refusal('into', 'that profile was erased: choose another one');
  if (state === 'inactive') throw refusal('into', 'that profile is inactive: activate it first');
}

function bylineLinks(strapi: Strapi): LinkTable[] {
  return getService(strapi, 'tagging')
    .linkTables()
    .filter(({ tag }) => tag === 'contributors');
}

interface EchoRow {
  id: number;
  item: string;
  day: string;
  byMerge: boolean | number;
}

/**
 * The same item heard on the same day by both is heard once.
 * @returns the items where an echo went: only there demand changes.
 */
async function moveEchoes(strapi: Strapi, trx: Trx, from: string, to: string): Promise<string[]> {
  const table = tableNameOf(strapi, ECHO_UID);
  const heardBy = (rep: string): Promise<EchoRow[]> =>
    tableIn(strapi, trx, table)
      .where({ rep })
      .select({ id: 'id', item: 'item', day: 'day', byMerge: 'by_merge' });
  const keyOf = ({ item, day }: EchoRow) => `${item} ${day}`;
  const present = new Map((await heardBy(to)).map((row) => [keyOf(row), row]));

  const dropped = (await heardBy(from)).flatMap((row) => {
    const other = present.get(keyOf(row));
    if (!other) return [];
    // What stands for a merged item goes again when that is undone; a hearing of its own does not.
    return other.byMerge && !row.byMerge ? [other] : [row];
  });
  await deleteRows(
    strapi,
    trx,
    table,
    dropped.map(({ id }) => id)
  );
  await tableIn(strapi, trx, table).where('rep', from).update({ rep: to });
  return dropped.map(({ item }) => item);
}

/**
 * Bringing an item in is hearing it: on the day that one profile did so, the other one's echo goes.
 * Echoes of merged items stay, which go back to where they were heard when that is undone.
 * @returns the items where an echo went.
 */
async function dropHeardAlready(
  strapi: Strapi,
  trx: Trx,
  { id, documentId }: ProfileRow
): Promise<string[]> {
  const table = tableNameOf(strapi, ECHO_UID);
  const dropped: { id: number; item: string }[] = [];
  for (const { table: links, ownerTable, ownerColumn, targetColumn } of bringerLinks(strapi)) {
    const heard: { id: number; item: string; day: string; broughtIn: Date | string | number }[] =
      await tableIn(strapi, trx, `${table} as echo`)
        .join(`${ownerTable} as item`, 'item.document_id', 'echo.item')
        .join(`${links} as link`, `link.${ownerColumn}`, 'item.id')
        .whereNull('item.published_at')
        .where({ [`link.${targetColumn}`]: id, 'echo.rep': documentId, 'echo.by_merge': false })
        .where('echo.origin', trx.ref('echo.item'))
        .select({
          id: 'echo.id',
          item: 'echo.item',
          day: 'echo.day',
          broughtIn: 'item.created_at',
        });
    dropped.push(...heard.filter(({ day, broughtIn }) => day === dayOf(new Date(broughtIn))));
  }
  await deleteRows(
    strapi,
    trx,
    table,
    dropped.map(({ id: echo }) => echo)
  );
  return dropped.map(({ item }) => item);
}

async function deleteRows(strapi: Strapi, trx: Trx, table: string, ids: number[]): Promise<void> {
  await inChunks(ids, async (some) => {
    await tableIn(strapi, trx, table).whereIn('id', some).delete();
  });
}
