/** The salesperson credited: a public profile and private data. */
export const rep = {
  schema: {
    kind: 'collectionType',
    collectionName: 'buyer_journey_reps',
    info: {
      singularName: 'rep',
      pluralName: 'reps',
      displayName: 'Rep',
      description: 'A salesperson whose knowledge is credited on the site',
    },
    options: { draftAndPublish: false },
    attributes: {
      displayName: { type: 'string', required: true, maxLength: 255 },
      slug: { type: 'uid', targetField: 'displayName', required: true, maxLength: 255 },
      jobTitle: { type: 'string', maxLength: 255 },
      bio: { type: 'text' },
      photo: { type: 'media', multiple: false, allowedTypes: ['images'] },
      bylineConsent: { type: 'boolean', required: true, default: false },
      email: { type: 'email', private: true, searchable: false },
      adminUser: {
        type: 'relation',
        relation: 'oneToOne',
        target: 'admin::user',
        private: true,
        searchable: false,
      },
      /** False for a rep made from an e-mail address that a tool sent, until somebody knows them. */
      confirmed: {
        type: 'boolean',
        required: true,
        default: true,
        private: true,
        searchable: false,
      },
      /** Document id of the profile that this one became part of. */
      mergedInto: {
        type: 'string',
        private: true,
        searchable: false,
        visible: false,
        writable: false,
      },
      erased: {
        type: 'boolean',
        required: true,
        default: false,
        private: true,
        searchable: false,
        visible: false,
        writable: false,
      },
      active: { type: 'boolean', required: true, default: true, private: true, searchable: false },
    },
  },
};
