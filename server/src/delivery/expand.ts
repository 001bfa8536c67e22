/** Whole entries: `fields` and `populate` as each type's own route understands them for the caller. */
import { blameQuery } from '../content-api';
import { checkFilterShape, isGroup } from '../filter-shape';
import { refusal } from '../refusal';
import type { ContentEntry } from '../../../contracts/delivery';
import { documentsOf, type ContentTypeSchema, type Strapi } from '../strapi';
import { keyOf, versionsWith, type Doc } from './entries';
import type { DeliveredType, Selection } from './selection';

/** What a caller asks of whole entries. */
export interface WholeQuery {
  fields?: unknown;
  populate?: unknown;
}

/**
 * Adds to each entry the whole of it. Entries that are gone by now are left out. A fixed number of statements for each
 * type, however many entries.
 * @param auth of the request.
 * @throws {ValidationError} when the type's own route would refuse what is asked.
 */
export async function addWholes(
  strapi: Strapi,
  auth: unknown,
  selection: Selection,
  entries: ContentEntry[],
  asked: WholeQuery
): Promise<ContentEntry[]> {
  const wholes = new Map<string, Record<string, unknown>>();
  for (const type of selection.types) {
    const { uid } = type.schema;
    const ids = entries.filter((entry) => entry.type === uid).map(({ documentId }) => documentId);
    if (ids.length === 0) continue;
    const versions = versionsWith(selection, type, ids);
    for (const doc of await readWhole(strapi, auth, type.schema, versions, asked)) {
      wholes.set(keyOf({ type: uid, documentId: doc.documentId }), doc);
    }
  }
  return entries.flatMap((entry) => {
    const whole = wholes.get(keyOf(entry));
    return whole ? [{ ...entry, entry: whole }] : [];
  });
}

/** Entries of a type, read, validated and sanitized as the type's own route would. */
async function readWhole(
  strapi: Strapi,
  auth: unknown,
  schema: ContentTypeSchema,
  versions: object,
  asked: WholeQuery
): Promise<Doc[]> {
  const { contentAPI } = strapi;
  const options = { auth: auth as never };
  const query = ownPart(schema, asked);
  const read = async () => {
    await contentAPI.validate.query(query as never, schema, options);
    const sanitized = (await contentAPI.sanitize.query(query as never, schema, options)) as object;
    return documentsOf<Doc>(strapi, schema.uid).findMany({ ...sanitized, ...versions });
  };
  const found = await read().catch((error: unknown) => blameQuery(strapi, error));
  return (await contentAPI.sanitize.output(found, schema, options)) as Doc[];
}

/**
 * Checks names that `fields` and `populate` give at their top level, where types differ: each type takes those it has.
 * @throws {ValidationError} naming the parameter when no type has an attribute of that name, or a filter in it has a shape that
 *   cannot be meant.
 */
export function checkNames(types: DeliveredType[], asked: WholeQuery): void {
  checkFilterShape({ populate: asked.populate });
  for (const parameter of ['fields', 'populate'] as const) {
    const unknown = namesIn(parameter, asked[parameter]).find(
      (name) => !types.some(({ schema }) => isOwn(schema, name))
    );
    // Without a type to answer for, nothing can be said of a name.
    if (unknown !== undefined && types.length > 0) {
      throw refusal(parameter, `“${unknown}” is not an attribute of any of these content types`);
    }
  }
}

const EVERYTHING = '*';
/** Fields that every type has. */
const COMMON = ['id', 'documentId'];

/** `body.text` is about `body`. */
function isOwn({ attributes }: ContentTypeSchema, path: string): boolean {
  const [name = ''] = path.split('.');
  return name === EVERYTHING || COMMON.includes(name) || Object.hasOwn(attributes, name);
}

/** What of the question the type can answer. */
function ownPart(schema: ContentTypeSchema, { fields, populate }: WholeQuery): WholeQuery {
  const own = (names: string[]) =>
    names.includes(EVERYTHING) ? EVERYTHING : names.filter((name) => isOwn(schema, name));
  const part: WholeQuery = {};
  // With none of its own, a type answers with what it is known by.
  if (fields !== undefined) part.fields = own(['documentId', ...namesIn('fields', fields)]);
  if (isGroup(populate)) {
    part.populate = Object.fromEntries(
      Object.entries(populate).filter(([name]) => isOwn(schema, name))
    );
  } else if (populate !== undefined) {
    part.populate = own(namesIn('populate', populate));
  }
  return part;
}

/** The top-level names in a parameter: a list, a text with commas or, for `populate`, an object. */
function namesIn(parameter: 'fields' | 'populate', value: unknown): string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value.split(',').map((name) => name.trim());
  if (Array.isArray(value)) {
    if (value.every((name) => typeof name === 'string')) {
      return value.flatMap((name) => namesIn(parameter, name));
    }
  } else if (parameter === 'populate' && isGroup(value)) {
    return Object.keys(value);
  }
  throw refusal(parameter, 'must be names of attributes');
}
