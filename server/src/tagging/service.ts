/** Opted-in content types as the rest of the plugin sees them. */
import { PLUGIN_ID } from '../constants';
import type { PluginConfig } from '../config';
import type { NewDraft, TaggingContentTypes } from '../../../contracts/tagging';
import type { Ability } from '../read-access';
import { refusal } from '../refusal';
import {
  contentTypes,
  hasDraftAndPublish,
  isLocalized,
  isSiteType,
  type AdminUser,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../strapi';
import { countPlaced } from './count-placed';
import { linkTables, type LinkTable } from './link-tables';
import { countListed, listUses, type ListedUse } from './list-uses';
import { moveLinks } from './move-links';
import { optInState } from './opt-in';
import { restoreUses, type MergeToUndo } from './restore-uses';
import { retag } from './retag';
import { grantAccess, missingAccess } from './role-access';
import { draftTypes, startDraft } from './start-draft';
import { tellRetagged } from './tell-retagged';
import { retagLedger, type TermLedger, type TermRow } from './term-ledgers';
import { usesByType } from './uses-by-type';
import { countLedger, countUses, type LedgerUses } from './uses';

export function taggingService({ strapi }: { strapi: Strapi }) {
  const fieldNames = () => strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).fieldNames;

  /** Content types whose entries can be tagged, in alphabetical order of their names. */
  const taggedTypes = (): ContentTypeSchema[] =>
    contentTypes(strapi)
      .filter((type) => optInState(type) === 'optedIn')
      .sort((a, b) => a.info.displayName.localeCompare(b.info.displayName));

  return {
    fieldNames,
    taggedTypes,

    /** @throws {ValidationError} naming `type` when it did not opt in. */
    taggedType(uid: string): ContentTypeSchema {
      const found = taggedTypes().find((type) => type.uid === uid);
      if (!found) throw refusal('type', `“${uid}” is not a tagged content type`);
      return found;
    },

    /** Every content type of the site with its opt-in state. */
    describeContentTypes(): TaggingContentTypes {
      return {
        fieldNames: fieldNames(),
        contentTypes: contentTypes(strapi)
          .filter((type) => isSiteType(type) || optInState(type) !== 'available')
          .map((type) => ({
            uid: type.uid,
            displayName: type.info.displayName,
            kind: type.kind,
            draftAndPublish: hasDraftAndPublish(type),
            localized: isLocalized(type),
            state: optInState(type),
          }))
          .sort((a, b) => a.displayName.localeCompare(b.displayName)),
      };
    },

    /** How many entries of each tagged type have a stage; see `countPlaced`. */
    countPlaced: () => countPlaced(strapi, taggedTypes(), fieldNames()),

    /** Uses by row id of a stage, persona or rep type; see `countUses`. */
    countUses: (target: string, ids?: number[]) => countUses(strapi, target, ids),

    /** Has the rows of another capability's ledger count as uses; see `countUses`. */
    countLedger: (uses: LedgerUses) => {
      countLedger(strapi, uses);
    },

    /** Every table that links to a stage, persona or rep. */
    linkTables: () => linkTables(strapi),

    /** Points links of one row to another one; see `moveLinks`. */
    moveLinks: (trx: Trx, link: LinkTable, from: number, to: number) =>
      moveLinks(strapi, trx, link, from, to),

    /** Tells of live entries that a work retags past the Document Service; see `tellRetagged`. */
    tellRetagged: (trx: Trx, target: string, id: number, work: () => Promise<void>) =>
      tellRetagged(strapi, trx, target, id, work),

    /** Has the rows of another capability's ledger follow a stage or persona that is merged. */
    retagLedger: (ledger: TermLedger) => {
      retagLedger(strapi, ledger);
    },

    /** Points all uses of a stage or persona at another one; see `retag`. */
    retag: (trx: Trx, target: string, from: TermRow, to: TermRow) =>
      retag(strapi, trx, target, from, to),

    /** Takes that back for the listed uses; see `restoreUses`. */
    restoreUses: <Use extends ListedUse>(
      trx: Trx,
      target: string,
      merge: MergeToUndo,
      uses: Use[]
    ) => restoreUses(strapi, trx, target, merge, uses),

    /** Uses of a stage or persona, summed up by content type. */
    usesByType: (target: string, term: TermRow) => usesByType(strapi, target, term),

    /** How many uses there are to list. */
    countListed: (target: string, term: TermRow) => countListed(strapi, target, term),

    /** Every single use of a stage or persona, some at a time; see `listUses`. */
    listUses: (target: string, term: TermRow, ability: Ability) =>
      listUses(strapi, target, term, ability),

    /** Tagged types that the user may start entries of. */
    draftTypes: (ability: Ability) => draftTypes(strapi, taggedTypes(), ability),

    /** Starts an entry; see `startDraft`. */
    startDraft: (
      by: { user: AdminUser; ability: Ability },
      type: ContentTypeSchema,
      draft: NewDraft
    ) => startDraft(strapi, by, type, fieldNames(), draft),

    /** Admin roles that may edit tagged content but lack something to tag it. */
    missingAccess: () => missingAccess(strapi, taggedTypes(), fieldNames()),

    /** Gives one role all that it lacks; see `missingAccess`. */
    grantAccess: (roleId: number) => grantAccess(strapi, roleId, taggedTypes(), fieldNames()),
  };
}
