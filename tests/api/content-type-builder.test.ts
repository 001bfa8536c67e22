/** The Content-Type Builder never writes our fields into the site's schema files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { call, get, signIn } from '../site/client';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const PAGE = 'api::page.page';
const NOTE = 'api::note.note';
const LEAFLET = 'api::leaflet.leaflet';
const TAGS = ['journeyStage', 'personas', 'contributors'];
const TAG_NAMES = /journeyStage|personas|contributors|fieldNames/;
const ENABLED = { 'buyer-journey': { enabled: true } };

interface Attribute {
  name: string;
  [property: string]: unknown;
}
interface Described {
  uid: string;
  kind: string;
  options: object;
  pluginOptions: Record<string, { fieldNames?: unknown }>;
  info: { displayName: string };
  attributes: Attribute[];
}

const types = [
  contentType('article', {
    // The site's own attributes that look like ours: one has another name, one another target.
    attributes: {
      related: { type: 'relation', relation: 'oneToOne', target: 'plugin::buyer-journey.stage' },
      audience: { type: 'string' },
    },
  }),
  contentType('page', { kind: 'singleType' }),
  contentType('leaflet', { enabled: false }),
  contentType('note', { enabled: undefined }),
];

let site: Site;
let token: string;
beforeAll(async () => {
  site = await startSite({ types, develop: true });
  token = await signIn(site);
});
afterAll(() => site.remove());

interface SchemaFile {
  attributes: Record<string, object>;
  pluginOptions: object;
}

/** What the site's developer has in the repository. */
const schemaFile = (name: string) =>
  JSON.parse(
    readFileSync(join(site.dir, `src/api/${name}/content-types/${name}/schema.json`), 'utf8')
  ) as SchemaFile;

/** A type as the running site has it, fields of ours included. */
const running = (uid: string) => site.strapi.contentType(uid as never) as unknown as Described;

/** Attributes as the admin would send them, had it been told of ours. */
function attributesToSend(uid: string) {
  const attributes = Object.entries(running(uid).attributes as unknown as Record<string, object>);
  return attributes
    .filter(([name]) => ['title', 'related', 'audience', ...TAGS].includes(name))
    .map(([name, properties]) => ({ action: 'update', name, properties: { ...properties, name } }));
}

/** What the admin's form sends when the type is saved. */
const toSend = (uid: string, more: object = {}) => ({
  action: 'update',
  uid,
  kind: running(uid).kind,
  displayName: running(uid).info.displayName,
  draftAndPublish: true,
  pluginOptions: { ...ENABLED, 'buyer-journey': running(uid).pluginOptions['buyer-journey'] },
  attributes: attributesToSend(uid),
  ...more,
});

/** Saves as the admin does. Strapi takes one such request, and then waits to be started again. */
const save = (...contentTypes: object[]) =>
  call(site, 'POST', '/content-type-builder/update-schema', {
    token,
    body: { data: { contentTypes, components: [] } },
  });

describe('what the Content-Type Builder is shown', () => {
  test('has none of our fields, neither in the schema nor type by type', async () => {
    expect(Object.keys(running(ARTICLE).attributes)).toEqual(expect.arrayContaining(TAGS));
    for (const path of ['schema', 'content-types', `content-types/${ARTICLE}`]) {
      const { status, body } = await get(site, `/content-type-builder/${path}`, token);
      expect([path, status]).toEqual([path, 200]);
      const data = body.data as object | { uid: string }[];
      const shown = JSON.stringify(
        path === 'schema'
          ? Object.values((data as { contentTypes: object }).contentTypes).filter(isOfSite)
          : [data].flat().filter(isOfSite)
      );
      expect(shown).toContain('related');
      expect(shown).not.toMatch(TAG_NAMES);
    }
  });

  test('has the opt-in, and the site’s own attributes that point at stages', async () => {
    const { body } = await get(site, '/content-type-builder/schema', token);
    const { contentTypes } = body.data as { contentTypes: Record<string, Described> };
    expect(contentTypes[ARTICLE]?.pluginOptions).toEqual(ENABLED);
    expect(contentTypes[ARTICLE]?.attributes.map(({ name }) => name)).toEqual([
      'title',
      'related',
      'audience',
    ]);
  });

  test('leaves the running site as it is', () => {
    expect(running(ARTICLE).pluginOptions['buyer-journey']?.fieldNames).toBeDefined();
    expect(Object.keys(running(ARTICLE).attributes)).toEqual(expect.arrayContaining(TAGS));
  });

  function isOfSite(described: object): boolean {
    return (described as { uid: string }).uid.startsWith('api::');
  }
});

describe('saving types with our fields in the request', () => {
  beforeAll(async () => {
    const kept = attributesToSend(ARTICLE).filter(({ name }) => name !== 'audience');
    const sent = [
      toSend(ARTICLE, {
        attributes: [
          ...kept,
          { action: 'delete', name: 'audience' },
          { action: 'create', name: 'summary', properties: { type: 'text' } },
        ],
      }),
      toSend(PAGE),
    ];
    for (const type of sent) expect(JSON.stringify(type)).toMatch(TAG_NAMES);
    const { status, body } = await save(...sent);
    expect([status, body]).toEqual([200, {}]);
  });
  afterAll(() => site.restart({ types, develop: true }));

  test('writes none of them, and the site’s own: new, changed and removed ones', () => {
    expect(Object.keys(schemaFile('article').attributes)).toEqual(['title', 'related', 'summary']);
    expect(schemaFile('article')).not.toHaveProperty('indexes');
  });

  test('works for single types, where Strapi would not even accept such relations', () => {
    expect(Object.keys(schemaFile('page').attributes)).toEqual(['title']);
  });

  test('keeps the opt-in, without the names that we add to it', () => {
    expect(schemaFile('article').pluginOptions).toEqual(ENABLED);
    expect(schemaFile('page').pluginOptions).toEqual(ENABLED);
  });
});

describe('saving', () => {
  const title = { action: 'update', name: 'title', properties: { type: 'string' } };

  test('opts a type in and out, and lets the site have its own attribute of one of our names', async () => {
    const off = { 'buyer-journey': { enabled: false } };
    const personas = { action: 'create', name: 'personas', properties: { type: 'string' } };
    const { status } = await save(
      toSend(ARTICLE, { pluginOptions: off }),
      toSend(NOTE, { pluginOptions: ENABLED, attributes: [title] }),
      toSend(LEAFLET, { pluginOptions: off, attributes: [title, personas] })
    );
    expect(status).toBe(200);
    expect(schemaFile('article').pluginOptions).toEqual(off);
    expect(schemaFile('note').pluginOptions).toEqual(ENABLED);
    expect(Object.keys(schemaFile('leaflet').attributes)).toEqual(['title', 'personas']);
    await site.restart({ types, develop: true });
  });

  test('keeps the rule that a stage is needed, where it is asked for', async () => {
    const rule = { 'buyer-journey': { enabled: true, requireStage: true } };
    expect((await save(toSend(ARTICLE, { pluginOptions: rule }))).status).toBe(200);
    expect(schemaFile('article').pluginOptions).toEqual(rule);
    const others = types.slice(1);
    const asking = contentType('article', { requireStage: true });
    await site.restart({ types: [asking, ...others], develop: true });
    const { body } = await get(site, '/content-type-builder/schema', token);
    const { contentTypes } = body.data as { contentTypes: Record<string, Described> };
    expect(contentTypes[ARTICLE]?.pluginOptions).toEqual(rule);
    await site.restart({ types, develop: true });
  });

  test('by way of the older endpoint writes none of our fields either', async () => {
    const { kind, info, pluginOptions } = running(ARTICLE);
    const attributes = Object.fromEntries(
      attributesToSend(ARTICLE).map(({ name, properties }) => [name, properties])
    );
    const older = { kind, ...info, draftAndPublish: true, attributes, pluginOptions };
    expect(JSON.stringify(older)).toMatch(TAG_NAMES);
    const path = `/content-type-builder/content-types/${encodeURIComponent(ARTICLE)}`;
    const body = { contentType: older, components: [] };
    expect((await call(site, 'PUT', path, { token, body })).status).toBe(201);
    expect(Object.keys(schemaFile('article').attributes)).toEqual(['title', 'related', 'audience']);
    expect(schemaFile('article').pluginOptions).toEqual(ENABLED);
  });

  test('under a path that makes no sense is no server error', async () => {
    for (const path of ['%E0%A4%A', 'content-types/%E0%A4%A', 'content-types/']) {
      const body = { contentType: { attributes: [] } };
      const { status } = await call(site, 'PUT', `/content-type-builder/${path}`, { token, body });
      expect([path, status < 500]).toEqual([path, true]);
    }
  });
});
