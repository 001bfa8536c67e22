/**
 * What holds for items whichever way they are written: our own routes, the Content Manager, REST, or
 * the site's code. Only sensible changes of state, a complete history, and ledgers in step.
 */
import {
  ANSWER_UID,
  DEMAND_UID,
  ECHO_UID,
  EVENTS,
  ITEM_EVENT_UID,
  SALES_SOURCED_UID,
} from '../../constants';
import { TRANSITIONS } from '../../../../contracts/sales-sourced/items';
import { refusal } from '../../refusal';
import {
  afterCommit,
  inTransaction,
  lockOwnRecord,
  rowsOf,
  tableIn,
  tableNameOf,
  type Strapi,
  type Trx,
} from '../../strapi';
import { stampOwnAnswer } from '../answers/stamp';
import { renewDemand } from '../demand/ledger';
import { mustBePublishable, overriddenRules } from '../privacy/publishing';
import { changedFields } from './changes';
import { findDraft, itemRows, lockDraft, type ItemRow } from './draft';
import { recordEvent } from './events';
import { isEmptyAnswer } from './wording';

const WRITES = ['create', 'clone', 'update', 'delete', 'publish', 'unpublish', 'discardDraft'];

interface DocumentCall {
  uid: string;
  action: string;
  params: { documentId?: string; status?: string };
}

/** Registers the middleware; whatever does not write an item passes at once. */
export function guardItems(strapi: Strapi): void {
  strapi.documents.use((context, next) => {
    const { uid, action, params } = context as unknown as DocumentCall;
    if (uid !== SALES_SOURCED_UID || !WRITES.includes(action)) return next();
    return inTransaction(strapi, async (trx) => {
      // Merging is alone with this record: no save may go on with what was there before a merge.
      await lockOwnRecord(strapi, trx, action === 'delete' ? 'update' : 'share');
      const isNew = action === 'create' || action === 'clone';
      if (!isNew) await lockDraft(strapi, trx, params.documentId ?? '');
      const before = isNew ? null : await findDraft(strapi, params.documentId ?? '');
      const wasPublic =
        action === 'unpublish' && before !== null && (await isPublic(strapi, before));
      if (before && action === 'delete') await refuseIfMergedInto(strapi, before);
      if (before?.mergedInto && action === 'discardDraft') {
        throw refusal('workflowState', 'undo the merge before you discard changes');
      }
      const result = await next();
      const documentId = isNew ? createdId(result) : before?.documentId;
      if (documentId === undefined) return result;
      const isPublication = action === 'publish' || params.status === 'published';
      await keepInStep(strapi, trx, { action, isPublication, wasPublic }, documentId, before);
      if (isPublication) {
        await recordPublication(strapi, trx, documentId);
        await announce(strapi, EVENTS.itemPublished, { documentId });
      }
      return result;
    });
  });
}

/** Document id of what was created or cloned. */
function createdId(result: unknown): string | undefined {
  return (result as { documentId?: string } | null)?.documentId;
}

interface Step {
  action: string;
  /** Whether draft and published version are the same now. */
  isPublication: boolean;
  /** Whether there was a published version that is taken away now. */
  wasPublic: boolean;
}

async function keepInStep(
  strapi: Strapi,
  trx: Trx,
  { action, isPublication, wasPublic }: Step,
  documentId: string,
  before: ItemRow | null
): Promise<void> {
  if (action === 'delete') return forget(strapi, trx, documentId);
  if (action === 'unpublish') {
    if (wasPublic) await recordEvent(strapi, { item: documentId, kind: 'unpublished' });
    return;
  }
  const after = await findDraft(strapi, documentId);
  if (!after) return;
  if (after.answer !== null && isEmptyAnswer(after.answer)) {
    await clearAnswer(strapi, trx, isPublication ? { document_id: documentId } : { id: after.id });
    after.answer = null;
  }
  if (action === 'clone') return startAnew(strapi, trx, after);
  mustBeConfirmedForByline(after);
  if (!before) {
    mustHaveReason(after);
    if (after.workflowState === 'merged' && after.mergedInto === null) {
      throw refusal('workflowState', 'an item is merged into another one, not created so');
    }
    await renewDemand(strapi, trx, [documentId]);
    await recordEvent(strapi, { item: documentId, kind: 'created' });
    await announce(strapi, EVENTS.itemCreated, { documentId });
  } else {
    await recordChanges(strapi, trx, before, after);
  }
}

/** A clone is an item of its own: it is not merged, and no tool knows it. */
async function startAnew(strapi: Strapi, trx: Trx, { id, documentId }: ItemRow): Promise<void> {
  await tableIn(strapi, trx, tableNameOf(strapi, SALES_SOURCED_UID)).where('id', id).update({
    workflow_state: 'received',
    decline_reason: null,
    merged_into: null,
    state_before_merge: null,
    external_id: null,
  });
  await renewDemand(strapi, trx, [documentId]);
  await recordEvent(strapi, { item: documentId, kind: 'created' });
  await announce(strapi, EVENTS.itemCreated, { documentId });
}

/** Looks at what was just published, and undoes it all by throwing. */
async function recordPublication(strapi: Strapi, trx: Trx, item: string): Promise<void> {
  const draft = await findDraft(strapi, item);
  if (!draft) return;
  mustBePublishable(draft);
  if (!isEmptyAnswer(draft.answer)) await stampOwnAnswer(strapi, trx, item);
  await recordEvent(strapi, { item, kind: 'published', note: overriddenRules() });
}

async function recordChanges(
  strapi: Strapi,
  trx: Trx,
  before: ItemRow,
  after: ItemRow
): Promise<void> {
  const item = after.documentId;
  const [from, to] = [before.workflowState, after.workflowState];
  mustHaveReason(after);
  if (before.rep?.id !== after.rep?.id) await forgetApproval(strapi, trx, after);
  if (from !== to) {
    mustBeSensible(before, after);
    await mustNotBePublic(strapi, after);
    const merging = to === 'merged' || from === 'merged';
    // Merging says more about itself than that the state changed.
    const note = to === 'declined' ? after.declineReason : null;
    const step = { item, kind: 'state', fromState: from, toState: to, note } as const;
    if (!merging) await recordEvent(strapi, step);
    await announce(strapi, EVENTS.itemStateChanged, { documentId: item, from, to });
  }
  if (before.owner?.id !== after.owner?.id) {
    await recordEvent(strapi, { item, kind: 'assigned' });
  }
  const fields = changedFields(before, after);
  if (fields.length > 0) await recordEvent(strapi, { item, kind: 'edited', fields });
}

/** Only the server writes `mergedInto`, so what goes with it is a merge and nothing else is. */
function mustBeSensible(before: ItemRow, after: ItemRow): void {
  const merging = after.workflowState === 'merged' && after.mergedInto !== null;
  const unmerging = before.workflowState === 'merged' && after.mergedInto === null;
  const sensible = TRANSITIONS[before.workflowState].includes(after.workflowState);
  if (merging || (unmerging && before.mergedInto !== null) || sensible) return;
  throw refusal(
    'workflowState',
    `an item that is ${before.workflowState} cannot become ${after.workflowState}`
  );
}

/** Approval was given by another rep. */
async function forgetApproval(strapi: Strapi, trx: Trx, { id }: ItemRow): Promise<void> {
  await tableIn(strapi, trx, tableNameOf(strapi, SALES_SOURCED_UID))
    .where('id', id)
    .update({ approved_wording: null });
}

/** What is declined or merged must not stay on the site. */
async function mustNotBePublic(strapi: Strapi, item: ItemRow): Promise<void> {
  if (item.workflowState !== 'declined' && item.workflowState !== 'merged') return;
  if (!(await isPublic(strapi, item))) return;
  throw refusal('workflowState', 'this item is public: unpublish it first');
}

async function isPublic(strapi: Strapi, { documentId }: ItemRow): Promise<boolean> {
  const where = { documentId, publishedAt: { $notNull: true } };
  return (await rowsOf(strapi, SALES_SOURCED_UID).count({ where })) > 0;
}

function mustHaveReason({ workflowState, declineReason }: ItemRow): void {
  if (workflowState !== 'declined' || declineReason?.trim()) return;
  throw refusal('declineReason', 'declining needs a reason, which the rep sees');
}

/** An editor without a word in it is no answer: the database tells answered items by it. */
async function clearAnswer(
  strapi: Strapi,
  trx: Trx,
  rows: { id: number } | { document_id: string }
): Promise<void> {
  await tableIn(strapi, trx, tableNameOf(strapi, SALES_SOURCED_UID))
    .where(rows)
    .update({ answer: null });
}

/** What a tool brought in is nobody's word yet. */
function mustBeConfirmedForByline({ confirmed, contributors }: ItemRow): void {
  if (confirmed || contributors.length === 0) return;
  throw refusal('contributors', 'confirm who said it before a name goes on it');
}

async function refuseIfMergedInto(strapi: Strapi, { documentId }: ItemRow): Promise<void> {
  const merged = await itemRows(strapi, { mergedInto: documentId, publishedAt: { $null: true } });
  if (merged.length === 0) return;
  throw refusal(
    'documentId',
    `${merged.length} other items were merged into this one: undo that first, or decline it`
  );
}

/** The ledgers of an item go with it. */
async function forget(strapi: Strapi, trx: Trx, item: string): Promise<void> {
  for (const uid of [ECHO_UID, ANSWER_UID, DEMAND_UID, ITEM_EVENT_UID]) {
    await tableIn(strapi, trx, tableNameOf(strapi, uid)).where('item', item).delete();
  }
}

function announce(strapi: Strapi, event: string, payload: object): Promise<void> {
  return afterCommit(strapi, () => {
    void strapi.eventHub.emit(event, payload);
  });
}
