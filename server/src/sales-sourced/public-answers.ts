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
  beforePublicOutput(strapi, (data) =>
    readHidden(strapi, relatedIn(data, names()), lookedAt(strapi))
  );
  sanitizers.add('content-api.output', (schema) => async (data) => {
    const related = relatedIn(data, names());
    if (related.length === 0) return data;
    const looked = lookedAt(strapi);
    await readHidden(strapi, related, looked);
    return withoutHidden(strapi, schema, data, { names: names(), looked });
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

async function withoutHidden(
  strapi: Strapi,
  schema: Schema,
  data: Data,
  { names, looked }: { names: Set<string>; looked: Looked }
): Promise<Data> {
  const visit: Visitor = ({ key, value, attribute }, entity) => {
    // Bylines are kept clean where they are written, and so were not looked up.
    if (!attribute || !names.has(key) || !leadsToGuarded(attribute)) return Promise.resolve();
    const list = ([value].flat() as (Related | null)[]).filter((related) => related !== null);
    const shown = list.filter(
      (related) => !isHidden(looked, attribute.target ?? related.__type ?? '', related)
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

/** Row ids that were looked up, and those of them that may be seen, by type. */
type Looked = Map<string, { at: Set<number>; shown: Set<number> }>;

const lookedByRequest = new WeakMap<object, Looked>();

/** Kept for a request; without one, each entry is looked up by itself. */
function lookedAt(strapi: Strapi): Looked {
  const request = strapi.requestContext.get() as object | undefined;
  const known = request && lookedByRequest.get(request);
  if (known) return known;
  const looked: Looked = new Map(
    Object.keys(SHOWN).map((uid) => [uid, { at: new Set(), shown: new Set() }])
  );
  if (request) lookedByRequest.set(request, looked);
  return looked;
}

/** What was not looked up is hidden: nothing is shown by mistake. */
function isHidden(looked: Looked, target: string, { id }: Related): boolean {
  if (!(target in SHOWN)) return false;
  return id === undefined || looked.get(target)?.shown.has(id) !== true;
}

/** Looks up which rows may be seen: one statement for each type that is met, however many rows. */
async function readHidden(strapi: Strapi, related: Related[], looked: Looked): Promise<void> {
  for (const [uid, { at, shown }] of looked) {
    const ids = related.flatMap(({ id, __type }) =>
      id !== undefined && (__type ?? uid) === uid && !at.has(id) ? id : []
    );
    await inChunks([...new Set(ids)], async (some) => {
      const rows = await rowsOf<{ id: number }>(strapi, uid).findMany({
        select: ['id'],
        where: { id: { $in: some }, ...SHOWN[uid] },
      });
      for (const id of some) at.add(id);
      for (const { id } of rows) shown.add(id);
    });
  }
}
