/**
 * Ways to a rep or an item that neither the consent invariant nor the public reads cover: a file
 * populates whatever it is attached to, and a site may relate its own types to ours. Answers of the
 * content API are looked through for these, and lose what the public may not see.
 */
import { traverseEntity } from '@strapi/utils';

import { REP_UID, SALES_SOURCED_UID } from '../constants';
import { getService } from '../services';
import { inChunks } from '../chunks';
import { allSchemas, beforePublicOutput, partOf, rowsOf, type Strapi } from '../strapi';

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
  let known: Set<string> | undefined;
  const names = () => (known ??= namesOfOpenWays(strapi));
  // Entries are looked at one by one, so what all of them lead to is read before the first one.
  beforePublicOutput(strapi, (data) => readHidden(strapi, relatedIn(data, names())));
  sanitizers.add('content-api.output', (schema) => async (data) => {
    const related = relatedIn(data, names());
    if (related.length === 0) return data;
    await readHidden(strapi, related);
    return withoutHidden(strapi, schema, data);
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

/** Everything below the names, in whatever depth. */
function relatedIn(value: unknown, names: Set<string>): Related[] {
  if (Array.isArray(value)) return value.flatMap((item) => relatedIn(item, names));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const own = names.has(key) ? ([part].flat() as (Related | null)[]) : [];
    const deeper = relatedIn(part, names);
    return [
      ...own.filter((related) => typeof related === 'object' && related !== null),
      ...deeper,
    ] as Related[];
  });
}

async function withoutHidden(strapi: Strapi, schema: Schema, data: Data): Promise<Data> {
  const visit: Visitor = ({ key, value, attribute }, entity) => {
    if (!attribute || !leadsToGuarded(attribute)) return Promise.resolve();
    const list = ([value].flat() as (Related | null)[]).filter((related) => related !== null);
    const shown = list.filter(
      (related) => !isHidden(strapi, attribute.target ?? related.__type ?? '', related)
    );
    if (shown.length < list.length) {
      if (Array.isArray(value)) entity.set(key, shown);
      else entity.remove(key);
    }
    return Promise.resolve();
  };
  const getModel = (uid: string) => strapi.getModel(uid as never);
  const traverse = traverseEntity as unknown as Traverse;
  return traverse(visit, { schema, getModel }, data);
}

/** What the public may see, by type. */
const SHOWN: Record<string, object> = {
  [REP_UID]: { active: true, bylineConsent: true },
  [SALES_SOURCED_UID]: { publishedAt: { $notNull: true } },
};

/** Row ids of a type that were looked up, and those of them that may be seen. */
interface Looked {
  at: Set<number>;
  shown: Set<number>;
}

const lookedByRequest = new WeakMap<object, Map<string, Looked>>();

function lookedAt(strapi: Strapi, uid: string): Looked {
  const request: object = strapi.requestContext.get() ?? {};
  const byType = lookedByRequest.get(request) ?? new Map<string, Looked>();
  lookedByRequest.set(request, byType);
  const looked = byType.get(uid) ?? { at: new Set(), shown: new Set() };
  byType.set(uid, looked);
  return looked;
}

/** What was not looked up is hidden: nothing is shown by mistake. */
function isHidden(strapi: Strapi, target: string, { id }: Related): boolean {
  if (!(target in SHOWN)) return false;
  return id === undefined || !lookedAt(strapi, target).shown.has(id);
}

/** Looks up which rows may be seen: one statement for each type that is met, however many rows. */
async function readHidden(strapi: Strapi, related: Related[]): Promise<void> {
  for (const [uid, where] of Object.entries(SHOWN)) {
    const looked = lookedAt(strapi, uid);
    const ids = related.flatMap(({ id, __type }) =>
      id !== undefined && (__type ?? uid) === uid && !looked.at.has(id) ? id : []
    );
    await inChunks([...new Set(ids)], async (some) => {
      const rows = await rowsOf<{ id: number }>(strapi, uid).findMany({
        select: ['id'],
        where: { id: { $in: some }, ...where },
      });
      for (const id of some) looked.at.add(id);
      for (const { id } of rows) looked.shown.add(id);
    });
  }
}
