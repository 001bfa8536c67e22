/** Starting an answer as content: a draft with everything filled in that the item knows. */
import type { StartedDraft } from '../../../../contracts/tagging';
import type { Ability } from '../../read-access';
import { getService } from '../../services';
import { oneAtATime, type AdminUser, type Strapi } from '../../strapi';
import { withDraft } from '../items/draft';
import { recordEvent } from '../items/events';
import { linkAnswer, mustTakeAnswers } from './link';

/**
 * Makes a draft with title, stage, personas and byline of the item, linked to it.
 * @throws {ValidationError} when the type takes no drafts, and for a declined or merged item; {ForbiddenError} when the user may not
 *   create entries of it.
 */
export function draftAnswer(
  strapi: Strapi,
  user: AdminUser,
  ability: Ability,
  item: string,
  uid: string
): Promise<StartedDraft> {
  const type = getService(strapi, 'tagging').taggedType(uid);
  // As linking does, which comes at the end: nothing is read before this is locked.
  return oneAtATime(strapi, () =>
    withDraft(strapi, item, null, async (draft) => {
      mustTakeAnswers(draft);
      const stage = draft.resolveByStage ?? draft.stage;
      const named = draft.contributors.filter((rep) => rep.bylineConsent && rep.active);
      const started = await getService(strapi, 'tagging').startDraft({ user, ability }, type, {
        title: draft.buyerWords,
        stage: stage?.documentId ?? null,
        personas: draft.personas.map(({ documentId }) => documentId),
        contributors: named.map(({ documentId }) => documentId),
      });
      const { documentId } = started;
      await linkAnswer(strapi, ability, item, { type: uid, documentId });
      await recordEvent(strapi, { item, kind: 'draftCreated', note: type.info.displayName });
      return started;
    })
  );
}
