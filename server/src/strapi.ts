/**
 * The one place where Strapi's loose types meet ours: tables, rows and transactions of the running
 * instance. Casts live here and nowhere else.
 */
import type { Core, Schema, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Middleware } from 'koa';

export type Strapi = Core.Strapi;
export type Trx = Knex.Transaction;

/** A content type's schema as the registry holds it. */
export type ContentTypeSchema = Schema.ContentType;

/** A link between rows of two tables, as Strapi's database layer describes it. */
export interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  /** Where an entry may have several: the place among them. */
  orderColumnName?: string;
}

interface ModelAttribute {
  type: string;
  target?: string;
  columnName?: string;
  joinTable?: JoinTable;
}

/** A table and its columns, as Strapi's database layer describes it. */
export interface Model {
  tableName: string;
  attributes: Record<string, ModelAttribute>;
}

/** All content types of the site, plugins included. */
export function contentTypes(strapi: Strapi): ContentTypeSchema[] {
  return Object.values(strapi.contentTypes) as ContentTypeSchema[];
}

/** All content types and components of the site. */
export function allSchemas(strapi: Strapi): object[] {
  const { contentTypes: types, components } = strapi as unknown as Record<
    string,
    Record<string, object>
  >;
  return [...Object.values(types ?? {}), ...Object.values(components ?? {})];
}

/** The table behind a uid, or undefined when the site has no such type. */
export function modelOf(strapi: Strapi, uid: string): Model | undefined {
  const metadata = strapi.db.metadata as unknown as Map<string, Model>;
  return metadata.get(uid);
}

/**
 * Name of the table behind one of our own types.
 * @throws {Error} when there is no such type.
 */
export function tableNameOf(strapi: Strapi, uid: string): string {
  const model = modelOf(strapi, uid);
  if (!model) throw new Error(`${uid} has no table.`);
  return model.tableName;
}

/**
 * The link table of a relation.
 * @throws {Error} when the type has no such relation.
 */
export function linkTableOf(strapi: Strapi, uid: string, attribute: string): JoinTable {
  const joinTable = modelOf(strapi, uid)?.attributes[attribute]?.joinTable;
  if (!joinTable) throw new Error(`${uid} has no relation ${attribute}.`);
  return joinTable;
}

/** The largest row id that PostgreSQL compares without an error. */
export const LARGEST_ID = 2_147_483_647;

/** Every table that the database layer knows: content types, components and internal models. */
export function allModels(strapi: Strapi): [string, Model][] {
  return [...(strapi.db.metadata as unknown as Map<string, Model>).entries()];
}

/**
 * Column of an attribute.
 * @throws {Error} when the model has no such column.
 */
export function columnOf(model: Model, attribute: string): string {
  const found = model.attributes[attribute];
  if (!found) {
    throw new Error(`${model.tableName} has no attribute ${attribute}.`);
  }
  return found.columnName ?? attribute;
}

/**
 * Runs `work` in the transaction that is under way, or in a new one. Every statement that we
 * write ourselves goes through here: on SQLite the pool holds one connection, and a statement beside an open transaction
 * would wait for ever.
 */
export function inTransaction<Result>(
  strapi: Strapi,
  work: (trx: Trx) => Promise<Result>
): Promise<Result> {
  return strapi.db.transaction(({ trx }) => work(trx as Trx)) as Promise<Result>;
}

/**
 * As `inTransaction`, for statements that read whole tables, all of one moment: PostgreSQL has to be told, the
 * others do so anyway. And where it has no statistics of the tables yet, it would compile such a statement
 * first, which takes up to a second for what runs in a millisecond. Within another transaction this
 * reads as that one does.
 */
export function inReadingTransaction<Result>(
  strapi: Strapi,
  work: (trx: Trx) => Promise<Result>
): Promise<Result> {
  const isWithin = strapi.db.inTransaction();
  return inTransaction(strapi, async (trx) => {
    if (dialectOf(strapi) === 'postgres' && !isWithin) {
      await trx.raw('set transaction isolation level repeatable read; set local jit = off');
    }
    return work(trx);
  });
}

/** The databases that Strapi knows; MariaDB is a `mysql`. */
export type Dialect = 'postgres' | 'mysql' | 'sqlite';

/** What Strapi calls the database; knex goes by the name of the driver. */
export function dialectOf(strapi: Strapi): Dialect {
  return strapi.db.dialect.client as Dialect;
}

/**
 * Locks a record that every site with the plugin has, its list of link tables in the core store, until
 * the transaction ends: on however many instances, who holds it for update is alone with it.
 */
export async function lockOwnRecord(
  strapi: Strapi,
  trx: Trx,
  mode: 'share' | 'update'
): Promise<void> {
  const record = tableIn(strapi, trx, 'strapi_core_store_settings')
    .where('key', 'plugin_buyer-journey_link-tables')
    .select('id');
  await (mode === 'share' ? record.forShare() : record.forUpdate());
}

/** As `inTransaction`, and never twice at once. */
export function oneAtATime<Result>(
  strapi: Strapi,
  work: (trx: Trx) => Promise<Result>
): Promise<Result> {
  return inTransaction(strapi, async (trx) => {
    await lockOwnRecord(strapi, trx, 'update');
    return work(trx);
  });
}

/** Calls back once the transaction under way is committed; at once when there is none. */
export async function afterCommit(strapi: Strapi, callback: () => void): Promise<void> {
  const transaction = (
    work: (hooks: { onCommit: (callback: () => void) => void }) => Promise<void>
  ) => strapi.db.transaction(work as never) as Promise<void>;
  await transaction(({ onCommit }) => {
    onCommit(callback);
    return Promise.resolve();
  });
}

/** Statement for the ids of the rows that fit `where`, in Strapi's own query language. */
export function rowIdsWhere(strapi: Strapi, uid: string, where: object): Knex.QueryBuilder {
  interface Builder {
    select(fields: string[]): Builder;
    where(where: object): Builder;
    getKnexQuery(): Knex.QueryBuilder;
  }
  const builder = strapi.db.queryBuilder(uid) as unknown as Builder;
  return builder.select(['id']).where(where).getKnexQuery();
}

/** Table name with the schema that the site configured, as knex wants it. */
export function tableIn(strapi: Strapi, trx: Trx, table: string): Knex.QueryBuilder {
  const schema = strapi.db.getSchemaName();
  return schema ? trx(table).withSchema(schema) : trx(table);
}

/** The admin user whose request is being answered, if any. */
export function signedInAdmin(strapi: Strapi): AdminUser | undefined {
  const state = strapi.requestContext.get()?.state as
    { auth?: { strategy?: { name?: string } }; user?: AdminUser } | undefined;
  return state?.auth?.strategy?.name === 'admin' ? state.user : undefined;
}

export interface AdminUser {
  id: number;
  email: string;
  firstname: string | null;
  lastname: string | null;
  username: string | null;
}

interface Query<Row> {
  create(params: { data: object }): Promise<Row>;
  delete(params: { where: object }): Promise<Row | null>;
  findOne(params: object): Promise<Row | null>;
  findMany(params: object): Promise<Row[]>;
  count(params: object): Promise<number>;
}

/** Rows of a type through Strapi's query layer, with the shape that the caller selects. */
export function rowsOf<Row>(strapi: Strapi, uid: string): Query<Row> {
  return strapi.db.query(uid);
}

interface Documents<Doc> {
  findOne(params: object): Promise<Doc | null>;
  findMany(params: object): Promise<Doc[]>;
  count(params: object): Promise<number>;
  create(params: { data: object }): Promise<Doc>;
  update(params: { documentId: string; data: object }): Promise<Doc>;
  delete(params: { documentId: string }): Promise<unknown>;
}

/** Documents of a type through the Document Service, with the shape that the caller selects. */
export function documentsOf<Doc>(strapi: Strapi, uid: string): Documents<Doc> {
  return strapi.documents(uid as UID.ContentType) as unknown as Documents<Doc>;
}

interface Versions {
  publish(params: { documentId: string }): Promise<unknown>;
  unpublish(params: { documentId: string }): Promise<unknown>;
}

/** Publishing documents of a type that has drafts. */
export function versionsOf(strapi: Strapi, uid: string): Versions {
  return strapi.documents(uid as UID.ContentType);
}

/** A service of another plugin, in the shape that we use of it. */
export function pluginService<Service>(strapi: Strapi, plugin: string, name: string): Service {
  return strapi.plugin(plugin).service(name) as unknown as Service;
}

/** A service of Strapi's admin, in the shape that we use of it. */
export function adminService<Service>(strapi: Strapi, name: string): Service {
  return strapi.service(`admin::${name}`) as unknown as Service;
}

/** A part of Strapi's container, in the shape that we use of it. */
export function partOf<Part>(strapi: Strapi, name: string): Part {
  return strapi.get<Part>(name);
}

/**
 * Calls back with all data of an answer of the content API before Strapi sanitizes it, entry by entry.
 * Strapi has no hook for that: where its own function changes, nothing is called.
 */
export function beforePublicOutput(
  strapi: Strapi,
  callback: (data: unknown) => Promise<void>
): void {
  type Output = (data: unknown, ...rest: unknown[]) => Promise<unknown>;
  const sanitize = strapi.contentAPI.sanitize as unknown as { output: Output };
  const { output } = sanitize;
  sanitize.output = async (data, ...rest) => {
    await callback(data);
    return output(data, ...rest);
  };
}

/** Calls back after each sync of the database with the content types. */
export function onSchemaSync(strapi: Strapi, callback: () => Promise<void>): void {
  const hook = strapi.hook('strapi::content-types.afterSync') as unknown as {
    register(callback: () => Promise<void>): void;
  };
  hook.register(callback);
}

/** Puts a middleware in front of all routes below a path. */
export function useBelow(strapi: Strapi, path: string, middleware: Middleware): void {
  const router = strapi.server.router as unknown as {
    use(path: string, middleware: Middleware): void;
  };
  router.use(path, middleware);
}

/** Whether the type has locales. */
export function isLocalized(type: ContentTypeSchema): boolean {
  const i18n = type.pluginOptions?.i18n as { localized?: boolean } | undefined;
  return i18n?.localized === true;
}

/** Whether the type has drafts beside its published versions. */
export function hasDraftAndPublish(type: ContentTypeSchema): boolean {
  return type.options?.draftAndPublish === true;
}

/** Whether the site itself declares the type. */
export function isSiteType(type: ContentTypeSchema): boolean {
  return type.uid.startsWith('api::');
}

export interface Locale {
  code: string;
  name: string;
  isDefault: boolean;
}

interface LocaleService {
  find(): Promise<{ code: string; name: string }[]>;
  getDefaultLocale(): Promise<string>;
}

/** The site's locales, the default one first; empty when the i18n plugin is not there. */
export async function siteLocales(strapi: Strapi): Promise<Locale[]> {
  if (!('i18n' in strapi.plugins)) return [];
  const service = pluginService<LocaleService>(strapi, 'i18n', 'locales');
  const [locales, defaultCode] = [await service.find(), await service.getDefaultLocale()];
  return locales
    .map(({ code, name }) => ({ code, name, isDefault: code === defaultCode }))
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
}
