/** One page of the inbox, and what it can be narrowed by. */
import { activeAdmins } from '../../admin-users';
import { REP_UID } from '../../constants';
import type {
  Inbox,
  InboxChoices,
  InboxQuery,
  TermChoice,
} from '../../../../contracts/sales-sourced/inbox';
import type { RepRef, TermRef } from '../../../../contracts/sales-sourced/items';
import type { Ability } from '../../read-access';
import { getService } from '../../services';
import {
  inReadingTransaction,
  LARGEST_ID,
  rowsOf,
  type AdminUser,
  type Strapi,
} from '../../strapi';
import { itemRows } from '../items/draft';
import { describeItems, toTerm } from './item-view';
import { choiceOf, countStates, OPEN_STATES, pageOfItems, type ResolvedFilters } from './query';

/** A fixed number of statements, however many items there are or fit on the page. */
export async function listInbox(
  strapi: Strapi,
  user: AdminUser,
  { sort, page, pageSize, ...filters }: InboxQuery
): Promise<Inbox> {
  const resolved = await resolveFilters(strapi, user, filters);
  const { ids, states } = await inReadingTransaction(strapi, async (trx) => ({
    states: await countStates(strapi, trx, resolved),
    ids: await pageOfItems(strapi, trx, resolved, { sort, page, pageSize }),
  }));
  const rows = ids.length === 0 ? [] : await itemRows(strapi, { id: { $in: ids } });
  rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const total = (resolved.state ?? OPEN_STATES).reduce((sum, state) => sum + states[state], 0);
  return {
    data: await describeItems(strapi, rows),
    meta: {
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
      states,
    },
  };
}

/** Slugs and words for people become row ids; unknown ones match nothing. */
export async function resolveFilters(
  strapi: Strapi,
  user: AdminUser,
  { stage, persona, owner, ...rest }: Omit<InboxQuery, 'sort' | 'page' | 'pageSize'>
): Promise<ResolvedFilters> {
  const taxonomy = getService(strapi, 'taxonomy');
  return {
    ...rest,
    ...(stage ? { stage: choiceOf(stage, await taxonomy.stages()) } : {}),
    ...(persona ? { persona: choiceOf(persona, await taxonomy.personas()) } : {}),
    ...(owner ? { owner: ownerChoice(owner, user) } : {}),
  };
}

function ownerChoice(owners: string[], user: AdminUser) {
  const ids = owners.map((owner) => (owner === 'me' ? user.id : Number(owner)));
  return {
    ids: ids.filter((id) => Number.isSafeInteger(id) && id > 0 && id <= LARGEST_ID),
    none: owners.includes('none'),
  };
}

/** What the inbox can be narrowed by, and where an answer can be drafted. */
export async function inboxChoices(strapi: Strapi, ability: Ability): Promise<InboxChoices> {
  const taxonomy = getService(strapi, 'taxonomy');
  const reps = await rowsOf<RepRef>(strapi, REP_UID).findMany({
    select: ['documentId', 'displayName'],
    orderBy: { displayName: 'asc' },
  });
  return {
    stages: (await taxonomy.stages()).map(toChoice),
    personas: (await taxonomy.personas()).map(toChoice),
    reps: reps.map(({ documentId, displayName }) => ({ documentId, displayName })),
    owners: await activeAdmins(strapi),
    draftTypes: getService(strapi, 'tagging').draftTypes(ability),
  };
}

const toChoice = ({
  retired,
  ...term
}: TermRef & { id: number; retired: boolean }): TermChoice => ({
  ...toTerm(term),
  retired,
});
