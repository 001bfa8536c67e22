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
} from '../strapi';
import { linkTables } from './link-tables';
import { optInState } from './opt-in';
import { grantAccess, missingAccess } from './role-access';
import { draftTypes, startDraft } from './start-draft';
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

    /** Uses by row id of a stage, persona or rep type; see `countUses`. */
    countUses: (target: string, ids?: number[]) => countUses(strapi, target, ids),

    /** Has the rows of another capability's ledger count as uses; see `countUses`. */
    countLedger: (uses: LedgerUses) => {
      countLedger(strapi, uses);
    },

    /** Every table that links to a stage, persona or rep. */
    linkTables: () => linkTables(strapi),

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
