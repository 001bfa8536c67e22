/** A stage or persona as data, to be made again just as it was. */
import { modelOf, rowsOf, type Strapi } from '../strapi';

/** Attributes by name; relations as the ids of their rows. The row id itself is not in here. */
export interface KeptRecord {
  fields: Record<string, unknown>;
  relations: Record<string, number[]>;
}

interface Related {
  id: number;
}

/** @throws {Error} when there is no such document. */
export async function keepRecord(
  strapi: Strapi,
  uid: string,
  documentId: string
): Promise<KeptRecord> {
  const names = Object.keys(relationsOf(strapi, uid));
  const row = await rowsOf<Record<string, unknown>>(strapi, uid).findOne({
    where: { documentId },
    populate: Object.fromEntries(names.map((name) => [name, { select: ['id'] }])),
  });
  if (!row) throw new Error(`${uid} has no document ${documentId}.`);
  const { id: _id, ...attributes } = row;
  const entries = Object.entries(attributes);
  return {
    fields: Object.fromEntries(entries.filter(([name]) => !names.includes(name))),
    relations: Object.fromEntries(
      entries
        .filter(([name]) => names.includes(name))
        .map(([name, related]) => [name, relatedIds(related)])
    ),
  };
}

/** Makes it again, with its old document id; what it was related to and is gone since is left out. */
export async function makeAgain(
  strapi: Strapi,
  uid: string,
  { fields, relations }: KeptRecord
): Promise<{ id: number; documentId: string }> {
  const targets = relationsOf(strapi, uid);
  const known = Object.entries(fields).filter(([name]) => name in attributesOf(strapi, uid));
  const related: [string, number[]][] = [];
  for (const [name, ids] of Object.entries(relations)) {
    const target = targets[name];
    if (target === undefined || ids.length === 0) continue;
    const rows = await rowsOf<Related>(strapi, target).findMany({
      select: ['id'],
      where: { id: { $in: ids } },
    });
    related.push([name, rows.map(({ id }) => id)]);
  }
  return rowsOf<{ id: number; documentId: string }>(strapi, uid).create({
    data: { ...Object.fromEntries(known), ...Object.fromEntries(related) },
  });
}

function attributesOf(strapi: Strapi, uid: string) {
  return modelOf(strapi, uid)?.attributes ?? {};
}

/** Targets of the relations of a type, by attribute. */
function relationsOf(strapi: Strapi, uid: string): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(attributesOf(strapi, uid)).flatMap(([name, { type, target }]) =>
      type === 'relation' && target !== undefined ? [[name, target]] : []
    )
  );
}

function relatedIds(related: unknown): number[] {
  return ([related ?? []].flat() as Related[]).map(({ id }) => id);
}
