/** Everything about one item. */
import { ECHO_UID, ITEM_EVENT_UID, SALES_SOURCED_UID } from '../../constants';
import type {
  ItemDetail,
  ItemEvent,
  ItemEventKind,
  PrivateFields,
} from '../../../../contracts/sales-sourced/detail';
import type { Item, RepRef, WorkflowState } from '../../../../contracts/sales-sourced/items';
import type { Ability } from '../../read-access';
import { rowsOf, type AdminUser, type Strapi } from '../../strapi';
import { linkedAnswers } from '../answers/linked';
import { publicLink } from '../answers/public-link';
import { isCaptureMark } from '../items/capture';
import { draftOf, itemRows, wordsOf, type ItemRow } from '../items/draft';
import { plainText, wordingOfItem } from '../items/wording';
import { nameOfUser, repOfUser } from '../reps/me';
import { similarItems } from '../similar/similar-items';
import { describeItems, toRep } from './item-view';

/** Rows of each list that are told, the latest ones. */
const TOLD = 100;

export interface Reader {
  user: AdminUser;
  ability: Ability;
  /** Whether the user sees account, CRM reference and source. */
  mayReadPrivate: boolean;
}

/** @throws {NotFoundError} when there is no such item. */
export async function itemDetail(
  strapi: Strapi,
  documentId: string,
  { user, ability, mayReadPrivate }: Reader
): Promise<ItemDetail> {
  const draft = await draftOf(strapi, documentId);
  const [live] = await itemRows(strapi, { documentId, publishedAt: { $notNull: true } });
  const [item] = await describeItems(strapi, [draft]);
  const rep = await repOfUser(strapi, user.id);
  const about = { text: draft.buyerWords, except: documentId };
  return {
    ...(item as Item),
    answer: plainText(draft.answer) || null,
    slug: draft.slug,
    byline: draft.contributors.flatMap((contributor) => toRep(contributor) ?? []),
    published: live !== undefined,
    publishedAt: live?.publishedAt ? new Date(live.publishedAt).toISOString() : null,
    modified: live !== undefined && publicText(live) !== publicText(draft),
    declineReason: draft.declineReason,
    ...(await mergedOf(strapi, draft)),
    ...(await hearingsOf(strapi, draft)),
    answers: await linkedAnswers(strapi, documentId, ability),
    history: await historyOf(strapi, documentId),
    similar: await similarItems(strapi, about, rep?.documentId ?? null),
    privateFields: mayReadPrivate ? privateFields(draft) : null,
    wording: wordingOfItem(draft),
    link: live ? await publicLink(strapi, SALES_SOURCED_UID, documentId) : null,
  };
}

/** What the public sees of a version, to compare two of them. */
function publicText(row: ItemRow): string {
  const slugs = (list: { id: number }[]) => list.map(({ id }) => id).sort((a, b) => a - b);
  return JSON.stringify([
    ...[row.buyerWords, row.kind, row.answer, row.slug, row.stage?.id, row.resolveByStage?.id],
    ...[slugs(row.personas), slugs(row.contributors)],
  ]);
}

function privateFields(draft: ItemRow): PrivateFields {
  const { source, account, crmReference } = draft;
  const externalId = isCaptureMark(draft.externalId) ? null : draft.externalId;
  return { source, account, crmReference, externalId };
}

async function mergedOf(
  strapi: Strapi,
  { documentId, mergedInto }: ItemRow
): Promise<Pick<ItemDetail, 'mergedInto' | 'mergedFrom' | 'mergedFromTotal'>> {
  const words = await wordsOf(strapi, mergedInto === null ? [] : [mergedInto]);
  const items = rowsOf<Pick<ItemRow, 'documentId' | 'buyerWords' | 'rep'>>(
    strapi,
    SALES_SOURCED_UID
  );
  const where = { mergedInto: documentId, publishedAt: { $null: true } };
  const merged = await items.findMany({
    select: ['id', 'documentId', 'buyerWords'],
    where,
    populate: { rep: { select: ['id', 'documentId', 'displayName'] } },
    orderBy: { id: 'desc' },
    limit: TOLD,
  });
  return {
    mergedInto:
      mergedInto === null
        ? null
        : { documentId: mergedInto, buyerWords: words.get(mergedInto) ?? '' },
    mergedFrom: merged.map((row) => ({
      documentId: row.documentId,
      buyerWords: row.buyerWords,
      rep: toRep(row.rep),
    })),
    mergedFromTotal: await items.count({ where }),
  };
}

interface EchoRow {
  rep: string;
  heardAt: string;
  byMerge: boolean | number;
}

/** Who heard it and when, the first one first. */
async function hearingsOf(
  strapi: Strapi,
  draft: ItemRow
): Promise<Pick<ItemDetail, 'hearings' | 'hearingsTotal'>> {
  const where = { item: draft.documentId };
  const latest = await rowsOf<EchoRow>(strapi, ECHO_UID).findMany({
    where,
    orderBy: [{ heardAt: 'desc' }, { id: 'desc' }],
    limit: TOLD - 1,
  });
  const echoes = latest.reverse();
  const reps = await rowsOf<RepRef>(strapi, 'plugin::buyer-journey.rep').findMany({
    select: ['documentId', 'displayName'],
    where: { documentId: { $in: [...new Set(echoes.map(({ rep }) => rep))] } },
  });
  const byId = new Map(reps.map((rep) => [rep.documentId, rep]));
  const broughtIn = {
    rep: toRep(draft.rep),
    at: new Date(draft.createdAt).toISOString(),
    kind: 'broughtIn' as const,
  };
  const heard = echoes.map(({ rep, heardAt, byMerge }) => ({
    rep: toRep(byId.get(rep) ?? null),
    at: new Date(heardAt).toISOString(),
    kind: byMerge ? ('merged' as const) : ('echo' as const),
  }));
  return {
    hearings: [broughtIn, ...heard],
    hearingsTotal: 1 + (await rowsOf(strapi, ECHO_UID).count({ where })),
  };
}

interface EventRow {
  id: number;
  at: string;
  kind: ItemEventKind;
  adminUser: number | null;
  fromState: WorkflowState | null;
  toState: WorkflowState | null;
  fields: string[] | null;
  note: string | null;
}

/** Steps whose note is the document id of another item; its words are told instead. */
const NAMES_ITEM: ItemEventKind[] = ['merged', 'unmerged'];

/** The latest steps, the newest first. Names are those that the users have now. */
async function historyOf(strapi: Strapi, item: string): Promise<ItemEvent[]> {
  const events = await rowsOf<EventRow>(strapi, ITEM_EVENT_UID).findMany({
    where: { item },
    orderBy: { id: 'desc' },
    limit: TOLD,
  });
  const users = await rowsOf<AdminUser>(strapi, 'admin::user').findMany({
    select: ['id', 'firstname', 'lastname', 'username'],
    where: { id: { $in: [...new Set(events.flatMap(({ adminUser }) => adminUser ?? []))] } },
  });
  const byId = new Map(users.map((user) => [user.id, user]));
  const others = events.filter(({ kind }) => NAMES_ITEM.includes(kind));
  const words = await wordsOf(
    strapi,
    others.flatMap(({ note }) => note ?? [])
  );
  return events.map(({ id, at, kind, adminUser, fromState, toState, fields, note }) => {
    const by = adminUser === null ? undefined : byId.get(adminUser);
    return {
      ...{ id, kind, note: NAMES_ITEM.includes(kind) ? (words.get(note ?? '') ?? null) : note },
      at: new Date(at).toISOString(),
      by: by ? { id: by.id, name: nameOfUser(by) } : null,
      from: fromState,
      to: toState,
      fields: fields ?? [],
    };
  });
}
