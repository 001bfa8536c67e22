import { columnOf, modelOf, type Strapi } from '../strapi';

/** Columns that tell the versions of a document apart; null where the table has none, as those of components. */
export interface OwnerColumns {
  documentId: string | null;
  locale: string | null;
  publishedAt: string | null;
}

/** Of the table behind a uid. */
export function ownerColumns(strapi: Strapi, uid: string): OwnerColumns {
  const model = modelOf(strapi, uid);
  // A type that Strapi no longer knows was a content type: components take their links along.
  if (!model) return { documentId: 'document_id', locale: 'locale', publishedAt: 'published_at' };
  const column = (attribute: string) =>
    attribute in model.attributes ? columnOf(model, attribute) : null;
  return {
    documentId: column('documentId'),
    locale: column('locale'),
    publishedAt: column('publishedAt'),
  };
}
