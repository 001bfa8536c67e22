/** Sales-sourced items for the admin: capture and inbox. */
import type { Knex } from 'knex';

import type { LinkAnswerBody, PublishBody } from '../../../contracts/sales-sourced/answers';
import type { CaptureBody, MeBody, SimilarQuery } from '../../../contracts/sales-sourced/capture';
import type {
  BulkBody,
  EditItemBody,
  InboxFilters,
  InboxQuery,
  MergeBody,
  TransitionBody,
} from '../../../contracts/sales-sourced/inbox';
import type { Ability } from '../read-access';
import type { AdminUser, Strapi, Trx } from '../strapi';
import { answerableDocuments } from './answers/answerable';
import { draftAnswer } from './answers/draft';
import { itemsAnsweredBy, linkAnswer, unlinkAnswer } from './answers/link';
import { refusal as bylineRefusal, unconsentedReps } from './consent';
import { exportItems } from './csv/export-items';
import { importItems } from './csv/import-items';
import { demandByCell } from './demand/by-cell';
import { reconcileDemand } from './demand/ledger';
import { echoItem } from './echoes/echo';
import { salesSourcedFigures } from './figures/figures';
import { whereFromSales } from './figures/part-of-sales';
import { itemDetail, type Reader } from './inbox/detail';
import { inboxChoices, listInbox } from './inbox/list';
import { confirmItem } from './intake/confirm';
import { captureItem } from './items/capture';
import { approveWording, changeMany, editItem, moveItem } from './items/change';
import { wordsOf } from './items/draft';
import { mergeItem, unmergeItem } from './items/merge';
import { describeMe, listMine } from './items/mine';
import { publishItem, unpublishItem, type MayOverride } from './items/publish';
import { eraseOld } from './privacy/retention';
import { contributingRep, repOfUser, saveMe } from './reps/me';
import { similarItems } from './similar/similar-items';

export function salesSourcedAdminService({ strapi }: { strapi: Strapi }) {
  return {
    me: (user: AdminUser) => describeMe(strapi, user),
    saveMe: (user: AdminUser, body: MeBody) => saveMe(strapi, user, body),
    mine: (user: AdminUser, page: { page: number; pageSize: number }) =>
      listMine(strapi, user, page),

    capture: (user: AdminUser, body: CaptureBody) => captureItem(strapi, user, body),
    echo: (user: AdminUser, item: string) => echoItem(strapi, user, item),
    async similar(user: AdminUser, query: SimilarQuery) {
      const rep = await repOfUser(strapi, user.id);
      return similarItems(strapi, query, rep?.documentId ?? null);
    },
    async approve(user: AdminUser, item: string, revision: string): Promise<void> {
      const rep = await contributingRep(strapi, user);
      await approveWording(strapi, rep, item, revision);
    },

    list: (user: AdminUser, query: InboxQuery) => listInbox(strapi, user, query),
    choices: (ability: Ability) => inboxChoices(strapi, ability),
    detail: (item: string, reader: Reader) => itemDetail(strapi, item, reader),
    edit: (user: AdminUser, item: string, body: EditItemBody, mayReadPrivate: boolean) =>
      editItem(strapi, user, item, body, mayReadPrivate),
    move: (item: string, body: TransitionBody) => moveItem(strapi, item, body),
    merge: (item: string, body: MergeBody) => mergeItem(strapi, item, body),
    unmerge: (item: string, revision: string) => unmergeItem(strapi, item, revision),
    confirm: (item: string, revision: string) => confirmItem(strapi, item, revision),
    publish: (item: string, body: PublishBody, may: MayOverride) =>
      publishItem(strapi, item, body, may),
    unpublish: (item: string, revision: string) => unpublishItem(strapi, item, revision),
    linkAnswer: (ability: Ability, item: string, body: LinkAnswerBody) =>
      linkAnswer(strapi, ability, item, body),
    unlinkAnswer: (item: string, answerId: number) => unlinkAnswer(strapi, item, answerId),
    draftAnswer: (user: AdminUser, ability: Ability, item: string, type: string) =>
      draftAnswer(strapi, user, ability, item, type),
    answerable: (ability: Ability, search: string | undefined) =>
      answerableDocuments(strapi, ability, search),
    answeredBy: (document: LinkAnswerBody) => itemsAnsweredBy(strapi, document),
    export: (user: AdminUser, filters: InboxFilters, mayReadPrivate: boolean) =>
      exportItems(strapi, user, filters, mayReadPrivate),
    import: (bytes: Uint8Array, dryRun: boolean) => importItems(strapi, bytes, dryRun),
    figures: () => salesSourcedFigures(strapi, new Date()),
    changeMany: (body: BulkBody) => changeMany(strapi, body),

    /** Words of items, by document id; what is no item is absent. */
    wordsOf: (items: string[]) => wordsOf(strapi, items),

    /** Narrows versions of a tagged type to what sales has a part in; see `whereFromSales`. */
    whereFromSales: (trx: Trx, versions: Knex.QueryBuilder, alias: string, uid: string) => {
      whereFromSales(strapi, trx, versions, alias, uid);
    },

    /** Those of the reps who may not be named on content; see `unconsentedReps`. */
    unconsented: (trx: Trx, ids: number[]) => unconsentedReps(strapi, trx, ids),

    /** What a person is told who names reps without consent. */
    bylineRefusal,

    /** Demand by stage and persona. */
    demandByCell: (now: Date) => demandByCell(strapi, now),

    /** Erases what is older than the site keeps it, as the nightly job does; returns the number of items. */
    eraseOld: (now: Date) => eraseOld(strapi, now),

    /** Makes the demand ledger fit the items and echoes, after rows were written past the plugin. */
    reconcileDemand: () => reconcileDemand(strapi),
  };
}
