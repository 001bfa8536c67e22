/** Tells static sites and CDNs that a stage, persona or rep changed: the name may stand on many pages. */
import { EVENTS, PERSONA_UID, REP_UID, STAGE_UID } from '../constants';
import { afterCommit, type Strapi } from '../strapi';

const EVENT_OF: Record<string, string | undefined> = {
  [STAGE_UID]: EVENTS.stageChanged,
  [PERSONA_UID]: EVENTS.personaChanged,
  [REP_UID]: EVENTS.repChanged,
};

const WRITES = ['create', 'update', 'clone', 'delete'];

/** Registers the middleware; whatever is not a write of a stage, persona or rep passes at once. */
export function tellTermChanges(strapi: Strapi): void {
  strapi.documents.use(async (context, next) => {
    const { uid, action, params } = context as unknown as {
      uid: string;
      action: string;
      params: { documentId?: string };
    };
    const event = EVENT_OF[uid];
    const result = await next();
    if (event === undefined || !WRITES.includes(action)) return result;
    const documentId =
      (result as { documentId?: string } | null)?.documentId ?? params.documentId ?? null;
    await afterCommit(strapi, () => {
      void strapi.eventHub.emit(event, { action, documentId });
    });
    return result;
  });
}
