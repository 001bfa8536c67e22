/** The Document Service as tests call it: with data and parameters of any shape. */
import { documentsOf } from '../../server/src/strapi';
import type { Site } from './site';

/** A document as the Document Service answers it. */
export interface Doc {
  id: number;
  documentId: string;
}

/** The Document Service of a type. */
export interface Versions {
  create(params: object): Promise<Doc>;
  findMany(params: object): Promise<Doc[]>;
  findOne(params: object): Promise<Doc | null>;
  update(params: object): Promise<Doc>;
  publish(params: object): Promise<{ entries: Doc[] }>;
  unpublish(params: object): Promise<unknown>;
  discardDraft(params: object): Promise<unknown>;
  delete(params: object): Promise<unknown>;
}

export const versionsOf = (site: Site, uid: string) =>
  documentsOf<Doc>(site.strapi, uid) as unknown as Versions;

export const createDocument = (site: Site, uid: string, data: object) =>
  documentsOf<Doc>(site.strapi, uid).create({ data });

/** @param more `locale` and `status`, for example. */
export const updateDocument = (
  site: Site,
  uid: string,
  documentId: string,
  data: object,
  more: object = {}
) => versionsOf(site, uid).update({ documentId, data, ...more });

/** Publishes all locales. */
export const publishDocument = (site: Site, uid: string, documentId: string) =>
  versionsOf(site, uid).publish({ documentId, locale: '*' });

/** Removes all rows of the types, in that order: content before the stages that it uses. */
export async function emptyTypes(site: Site, ...uids: string[]): Promise<void> {
  for (const uid of uids) await site.strapi.db.query(uid).deleteMany({});
}
