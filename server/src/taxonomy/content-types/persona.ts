import { MAX_PROFILE_TEXT } from '../../../../contracts/persona-profile';
import { BUYING_ROLES } from '../../../../contracts/taxonomy';

/** A member of the buying group. What sales and marketing know about them stays private. */
export const persona = {
  schema: {
    kind: 'collectionType',
    collectionName: 'buyer_journey_personas',
    info: {
      singularName: 'persona',
      pluralName: 'personas',
      displayName: 'Persona',
      description: 'A member of the buying group, with a buying role',
    },
    options: { draftAndPublish: false },
    attributes: {
      name: { type: 'string', required: true, maxLength: 255 },
      slug: { type: 'uid', targetField: 'name', required: true, maxLength: 255 },
      buyingRole: { type: 'enumeration', enum: [...BUYING_ROLES] },
      description: { type: 'text' },
      position: { type: 'integer', required: true, default: 0, min: 0 },
      translations: { type: 'json' },
      /** Kept on what has it, and not offered for anything new. */
      retired: { type: 'boolean', required: true, default: false },
      goals: privateText(),
      pains: privateText(),
      triggers: privateText(),
      objections: privateText(),
      salesOwner: privateAdminUser(),
      marketingOwner: privateAdminUser(),
    },
  },
};

/** One entry a line. */
function privateText() {
  return { type: 'text', maxLength: MAX_PROFILE_TEXT, private: true, searchable: false };
}

function privateAdminUser() {
  return {
    type: 'relation',
    relation: 'manyToOne',
    target: 'admin::user',
    private: true,
    searchable: false,
  };
}
