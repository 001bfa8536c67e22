/**
 * Ways to a rep or an item that neither the consent invariant nor the public reads cover: a file
 * populates whatever it is attached to, and a site may relate its own types to ours. Answers of the
 * content API are looked through for these, and lose what the public may not see.
 */
import { traverseEntity } from '@strapi/utils';

import { REP_UID, SALES_SOURCED_UID } from '../constants';
import { getService } from '../services';
import { allSchemas, partOf, rowsOf, type Strapi } from '../strapi';

const GUARDED = [REP_UID, SALES_SOURCED_UID];

interface Attribute {
  type: string;
  relation?: string;
  target?: string;
}
interface Schema {
  uid: string;
  attributes: Record<string, Attribute>;
}
interface Related {
  id?: number;
  __type?: string;
}
type Data = Record<string, unknown>;
type Sanitizer = (schema: Schema) => (data: Data) => Promise<Data>;
type Visitor = (
  place: { key: string; value: unknown; attribute?: Attribute },
  entity: { remove(key: string): void; set(key: string, value: unknown): void }
) => Promise<void>;
type Traverse = (visit: Visitor, options: object, data: Data) => Promise<Data>;

/** Registers the look through answers. Where nothing can lead to a rep or item, it costs a glance. */
export function limitPublicAnswers(strapi: Strapi): void {
  const sanitizers = partOf<{ add(path: string, sanitizer: Sanitizer): void }>(
    strapi,
    'sanitizers'
  );
  let names: Set<string> | undefined;
  sanitizers.add('content-api.output', (schema) => async (data) => {
    names ??= namesOfOpenWays(strapi);
    return holdsKey(data, names) ? withoutHidden(strapi, schema, data) : data;
  });
}

/** Attribute names that may lead to a rep or an item, other than bylines. */
function namesOfOpenWays(strapi: Strapi): Set<string> {
  const links = getService(strapi, 'tagging').linkTables();
  const isByline = (uid: string, name: string) =>
    links.some(
      (link) => link.tag === 'contributors' && link.uid === uid && link.attribute === name
    );
  const schemas = allSchemas(strapi) as unknown as Schema[];
  return new Set(
    schemas.flatMap(({ uid, attributes }) =>
      Object.entries(attributes)
        .filter(([name, attribute]) => leadsToGuarded(attribute) && !isByline(uid, name))
        .map(([name]) => name)
    )
  );
}

function leadsToGuarded({ type, relation, target }: Attribute): boolean {
  if (type !== 'relation') return false;
  return relation?.startsWith('morphTo') === true || GUARDED.includes(target ?? '');
}

function holdsKey(value: unknown, names: Set<string>): boolean {
  if (Array.isArray(value)) return value.some((item) => holdsKey(item, names));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]) => names.has(key) || holdsKey(part, names));
}

async function withoutHidden(strapi: Strapi, schema: Schema, data: Data): Promise<Data> {
  const visit: Visitor = async ({ key, value, attribute }, entity) => {
    if (!attribute || !leadsToGuarded(attribute)) return;
    const list = ([value].flat() as (Related | null)[]).filter((related) => related !== null);
    const shown: Related[] = [];
    for (const related of list) {
      const target = attribute.target ?? related.__type ?? '';
      if (!(await isHidden(strapi, target, related))) shown.push(related);
    }
    if (shown.length === list.length) return;
    if (Array.isArray(value)) entity.set(key, shown);
    else entity.remove(key);
  };
  const getModel = (uid: string) => strapi.getModel(uid as never);
  const traverse = traverseEntity as unknown as Traverse;
  return traverse(visit, { schema, getModel }, data);
}

async function isHidden(strapi: Strapi, target: string, { id }: Related): Promise<boolean> {
  const condition = HIDDEN[target];
  if (!condition) return false;
  return id === undefined || (await hiddenRows(strapi, target, condition)).has(id);
}

/** What the public may not see, by type. */
const HIDDEN: Record<string, object | undefined> = {
  [REP_UID]: {
    $or: ['active', 'bylineConsent'].flatMap((name) => [
      { [name]: { $ne: true } },
      { [name]: { $null: true } },
    ]),
  },
  [SALES_SOURCED_UID]: { publishedAt: null },
};

/** Ids by type, read once for each request that meets the type, since entries are looked at one by one. */
const hiddenByRequest = new WeakMap<object, Map<string, Promise<Set<number>>>>();

function hiddenRows(strapi: Strapi, target: string, where: object): Promise<Set<number>> {
  const request: object = strapi.requestContext.get() ?? {};
  const known = hiddenByRequest.get(request) ?? new Map<string, Promise<Set<number>>>();
  hiddenByRequest.set(request, known);
  const ids =
    known.get(target) ??
    rowsOf<{ id: number }>(strapi, target)
      .findMany({ select: ['id'], where })
      .then((rows) => new Set(rows.map(({ id }) => id)));
  known.set(target, ids);
  return ids;
}
