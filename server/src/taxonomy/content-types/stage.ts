import { CTA_POLICIES } from '../../../../contracts/taxonomy';

/** One step of the buyer's journey. Not localized: `translations` holds its texts by locale. */
export const stage = {
  schema: {
    kind: 'collectionType',
    collectionName: 'buyer_journey_stages',
    info: {
      singularName: 'stage',
      pluralName: 'stages',
      displayName: 'Journey stage',
      description: 'A step of the buyer’s journey, in order',
    },
    options: { draftAndPublish: false },
    attributes: {
      name: { type: 'string', required: true, maxLength: 255 },
      slug: { type: 'uid', targetField: 'name', required: true, maxLength: 255 },
      position: { type: 'integer', required: true, default: 0, min: 0 },
      color: { type: 'string', regex: '^#[0-9a-fA-F]{6}$' },
      description: { type: 'text' },
      buyerQuestion: { type: 'string', maxLength: 255 },
      alwaysOn: { type: 'boolean', required: true, default: false },
      ctaPolicy: { type: 'enumeration', enum: [...CTA_POLICIES], default: 'soft' },
      translations: { type: 'json' },
      /** Kept on what has it, and not offered for anything new. */
      retired: { type: 'boolean', required: true, default: false },
      salesRole: { type: 'text', private: true, searchable: false },
      marketingRole: { type: 'text', private: true, searchable: false },
    },
  },
};
