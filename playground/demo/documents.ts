/**
 * Where the demo meets Strapi's types. They know the site's content types only after they were
 * generated, and the plugin's fields never: these interfaces name what the demo uses.
 */
import type { Core, UID } from '@strapi/strapi';

export type Strapi = Core.Strapi;

interface Documents {
  create(params: { locale?: string; data: object }): Promise<{ documentId: string }>;
  update(params: { documentId: string; locale?: string; data: object }): Promise<unknown>;
  publish(params: { documentId: string; locale?: string }): Promise<unknown>;
  findFirst(params: { locale?: string; filters?: object }): Promise<{ documentId: string } | null>;
}

/** The Document Service of a content type. */
export function documentsOf(strapi: Strapi, uid: string): Documents {
  return strapi.documents(uid as UID.ContentType);
}

interface Rows {
  create(params: { data: object }): Promise<{ id: number }>;
  createMany(params: { data: object[] }): Promise<unknown>;
  updateMany(params: { where: object; data: object }): Promise<unknown>;
  findOne(params: { where: object }): Promise<{ id: number; updatedAt?: string } | null>;
  findMany(params: { where: object }): Promise<{ id: number; properties?: object }[]>;
}

/** Rows of a content type, below the Document Service. */
export function rowsOf(strapi: Strapi, uid: string): Rows {
  return strapi.db.query(uid);
}

interface Dates {
  createdAt: Date;
  updatedAt: Date;
  publishedAt?: Date;
}

/**
 * Sets the dates of one version, which the Document Service does not allow. As a statement on rows
 * it leaves relations alone, and `updatedAt` is not renewed.
 */
export async function setDates(
  strapi: Strapi,
  uid: string,
  version: { documentId: string; locale?: string; live: boolean },
  dates: Dates
): Promise<void> {
  const { live, ...where } = version;
  await rowsOf(strapi, uid).updateMany({
    where: { ...where, publishedAt: live ? { $notNull: true } : { $null: true } },
    data: dates,
  });
}

/** The moment so many days before now. */
export function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000);
}
