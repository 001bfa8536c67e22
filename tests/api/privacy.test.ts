/**
 * Nothing private leaves through the content API, and nothing private can be guessed through it.
 * Every secret of this site holds the word SECRET, so that one look at an answer is enough.
 */
import { contentTypes, documentsOf } from '../../server/src/strapi';
import { allowPublic, apiToken, call, get, type Answer } from '../site/client';
import { aPersona, aRep, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const ITEM = 'plugin::buyer-journey.sales-sourced';
const PLUGIN_TYPES = ['stage', 'persona', 'rep', 'sales-sourced'];
const ROUTES: Record<string, string> = {
  stage: 'stages',
  persona: 'personas',
  rep: 'reps',
  'sales-sourced': 'sales-sourced',
};

/** Private attributes that Strapi itself adds. */
const STRAPI_PRIVATE = ['createdBy', 'updatedBy', 'locale', 'localizations'];

interface Doc {
  id: number;
  documentId: string;
}

let site: Site;
let fullAccess: string;
let publishedItem: Doc;
let draftItem: Doc;
let hiddenRep: Doc;

beforeAll(async () => {
  site = await startSite({
    types: [
      // Not opted in, and with a relation that goes by the name of a byline.
      contentType('podcast', {
        enabled: undefined,
        draftAndPublish: false,
        attributes: {
          contributors: {
            type: 'relation',
            relation: 'oneToMany',
            target: 'plugin::buyer-journey.rep',
          },
        },
      }),
      contentType('article', {
        attributes: {
          // Relations that the site itself made to our types.
          author: { type: 'relation', relation: 'manyToOne', target: 'plugin::buyer-journey.rep' },
          shy: { type: 'relation', relation: 'oneToMany', target: 'plugin::buyer-journey.rep' },
          question: { type: 'relation', relation: 'oneToOne', target: ITEM },
        },
      }),
    ],
    graphql: true,
  });
  const stage = await aStage(site, 'Decision', {
    salesRole: 'SECRET sales role',
    marketingRole: 'SECRET marketing role',
  });
  const persona = await aPersona(site, 'CFO', {
    goals: 'SECRET goals',
    pains: 'SECRET pains',
    triggers: 'SECRET triggers',
    objections: 'SECRET objections',
  });
  await seedProfileLedgers(persona.documentId);
  const rep = await aRep(site, 'Maya Roth', { email: 'secret@example.com' });
  hiddenRep = await aRep(site, 'SECRET Shy', { bylineConsent: false });
  await aRep(site, 'SECRET Gone', { active: false });

  await site.strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'photo.png',
      hash: 'photo',
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: '/photo.png',
      provider: 'local',
      related: [
        { id: hiddenRep.id, __type: 'plugin::buyer-journey.rep', __pivot: { field: 'photo' } },
      ],
    },
  });

  const items = documentsOf<Doc>(site.strapi, ITEM);
  const secrets = {
    account: 'SECRET account',
    crmReference: 'SECRET reference',
    declineReason: 'SECRET reason',
    externalId: 'SECRET id',
    source: 'call',
    rep: hiddenRep.documentId,
  };
  const versions = items as unknown as { publish(params: object): Promise<unknown> };
  publishedItem = await items.create({
    data: {
      buyerWords: 'What does it cost?',
      slug: 'cost',
      stage: stage.documentId,
      personas: [persona.documentId],
      contributors: [rep.documentId],
      ...secrets,
    },
  });
  await versions.publish({ documentId: publishedItem.documentId });
  await items.update({
    documentId: publishedItem.documentId,
    data: { buyerWords: 'SECRET rewording' },
  });
  draftItem = await items.create({
    data: { buyerWords: 'SECRET draft words', slug: 'secret-draft', ...secrets },
  });
  const articles = documentsOf<Doc>(site.strapi, 'api::article.article');
  const article = await articles.create({
    data: {
      title: 'Costs',
      journeyStage: stage.documentId,
      personas: [persona.documentId],
      contributors: [rep.documentId],
      author: rep.documentId,
      shy: hiddenRep.documentId,
      question: publishedItem.documentId,
    },
  });
  await (articles as unknown as typeof versions).publish({ documentId: article.documentId });

  await documentsOf<Doc>(site.strapi, 'api::podcast.podcast').create({
    data: { title: 'Episode', contributors: [rep.documentId, hiddenRep.documentId] },
  });

  await allowPublic(
    site,
    'api::podcast.podcast.find',
    ...PLUGIN_TYPES.flatMap((type) => [
      `plugin::buyer-journey.${type}.find`,
      `plugin::buyer-journey.${type}.findOne`,
    ]),
    'plugin::upload.content-api.find',
    'plugin::upload.content-api.findOne',
    'api::article.article.find',
    'api::article.article.findOne'
  );
  fullAccess = await apiToken(site, 'full-access');
});
afterAll(() => site.remove());

/** Evidence and a sign-off of a persona, whose owner is a secret too. */
async function seedProfileLedgers(persona: string): Promise<void> {
  const owner = (await site.strapi.db.query('admin::user').create({
    data: { firstname: 'SECRET', lastname: 'Owner', email: 'secret-owner@example.com' },
  })) as { id: number };
  await documentsOf<Doc>(site.strapi, 'plugin::buyer-journey.persona').update({
    ...{ documentId: persona, data: { salesOwner: owner.id, marketingOwner: owner.id } },
  });
  const entry = { persona, team: 'sales', at: new Date() };
  await site.strapi.db
    .query('plugin::buyer-journey.persona-evidence')
    .create({ data: { ...entry, note: 'SECRET evidence', author: owner.id } });
  await site.strapi.db
    .query('plugin::buyer-journey.persona-sign-off')
    .create({ data: { ...entry, adminUser: owner.id } });
}

const tellsSecret = ({ text }: Answer) => /secret/i.test(text);
const list = ({ body }: Answer) => (body.data ?? []) as Record<string, unknown>[];

function privateAttributes(type: string): [string, { type: string; target?: string }][] {
  const schema = contentTypes(site.strapi).find(
    ({ uid }) => uid === `plugin::buyer-journey.${type}`
  );
  return Object.entries(schema?.attributes ?? {}).filter(
    ([name, attribute]) =>
      'private' in attribute && attribute.private === true && !STRAPI_PRIVATE.includes(name)
  );
}

test('every private attribute of every plugin type is kept out of search as well', () => {
  const schemas = contentTypes(site.strapi).filter(({ uid }) =>
    uid.startsWith('plugin::buyer-journey.')
  );
  const shown = schemas.filter(
    ({ pluginOptions }) => pluginOptions?.['content-manager'] === undefined
  );
  expect(shown).toHaveLength(PLUGIN_TYPES.length);
  for (const type of PLUGIN_TYPES) {
    expect(privateAttributes(type).length).toBeGreaterThan(0);
    for (const [name, attribute] of privateAttributes(type)) {
      expect({
        type,
        name,
        searchable: (attribute as { searchable?: boolean }).searchable,
      }).toEqual({
        type,
        name,
        searchable: false,
      });
    }
  }
});

test('ledgers are on no route and in no part of GraphQL', async () => {
  const query = '{ __schema { types { name fields { name } } } }';
  const { text } = await call(site, 'POST', '/graphql', { body: { query } });
  expect(text).toContain('BuyerJourneyStage');
  expect(text).not.toMatch(/BuyerJourney(Echo|Answer|Demand|ItemEvent|Persona(Evidence|SignOff))/i);
  for (const ledger of [
    ...['echoes', 'answers', 'demands', 'item-events'],
    ...['persona-evidences', 'persona-sign-offs'],
  ]) {
    for (const path of [`/api/${ledger}`, `/api/buyer-journey/${ledger}`]) {
      expect([path, (await get(site, path, fullAccess)).status]).toEqual([path, 404]);
    }
  }
});

test('looking through an answer reads only what it shows, in as many statements for many entries', async () => {
  const hidden = 40;
  const reps = Array.from({ length: hidden }, (_, index) => ({
    ...{ documentId: `hiddenrep${index}`, displayName: `SECRET ${index}`, slug: `secret-${index}` },
    ...{ bylineConsent: false, active: true },
  }));
  await site.strapi.db.query('plugin::buyer-journey.rep').createMany({ data: reps });
  const authors = await site.strapi.db.query('plugin::buyer-journey.rep').findMany({
    where: { documentId: { $startsWith: 'hiddenrep' } },
    limit: 4,
  });
  const articles = documentsOf<Doc>(site.strapi, 'api::article.article');
  for (const { documentId } of authors as Doc[]) {
    await (articles as unknown as { create(params: object): Promise<Doc> }).create({
      data: { title: 'By a hidden one', author: documentId },
      status: 'published',
    });
  }
  const statements: number[] = [];
  const count = (rows: unknown) => statements.push(Array.isArray(rows) ? rows.length : 0);
  const look = async (pageSize: number) => {
    statements.length = 0;
    site.strapi.db.connection.on('query-response', count);
    const answer = await get(
      site,
      `/api/articles?populate[author]=true&sort=id:desc&pagination[pageSize]=${pageSize}`
    );
    site.strapi.db.connection.removeListener('query-response', count);
    expect([answer.status, tellsSecret(answer)]).toEqual([200, false]);
    return [...statements];
  };
  await look(1);
  const [one, many] = [await look(1), await look(4)];
  expect(Math.max(...many)).toBeLessThan(hidden);
  expect(many).toHaveLength(one.length);
  for (const { documentId } of authors as Doc[]) {
    const where = { author: { documentId } };
    await site.strapi.db.query('api::article.article').deleteMany({ where });
  }
  await site.strapi.db
    .query('plugin::buyer-journey.rep')
    .deleteMany({ where: { documentId: { $startsWith: 'hiddenrep' } } });
});

describe.each(['the public', 'a full-access token'])('for %s', (who) => {
  const token = () => (who === 'the public' ? undefined : fullAccess);
  const read = (path: string) => get(site, `/api/${path}`, token());

  test.each(PLUGIN_TYPES)(
    'reading %s entries tells no secret, whatever is populated',
    async (type) => {
      const route = `buyer-journey/${ROUTES[type]}`;
      for (const query of [
        '',
        '?populate=*',
        '?populate[0]=createdBy',
        '?populate[personas][populate]=*',
      ]) {
        const answer = await read(route + query);
        expect([200, 400]).toContain(answer.status);
        expect(tellsSecret(answer)).toBe(false);
      }
      const [first] = list(await read(route));
      expect(first).toBeDefined();
      const one = await read(`${route}/${String(first?.documentId)}?populate=*`);
      expect(one.status).toBe(200);
      expect(tellsSecret(one)).toBe(false);
      for (const [name] of privateAttributes(type)) {
        expect(Object.keys(one.body.data as object)).not.toContain(name);
      }
    }
  );

  test.each(PLUGIN_TYPES)(
    'no private field of %s can be filtered, sorted, selected or populated by',
    async (type) => {
      const route = `buyer-journey/${ROUTES[type]}`;
      for (const [name, attribute] of privateAttributes(type)) {
        const filter = attribute.type === 'relation' ? `[id][$notNull]=true` : '[$contains]=SECRET';
        for (const query of [
          `filters[${name}]${filter}`,
          `filters[$or][0][${name}]${filter}`,
          `filters[$not][${name}]${filter}`,
          `sort=${name}`,
          `sort[0][${name}]=asc`,
          ...(attribute.type === 'relation' ? [] : [`fields[0]=${name}`]),
        ]) {
          const answer = await read(`${route}?${query}`);
          expect({ query, status: answer.status }).toEqual({ query, status: 400 });
        }
        const populated = await read(`${route}?populate[0]=${name}`);
        expect({ name, secret: tellsSecret(populated) }).toEqual({ name, secret: false });
        expect(list(populated).every((entry) => !(name in entry))).toBe(true);
      }
    }
  );

  test('private fields cannot be reached from an article either', async () => {
    for (const [field, type] of [
      ['journeyStage', 'stage'],
      ['personas', 'persona'],
      ['contributors', 'rep'],
      ['author', 'rep'],
    ] as const) {
      const populated = await read(`articles?populate[${field}][populate]=*`);
      expect(populated.status).toBe(200);
      expect(tellsSecret(populated)).toBe(false);
      for (const [name, attribute] of privateAttributes(type)) {
        const filter = attribute.type === 'relation' ? `[id][$notNull]=true` : '[$startsWith]=s';
        for (const query of [
          `filters[${field}][${name}]${filter}`,
          `sort=${field}.${name}`,
          `populate[${field}][filters][${name}]${filter}`,
          ...(attribute.type === 'relation' ? [] : [`populate[${field}][fields][0]=${name}`]),
        ]) {
          const answer = await read(`articles?${query}`);
          expect({ query, status: answer.status }).toEqual({ query, status: 400 });
        }
      }
    }
  });

  test('searching for a secret finds nothing', async () => {
    for (const type of PLUGIN_TYPES) {
      const answer = await read(`buyer-journey/${ROUTES[type]}?_q=secret`);
      expect({ type, found: list(answer) }).toEqual({ type, found: [] });
    }
  });

  test('drafts of items are never served', async () => {
    for (const query of [
      'status=draft',
      'status=published',
      'publicationFilter=never-published',
      'hasPublishedVersion=false',
      'status[$ne]=published',
    ]) {
      for (const path of ['', `/${draftItem.documentId}`, `/${publishedItem.documentId}`]) {
        const answer = await read(`buyer-journey/sales-sourced${path}?${query}`);
        expect({ query, path, status: answer.status }).toEqual({ query, path, status: 400 });
      }
    }
    expect((await read(`buyer-journey/sales-sourced/${draftItem.documentId}`)).status).toBe(404);
    const words = list(await read('buyer-journey/sales-sourced')).map((item) => item.buyerWords);
    expect(words).toEqual(['What does it cost?']);
  });

  test('only reps who are active and consented are served, whatever the filter', async () => {
    for (const query of [
      '',
      '?filters[displayName][$contains]=SECRET',
      '?filters[bylineConsent][$eq]=false',
      '?filters[$or][0][bylineConsent]=false&filters[$or][1][bylineConsent]=true',
    ]) {
      expect(tellsSecret(await read(`buyer-journey/reps${query}`))).toBe(false);
    }
    const all = await read('buyer-journey/reps?pagination[withCount]=true');
    expect(list(all).map((rep) => rep.displayName)).toEqual(['Maya Roth']);
    expect(all.body.meta).toMatchObject({ pagination: { total: 1 } });
    expect((await read(`buyer-journey/reps/${hiddenRep.documentId}`)).status).toBe(404);
  });

  test('a relation that the site made leads neither to a hidden rep nor to a draft', async () => {
    for (const status of ['published', 'draft']) {
      for (const populate of [
        'populate=*',
        'populate[shy]=true&populate[question]=true',
        'populate[question][fields][0]=buyerWords',
      ]) {
        const answer = await read(`articles?status=${status}&${populate}`);
        expect(answer.status).toBe(200);
        expect({ status, populate, secret: tellsSecret(answer) }).toEqual({
          status,
          populate,
          secret: false,
        });
      }
    }
    const [podcast] = list(await read('podcasts?populate=contributors'));
    expect(podcast).toMatchObject({ contributors: [{ displayName: 'Maya Roth' }] });
    const [article] = list(await read('articles?populate=*'));
    expect(article).toMatchObject({
      author: { displayName: 'Maya Roth' },
      question: { buyerWords: 'What does it cost?' },
      shy: [],
    });
  });

  test('a photo does not lead to a rep who did not consent', async () => {
    for (const query of [
      'populate=*',
      'populate=related',
      'populate[related][populate]=*',
      'populate[related][on][plugin::buyer-journey.rep][populate]=*',
    ]) {
      const answer = await read(`upload/files?${query}`);
      expect({ query, secret: tellsSecret(answer) }).toEqual({ query, secret: false });
      expect(answer.text).not.toContain('Shy');
    }
    const { body } = await graphql(
      '{ uploadFiles { name related { ... on BuyerJourneyRep { displayName } } } }'
    );
    expect(JSON.stringify(body)).not.toContain('Shy');
  });

  const graphql = (query: string) =>
    call(site, 'POST', '/graphql', { token: token(), body: { query } });

  test('GraphQL serves the same, and no secret', async () => {
    const answer = await graphql(`
      {
        buyerJourneyStages {
          name
          slug
        }
        buyerJourneyPersonas {
          name
        }
        buyerJourneyReps {
          displayName
        }
        buyerJourneyReps_connection {
          nodes {
            displayName
          }
          pageInfo {
            total
          }
        }
        buyerJourneySalesSourcedItems {
          buyerWords
          contributors {
            displayName
          }
          stage {
            name
          }
        }
        buyerJourneySalesSourcedItems_connection {
          nodes {
            buyerWords
          }
          pageInfo {
            total
          }
        }
        articles {
          title
          journeyStage {
            name
          }
          personas {
            name
          }
          contributors {
            displayName
          }
        }
      }
    `);
    expect(answer.body).toEqual({
      data: {
        buyerJourneyStages: [{ name: 'Decision', slug: 'decision' }],
        buyerJourneyPersonas: [{ name: 'CFO' }],
        buyerJourneyReps: [{ displayName: 'Maya Roth' }],
        buyerJourneyReps_connection: {
          nodes: [{ displayName: 'Maya Roth' }],
          pageInfo: { total: 1 },
        },
        buyerJourneySalesSourcedItems: [
          {
            buyerWords: 'What does it cost?',
            contributors: [{ displayName: 'Maya Roth' }],
            stage: { name: 'Decision' },
          },
        ],
        buyerJourneySalesSourcedItems_connection: {
          nodes: [{ buyerWords: 'What does it cost?' }],
          pageInfo: { total: 1 },
        },
        articles: [
          {
            title: 'Costs',
            journeyStage: { name: 'Decision' },
            personas: [{ name: 'CFO' }],
            contributors: [{ displayName: 'Maya Roth' }],
          },
        ],
      },
    });
  });

  test('GraphQL does not serve drafts of items or reps without consent on any path', async () => {
    for (const query of [
      '{ buyerJourneySalesSourcedItems(status: DRAFT) { buyerWords } }',
      '{ buyerJourneySalesSourcedItems_connection(status: DRAFT) { pageInfo { total } } }',
      `{ buyerJourneySalesSourced(documentId: "${draftItem.documentId}", status: DRAFT) { buyerWords } }`,
    ]) {
      const answer = await graphql(query);
      expect({ query, errors: Array.isArray(answer.body.errors) }).toEqual({ query, errors: true });
      expect(JSON.stringify(answer.body.data ?? null)).not.toMatch(/secret/i);
    }
    const never = await graphql(
      '{ buyerJourneySalesSourcedItems(hasPublishedVersion: false) { buyerWords } }'
    );
    expect(tellsSecret(never)).toBe(false);
    for (const query of [
      `{ buyerJourneyRep(documentId: "${hiddenRep.documentId}") { displayName } }`,
      `{ buyerJourneySalesSourced(documentId: "${draftItem.documentId}") { buyerWords } }`,
    ]) {
      const { body } = await graphql(query);
      expect(Object.values(body.data as object)).toEqual([null]);
    }
    const guessed = await graphql(
      '{ buyerJourneyReps_connection(filters: { displayName: { contains: "SECRET" } }) { pageInfo { total } } }'
    );
    expect(guessed.body).toEqual({
      data: { buyerJourneyReps_connection: { pageInfo: { total: 0 } } },
    });
  });

  test('the GraphQL schema has no mutation of ours and knows no private field', async () => {
    const { body } = await graphql(
      '{ __schema { mutationType { fields { name } } types { name fields { name } inputFields { name } } } }'
    );
    const schema = (body.data as { __schema: GraphQLSchema }).__schema;
    expect(schema.mutationType.fields.filter(({ name }) => /buyerJourney/i.test(name))).toEqual([]);
    for (const type of PLUGIN_TYPES) {
      const name = `BuyerJourney${type === 'sales-sourced' ? 'SalesSourced' : capital(type)}`;
      const types = schema.types.filter((candidate) => candidate.name.startsWith(name));
      expect(types.length).toBeGreaterThan(0);
      const fields = types.flatMap((t) => [...(t.fields ?? []), ...(t.inputFields ?? [])]);
      const known = new Set(fields.map((field) => field.name));
      expect(privateAttributes(type).filter(([field]) => known.has(field))).toEqual([]);
    }
  });

  test('GraphQL sorts by no private field', async () => {
    const answer = await graphql('{ buyerJourneyReps(sort: "email:asc") { displayName } }');
    expect(Array.isArray(answer.body.errors)).toBe(true);
  });
});

interface GraphQLSchema {
  mutationType: { fields: { name: string }[] };
  types: {
    name: string;
    fields: { name: string }[] | null;
    inputFields: { name: string }[] | null;
  }[];
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
