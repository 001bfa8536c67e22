import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import type { EditItemBody } from '../../../../contracts/sales-sourced/inbox';

/** What the edit dialog edits. The slug is empty until there is one; stages and personas by their slugs, the byline by document ids. */
export type EditableFields = Required<
  Pick<
    EditItemBody,
    'buyerWords' | 'kind' | 'slug' | 'stage' | 'resolveByStage' | 'personas' | 'byline'
  >
> &
  // Only there for who may see them.
  Pick<EditItemBody, 'source' | 'account' | 'crmReference'>;

/** The fields as an item has them. */
export function editableFields(item: ItemDetail): EditableFields {
  return {
    buyerWords: item.buyerWords,
    kind: item.kind,
    slug: item.slug ?? '',
    stage: item.stage?.slug ?? null,
    resolveByStage: item.resolveByStage?.slug ?? null,
    personas: item.personas.map(({ slug }) => slug),
    byline: item.byline.map(({ documentId }) => documentId),
    ...privateFields(item),
  };
}

function privateFields({ privateFields }: ItemDetail): Partial<EditableFields> {
  if (!privateFields) return {};
  const { source, account, crmReference } = privateFields;
  return { source, account, crmReference };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Only what differs, so that nothing is written over that somebody else may have changed. */
export function changedFields(
  before: EditableFields,
  after: EditableFields
): Partial<EditableFields> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => !same(value, before[field as keyof EditableFields])
    )
  );
}
