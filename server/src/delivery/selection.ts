/** Which entries a question of the content API is about, looked up: types, stages and personas that the caller may read. */
import { errors } from '@strapi/utils';

import type { ContentQuery } from '../../../contracts/delivery';
import { mayFind } from '../content-api';
import { PERSONA_UID, REP_UID, STAGE_UID } from '../constants';
import { refusal } from '../refusal';
import { getService } from '../services';
import { defaultLocale, type ContentTypeSchema, type Strapi } from '../strapi';
import type { PublicPersona, PublicStage } from '../taxonomy';
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

/** The stages and personas that there are, in order; undefined where the caller may not find them. */
export interface Terms {
  stages?: PublicStage[];
  personas?: PublicPersona[];
}

/** Entries that are looked at, each in the version that is delivered. */
export interface Selection {
  /** By uid, in ascending order. */
  types: DeliveredType[];
  /** Code of the locale; undefined where the site has none. */
  locale: string | undefined;
  status: 'published' | 'draft';
  /** With names in the locale. */
  terms: Terms;
  /** Whether the caller may read who contributed. */
  showsContributors: boolean;
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
    if (!(await hasFindRoute(strapi, schema.uid))) continue;
    types.push({ schema, tables: tablesOf(strapi, schema, tagging.fieldNames()) });
  }
  return types.sort((a, b) => (a.schema.uid < b.schema.uid ? -1 : 1));
}

const findRoutes = new WeakMap<Strapi, Promise<Set<string>>>();

/**
 * Whether the type's entries can be found by a route of its own: tokens with full access would pass for any. GraphQL asks the
 * same way.
 */
async function hasFindRoute(strapi: Strapi, uid: string): Promise<boolean> {
  const known = findRoutes.get(strapi) ?? findHandlers(strapi);
  findRoutes.set(strapi, known);
  return (await known).has(`${uid}.find`);
}

/** Handlers of the content API in full; routes may leave out the name of their API. */
async function findHandlers(strapi: Strapi): Promise<Set<string>> {
  const apis = Object.entries(await strapi.contentAPI.getRoutesMap());
  return new Set(
    apis.flatMap(([api, routes]) =>
      routes.flatMap(({ handler }: { handler: unknown }) => {
        if (typeof handler !== 'string') return [];
        return handler.includes('::') ? handler : `${api}.${handler}`;
      })
    )
  );
}

/** By uid, or as its route is called. */
export function isNameOf({ uid, info }: ContentTypeSchema, name: string): boolean {
  return [uid, info.pluralName, info.singularName].includes(name);
}

/** What says which entries are meant. */
export type Question = Pick<ContentQuery, 'status'> &
  Partial<Pick<ContentQuery, 'stage' | 'persona' | 'type' | 'everyone' | 'locale'>>;

/**
 * Looks up what a question is about.
 * @throws {ValidationError} naming `stage` or `persona` when the caller may not read these.
 */
export async function select(strapi: Strapi, auth: unknown, query: Question): Promise<Selection> {
  const locale = query.locale ?? (await defaultLocale(strapi));
  const terms = await readableTerms(strapi, auth, locale);
  const personaIds = idsOf('persona', query.persona, terms.personas);
  return {
    types: await deliveredTypes(strapi, auth, query.type),
    locale,
    status: query.status,
    terms,
    showsContributors: await mayFind(strapi, auth, REP_UID),
    stageIds: idsOf('stage', query.stage, terms.stages),
    audience: personaIds && { personaIds, everyone: query.everyone === true },
  };
}

async function readableTerms(
  strapi: Strapi,
  auth: unknown,
  locale: string | undefined
): Promise<Terms> {
  const taxonomy = getService(strapi, 'taxonomy');
  return {
    stages: (await mayFind(strapi, auth, STAGE_UID))
      ? await taxonomy.publicStages(locale)
      : undefined,
    personas: (await mayFind(strapi, auth, PERSONA_UID))
      ? await taxonomy.publicPersonas(locale)
      : undefined,
  };
}

/**
 * The stages of a selection, which the question is about.
 * @throws {ForbiddenError} when the caller may not read stages.
 */
export function stagesOf({ terms }: Selection): PublicStage[] {
  if (terms.stages) return terms.stages;
  throw new errors.ForbiddenError('This needs the permission to find stages.');
}

/**
 * Row ids of the slugs; unknown ones have none. Filtering by what one may not read would tell of it, and is
 * refused as on Strapi's own routes.
 */
function idsOf(
  parameter: 'stage' | 'persona',
  slugs: string[] | undefined,
  known: { id: number; slug: string }[] | undefined
): number[] | undefined {
  if (slugs === undefined) return undefined;
  if (!known) throw refusal(parameter, `needs the permission to find ${parameter}s`);
  return known.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
}
