/** SQL of the inbox: which items, in which order, and how many per state. */
import type { Knex } from 'knex';

import { DEMAND_UID, REP_UID, SALES_SOURCED_UID } from '../../constants';
import { EVERYONE, NO_STAGE } from '../../../../contracts/coverage';
import type {
  InboxFilters,
  InboxQuery,
  InboxSort,
} from '../../../../contracts/sales-sourced/inbox';
import type { WorkflowState } from '../../../../contracts/sales-sourced/items';
import { DAY_IN_MS } from '../../days';
import { linkTableOf, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';
import { whereAnswered } from '../answers/answered';
import { whereWords } from '../../words';

/** States that wait for somebody. */
export const OPEN_STATES: WorkflowState[] = ['received', 'accepted', 'in_progress'];

/** Filters with slugs and words for people resolved to row ids. */
export interface ResolvedFilters extends Omit<InboxFilters, 'stage' | 'persona' | 'owner'> {
  stage?: Choice;
  persona?: Choice;
  owner?: Choice;
}
/** Any of these row ids, or nothing at all where that was asked for. */
export interface Choice {
  ids: number[];
  none: boolean;
}

const NONE_WORDS = [NO_STAGE, EVERYONE];

/** Row ids for slugs; unknown ones match nothing. */
export function choiceOf(values: string[], rows: { id: number; slug: string }[]): Choice {
  return {
    ids: rows.filter(({ slug }) => values.includes(slug)).map(({ id }) => id),
    none: values.some((value) => NONE_WORDS.includes(value)),
  };
}

/** Items per state, with all filters but the state's own. One statement. */
export async function countStates(
  strapi: Strapi,
  trx: Trx,
  filters: ResolvedFilters
): Promise<Record<WorkflowState, number>> {
  const rows = await filtered(strapi, trx, { ...filters, state: undefined })
    .groupBy('item.workflow_state')
    .select({ state: 'item.workflow_state' })
    .count<{ state: WorkflowState; items: number | string }[]>({ items: '*' });
  const counts = { received: 0, accepted: 0, in_progress: 0, declined: 0, merged: 0 };
  for (const { state, items } of rows) counts[state] = Number(items);
  return counts;
}

/** Row ids of one page, in order. One statement. */
export async function pageOfItems(
  strapi: Strapi,
  trx: Trx,
  filters: ResolvedFilters,
  { sort, page, pageSize }: Pick<InboxQuery, 'sort' | 'page' | 'pageSize'>
): Promise<number[]> {
  const items = filtered(strapi, trx, { ...filters, state: filters.state ?? OPEN_STATES });
  const rows = await ordered(strapi, items, sort)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select<{ id: number }[]>({ id: 'item.id' });
  return rows.map(({ id }) => id);
}

/** Row ids of the next items that fit, the oldest first, from one row id on. One statement. */
export async function nextItems(
  strapi: Strapi,
  trx: Trx,
  filters: ResolvedFilters,
  { after, limit }: { after: number; limit: number }
): Promise<number[]> {
  const rows = await filtered(strapi, trx, filters)
    .where('item.id', '>', after)
    .orderBy('item.id')
    .limit(limit)
    .select<{ id: number }[]>({ id: 'item.id' });
  return rows.map(({ id }) => id);
}

function ordered(strapi: Strapi, items: Knex.QueryBuilder, sort: InboxSort): Knex.QueryBuilder {
  if (sort === 'newest') return items.orderBy('item.id', 'desc');
  if (sort === 'oldest') return items.orderBy('item.id');
  const column = sort === 'demand' ? 'demand.weight' : 'demand.last_heard_at';
  return items
    .join(`${tableNameOf(strapi, DEMAND_UID)} as demand`, 'demand.item', 'item.document_id')
    .orderBy([
      { column, order: 'desc' },
      { column: 'item.id', order: 'desc' },
    ]);
}

/** Drafts of items that fit, as `item`. */
function filtered(strapi: Strapi, trx: Trx, filters: ResolvedFilters): Knex.QueryBuilder {
  const items = tableIn(strapi, trx, `${tableNameOf(strapi, SALES_SOURCED_UID)} as item`);
  items.whereNull('item.published_at');
  if (filters.state) items.whereIn('item.workflow_state', filters.state);
  if (filters.kind) items.whereIn('item.kind', filters.kind);
  if (filters.stage) whereStage(strapi, trx, items, filters.stage);
  if (filters.persona) whereLinked(strapi, trx, items, 'personas', filters.persona);
  if (filters.owner) whereLinked(strapi, trx, items, 'owner', filters.owner);
  if (filters.rep) whereRep(strapi, trx, items, filters.rep);
  if (filters.answered) {
    whereAnswered(strapi, trx, items, 'item.document_id', filters.answered === 'true');
  }
  const ago = (days: number) => new Date(Date.now() - days * DAY_IN_MS);
  if (filters.olderThan !== undefined) items.where('item.created_at', '<=', ago(filters.olderThan));
  if (filters.newerThan !== undefined) items.where('item.created_at', '>=', ago(filters.newerThan));
  if (filters.search !== undefined) whereWords(strapi, items, 'item.buyer_words', filters.search);
  return items;
}

function links(strapi: Strapi, trx: Trx, attribute: string, ids?: number[]): Knex.QueryBuilder {
  const { name, joinColumn, inverseJoinColumn } = linkTableOf(strapi, SALES_SOURCED_UID, attribute);
  const query = tableIn(strapi, trx, `${name} as link`)
    .where(`link.${joinColumn.name}`, trx.ref('item.id'))
    .select(trx.raw('1'));
  return ids ? query.whereIn(`link.${inverseJoinColumn.name}`, ids) : query;
}

function whereLinked(
  strapi: Strapi,
  trx: Trx,
  items: Knex.QueryBuilder,
  attribute: string,
  { ids, none }: Choice
): void {
  items.where((either) => {
    either.whereExists(links(strapi, trx, attribute, ids));
    if (none) either.orWhereNotExists(links(strapi, trx, attribute));
  });
}

/** The stage that counts for demand: where it should be resolved, else where it was raised. */
function whereStage(strapi: Strapi, trx: Trx, items: Knex.QueryBuilder, choice: Choice): void {
  const resolve = (ids?: number[]) => links(strapi, trx, 'resolveByStage', ids);
  const raised = (ids?: number[]) => links(strapi, trx, 'stage', ids);
  items.where((either) => {
    either.whereExists(resolve(choice.ids));
    either.orWhere((fallback) => {
      fallback.whereNotExists(resolve()).whereExists(raised(choice.ids));
    });
    if (choice.none) {
      either.orWhere((neither) => {
        neither.whereNotExists(resolve()).whereNotExists(raised());
      });
    }
  });
}

function whereRep(strapi: Strapi, trx: Trx, items: Knex.QueryBuilder, reps: string[]): void {
  const { inverseJoinColumn } = linkTableOf(strapi, SALES_SOURCED_UID, 'rep');
  items.whereExists(
    links(strapi, trx, 'rep')
      .join(`${tableNameOf(strapi, REP_UID)} as rep`, 'rep.id', `link.${inverseJoinColumn.name}`)
      .whereIn('rep.document_id', reps)
  );
}
