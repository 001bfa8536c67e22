/** What all ledgers have in common: workspace facts that no screen of Strapi's own shows. */
interface Ledger {
  /** Singular and plural, as Strapi names types. */
  names: [singular: string, plural: string];
  displayName: string;
  attributes: Record<string, object>;
  /** Columns that are unique together. */
  unique?: string[];
  /** Further columns that rows are looked up by. */
  indexed?: string[];
}

/** A hidden content type. It points at documents by uid and document id: publishing makes new rows. */
export function ledger({ names, displayName, attributes, unique, indexed = [] }: Ledger) {
  const [singularName, pluralName] = names;
  const table = `buyer_journey_${pluralName.replaceAll('-', '_')}`;
  return {
    schema: {
      kind: 'collectionType',
      collectionName: table,
      info: { singularName, pluralName, displayName },
      options: { draftAndPublish: false },
      pluginOptions: {
        'content-manager': { visible: false },
        'content-type-builder': { visible: false },
      },
      attributes,
      indexes: [
        ...(unique ? [{ name: `${table}_once`, columns: unique, type: 'unique' }] : []),
        ...indexed.map((column) => ({ name: `${table}_${column}`, columns: [column], type: null })),
      ],
    },
  };
}
