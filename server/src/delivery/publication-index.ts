/** The index that lets a page of entries be read in order, from its first entry to its last and no further. */
import { indexNameOf, isLocalized, type ContentTypeSchema, type Strapi } from '../strapi';

/**
 * Declares the index on an opted-in type, in place: in the order of `GET /content`, newest or oldest first.
 * Strapi makes it at its schema sync, and drops it again when the type opts out.
 */
export function indexPublications(strapi: Strapi, type: ContentTypeSchema): void {
  const order = ['published_at', 'document_id'];
  type.indexes = [
    ...(type.indexes ?? []),
    {
      name: indexNameOf(strapi, type, 'publications'),
      columns: isLocalized(type) ? ['locale', ...order] : order,
      type: null,
    },
  ];
}
