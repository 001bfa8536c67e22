/**
 * Keeps the injected fields out of the Content-Type Builder: it would write them into the site's
 * schema files as soon as the type is saved, and the site could not boot without the plugin.
 */
import type { Context, Next } from 'koa';

import { PLUGIN_ID } from '../constants';
import type { PluginConfig } from '../config';
import { contentTypes, useBelow, type ContentTypeSchema, type Strapi } from '../strapi';
import { isInjected } from './opt-in';

type FieldNames = PluginConfig['fieldNames'];
type Json = Record<string, unknown>;

/** Puts the filter in front of the Content-Type Builder's routes, old and new. */
export function keepOutOfContentTypeBuilder(strapi: Strapi, fieldNames: FieldNames): void {
  useBelow(strapi, '/content-type-builder', async (ctx: Context, next: Next) => {
    stripTypes(strapi, requestTypes(ctx), fieldNames);
    await next();
    stripTypes(strapi, answerTypes(ctx.body), fieldNames);
  });
}

/** A content type as a request or an answer describes it. */
interface Described {
  uid: unknown;
  schema: Json;
}

/** Content types in a request: of `update-schema`, or of the older per-type endpoints. */
function requestTypes(ctx: Context): Described[] {
  const body = asJson((ctx.request as { body?: unknown }).body);
  const single = asJson(body?.contentType);
  return [
    ...jsonList(asJson(body?.data)?.contentTypes).map(withUid),
    ...(single ? [{ uid: lastSegment(ctx.path), schema: single }] : []),
  ];
}

/** Undefined where the path is not well-formed: what to say to that is Strapi's business. */
function lastSegment(path: string): string | undefined {
  try {
    return decodeURIComponent(path.split('/').at(-1) ?? '');
  } catch {
    return undefined;
  }
}

/** Content types in an answer: of `schema`, or of the older per-type endpoints. */
function answerTypes(body: unknown): Described[] {
  const data = asJson(body)?.data;
  const schemas = asJson(asJson(data)?.contentTypes);
  if (schemas) return jsonList(Object.values(schemas)).map(withUid);
  return jsonList(Array.isArray(data) ? data : [data]).flatMap((entry) => {
    const schema = asJson(entry.schema);
    return schema ? [{ uid: entry.uid, schema }] : [];
  });
}

function withUid(schema: Json): Described {
  return { uid: schema.uid, schema };
}

function stripTypes(strapi: Strapi, types: Described[], fieldNames: FieldNames): void {
  for (const { uid, schema } of types) {
    const type = contentTypes(strapi).find((candidate) => candidate.uid === uid);
    if (type) stripType(type, schema, fieldNames);
  }
}

/** Removes our attributes and the names we added to `pluginOptions`, in place. */
function stripType(type: ContentTypeSchema, described: Json, fieldNames: FieldNames): void {
  const ours = (name: unknown, attribute: Json | undefined) =>
    typeof name === 'string' &&
    isInjected(type, name, (asJson(attribute?.properties) ?? attribute)?.target, fieldNames);

  if (Array.isArray(described.attributes)) {
    described.attributes = jsonList(described.attributes).filter(
      (attribute) => !ours(attribute.name, attribute)
    );
  }
  const attributes = Array.isArray(described.attributes) ? undefined : asJson(described.attributes);
  for (const [name, attribute] of Object.entries(attributes ?? {})) {
    if (ours(name, asJson(attribute))) delete attributes?.[name];
  }
  const options = asJson(asJson(described.pluginOptions)?.[PLUGIN_ID]);
  if (options && 'fieldNames' in options) {
    const { fieldNames: _names, uid: _uid, ...rest } = options;
    // Where it is not asked for, the schema file does not mention it.
    if (rest.requireStage === false) delete rest.requireStage;
    described.pluginOptions = { ...asJson(described.pluginOptions), [PLUGIN_ID]: rest };
  }
}

function asJson(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined;
}

function jsonList(value: unknown): Json[] {
  if (!Array.isArray(value)) return [];
  return value.map(asJson).filter((entry) => entry !== undefined);
}
