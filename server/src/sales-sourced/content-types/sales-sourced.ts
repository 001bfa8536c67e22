import {
  ITEM_KINDS,
  ITEM_SOURCES,
  WORKFLOW_STATES,
} from '../../../../contracts/sales-sourced/items';
import { PERSONA_UID, REP_UID, STAGE_UID } from '../../constants';

/** Never leaves through the content API, and `_q` does not search it either. */
const hidden = { private: true, searchable: false } as const;

/** Kept by the server alone: no form shows it and no request sets it. */
const internal = { ...hidden, visible: false, writable: false } as const;

/**
 * Something a buyer said. The draft is the workspace, the published version the public page.
 * `workflowState` and not `status`: Strapi reserves that name on types with draft & publish.
 */
export const salesSourced = {
  schema: {
    kind: 'collectionType',
    collectionName: 'buyer_journey_sales_sourced_items',
    info: {
      singularName: 'sales-sourced',
      pluralName: 'sales-sourced-items',
      displayName: 'Sales-sourced item',
      description: 'A question, objection, story, loss or request, in the buyer’s words',
    },
    options: { draftAndPublish: true },
    attributes: {
      buyerWords: { type: 'text', required: true },
      kind: { type: 'enumeration', enum: [...ITEM_KINDS], required: true, default: 'question' },
      answer: { type: 'blocks' },
      slug: { type: 'uid', targetField: 'buyerWords', maxLength: 255 },
      stage: { type: 'relation', relation: 'manyToOne', target: STAGE_UID },
      resolveByStage: { type: 'relation', relation: 'manyToOne', target: STAGE_UID },
      personas: { type: 'relation', relation: 'manyToMany', target: PERSONA_UID },
      contributors: { type: 'relation', relation: 'manyToMany', target: REP_UID },
      rep: { ...hidden, type: 'relation', relation: 'manyToOne', target: REP_UID },
      workflowState: {
        ...hidden,
        type: 'enumeration',
        enum: [...WORKFLOW_STATES],
        required: true,
        default: 'received',
      },
      owner: { ...hidden, type: 'relation', relation: 'manyToOne', target: 'admin::user' },
      dueDate: { ...hidden, type: 'date' },
      source: { ...hidden, type: 'enumeration', enum: [...ITEM_SOURCES] },
      account: { ...hidden, type: 'string', maxLength: 255 },
      crmReference: { ...hidden, type: 'string', maxLength: 255 },
      declineReason: { ...hidden, type: 'text' },
      externalId: { ...hidden, type: 'string', maxLength: 255 },
      /** Whether a person stands behind the words: what a tool brought in carries no byline before. */
      confirmed: { ...internal, type: 'boolean', required: true, default: true },
      /** The answer as the rep wrote or approved it. */
      approvedWording: { ...internal, type: 'text' },
      /** Document id of the item that this one became part of, and the state it had before. */
      mergedInto: { ...internal, type: 'string' },
      stateBeforeMerge: { ...internal, type: 'enumeration', enum: [...WORKFLOW_STATES] },
    },
    /** Tools ask for what they sent before with each request. */
    indexes: [
      {
        name: 'buyer_journey_items_external_id',
        columns: ['external_id'],
        type: null,
      },
    ],
  },
};
