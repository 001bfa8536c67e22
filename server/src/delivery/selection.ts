/** Which entries a question of the content API is about, looked up: types, stages and personas that the caller may read. */
import { errors } from '@strapi/utils';

import type { ContentQuery } from '../../../contracts/delivery';
import { mayFind } from '../content-api';
import { PERSONA_UID, STAGE_UID } from '../constants';
import { refusal } from '../refusal';
import { getService } from '../services';
import { siteLocales, type ContentTypeSchema, type Strapi } from '../strapi';
import { tablesOf, type TypeTables } from '../type-tables';

/** A tagged content type that the caller may find. */
export interface DeliveredType {
  schema: ContentTypeSchema;
  tables: TypeTables;
}

/** For whom entries are: for any of the personas, for nobody in particular, or both. */
export interface Audience {
  /** Row ids. */
  personaIds: number[];
  /** Also entries without persona. */
  everyone: boolean;
}

/** Entries that are looked at, each in the version that is delivered. */
export interface Selection {
  /** By uid, in ascending order. */
  types: DeliveredType[];
  /** Code of the locale; undefined where the site has none. */
  locale: string | undefined;
  status: 'published' | 'draft';
  /** Row ids; undefined looks at all entries, also untagged ones. */
  stageIds?: number[];
  /** Undefined is whomever. */
  audience?: Audience;
}

/** The types that the caller may `find`: all of them, or those of the given names. */
export async function deliveredTypes(
  strapi: Strapi,
  auth: unknown,
  names?: string[]
): Promise<DeliveredType[]> {
  const tagging = getService(strapi, 'tagging');
  const types: DeliveredType[] = [];
  for (const schema of tagging.taggedTypes()) {
    if (names && !names.some((name) => isNameOf(schema, name))) continue;
    if (!(await mayFind(strapi, auth, schema.uid))) continue;
    types.push({ schema, tables: tablesOf(strapi, schema, tagging.fieldNames()) });
  }
  return types.sort((a, b) => (a.schema.uid < b.schema.uid ? -1 : 1));
}

/** By uid, or as its route is called. */
export function isNameOf({ uid, info }: ContentTypeSchema, name: string): boolean {
  return [uid, info.pluralName, info.singularName].includes(name);
}

/** The locale that was asked for, else the site's default one. */
export async function deliveredLocale(
  strapi: Strapi,
  locale: string | undefined
): Promise<string | undefined> {
  return locale ?? (await siteLocales(strapi)).find(({ isDefault }) => isDefault)?.code;
}

/** What says which entries are meant. */
export type Question = Pick<ContentQuery, 'status'> &
  Partial<Pick<ContentQuery, 'stage' | 'persona' | 'type' | 'everyone' | 'locale'>>;

/**
 * Looks up what a question is about.
 * @throws {ValidationError} naming `stage` or `persona` when the caller may not read these.
 */
export async function select(strapi: Strapi, auth: unknown, query: Question): Promise<Selection> {
  const personaIds = await idsOf(strapi, auth, 'persona', query.persona);
  return {
    types: await deliveredTypes(strapi, auth, query.type),
    locale: await deliveredLocale(strapi, query.locale),
    status: query.status,
    stageIds: await idsOf(strapi, auth, 'stage', query.stage),
    audience: personaIds && { personaIds, everyone: query.everyone === true },
  };
}

/** @throws {ForbiddenError} when the caller may not read stages, which the question is about. */
export async function mustFindStages(strapi: Strapi, auth: unknown): Promise<void> {
  if (await mayFind(strapi, auth, STAGE_UID)) return;
  throw new errors.ForbiddenError('This needs the permission to find stages.');
}

const TERMS = {
  stage: { uid: STAGE_UID, name: 'stages' },
  persona: { uid: PERSONA_UID, name: 'personas' },
} as const;

/**
 * Row ids of the slugs; unknown ones have none. Filtering by what one may not read would tell of it, and is
 * refused as on Strapi's own routes.
 */
async function idsOf(
  strapi: Strapi,
  auth: unknown,
  parameter: keyof typeof TERMS,
  slugs: string[] | undefined
): Promise<number[] | undefined> {
  if (slugs === undefined) return undefined;
  const { uid, name } = TERMS[parameter];
  if (!(await mayFind(strapi, auth, uid))) {
    throw refusal(parameter, `needs the permission to find ${name}`);
  }
  const known = await getService(strapi, 'taxonomy')[name]();
  return known.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
}
