/** Every admin route of the plugin: who may call it, and what it says to input that makes no sense. */
import { apiToken, call, get, signIn, type Json } from '../site/client';
import { aPersona, aRep, aStage } from '../site/people';
import { capture, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const COVERAGE = 'plugin::buyer-journey.coverage.read';
const TARGETS = 'plugin::buyer-journey.coverage.set-targets';
const DELETE_SNAPSHOTS = 'plugin::buyer-journey.coverage.delete-snapshots';
const TAG = 'plugin::buyer-journey.tagging.tag';
const READ_SETTINGS = 'plugin::buyer-journey.settings.read';
const UPDATE_SETTINGS = 'plugin::buyer-journey.settings.update';
const UPDATE_ROLES = 'admin::roles.update';
const CREATE_ROLES = 'admin::roles.create';
const CAPTURE = 'plugin::buyer-journey.sales-sourced.capture';
const INBOX = 'plugin::buyer-journey.inbox.read';
const TRIAGE = 'plugin::buyer-journey.inbox.triage';
const PRIVATE = 'plugin::buyer-journey.inbox.read-private';
const PUBLISH = 'plugin::buyer-journey.inbox.publish';
const READ_PERSONAS = 'plugin::buyer-journey.personas.read';
const EDIT_PERSONAS = 'plugin::buyer-journey.personas.edit';
const REPS = 'plugin::buyer-journey.reps.manage';
const RULES = 'plugin::buyer-journey.tagging.rules';
const ALL = [
  ...[COVERAGE, TARGETS, DELETE_SNAPSHOTS, TAG, RULES, READ_SETTINGS, UPDATE_SETTINGS],
  ...[UPDATE_ROLES, CREATE_ROLES],
  ...[CAPTURE, INBOX, TRIAGE, PRIVATE, PUBLISH, REPS, READ_PERSONAS, EDIT_PERSONAS],
];

const LONG = 'LONG';
/** Test names are too short for it. */
const long = (text: string) => text.replace(LONG, 'x'.repeat(3000));

interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
}

interface Route extends Call {
  handler: string;
  config: { policies: (string | { name: string; config: { actions: string[] } })[] };
}

interface Expected {
  actions: string[];
  path: string;
  body?: object;
  /** What the call is answered with; 200 if not said. */
  status?: number;
}

const change = (path: string, body: object = {}, more: Partial<Expected> = {}): Expected => ({
  actions: [INBOX, TRIAGE],
  path: `/sales-sourced/items/ITEM${path}`,
  body: { revision: 'REVISION', ...body },
  ...more,
});
const rep = (action: string, body: object = {}, status = 200): Expected => ({
  ...{ actions: [REPS], path: `/reps/REP/${action}`, body, status },
});

/** Of stages or of personas; the term is a new one. */
function termRoutes(plural: string, term: string): Record<string, Expected> {
  const base = `/taxonomy/${plural}`;
  const at = (path: string) => `${base}/${term}${path}`;
  const reading = (path: string): Expected => ({ actions: [READ_SETTINGS], path });
  const changing = (path: string, body?: object, status = 200): Expected => ({
    ...{ actions: [UPDATE_SETTINGS], path, body, status },
  });
  return {
    [`POST ${base}`]: changing(base, { name: 'New' }, 201),
    // Somebody else ordered them meanwhile.
    [`PUT ${base}/order`]: changing(`${base}/order`, { order: [], seen: [] }, 409),
    [`GET ${base}/:documentId`]: reading(at('')),
    [`PUT ${base}/:documentId`]: changing(at(''), { updatedAt: '2026-01-31T00:00:00.000Z' }, 409),
    [`DELETE ${base}/:documentId`]: changing(at('')),
    [`POST ${base}/:documentId/retire`]: changing(at('/retire'), {}),
    [`POST ${base}/:documentId/unretire`]: changing(at('/unretire'), {}),
    [`GET ${base}/:documentId/uses`]: reading(at('/uses')),
    [`GET ${base}/:documentId/uses.csv`]: reading(at('/uses.csv')),
    [`POST ${base}/:documentId/merge`]: changing(at('/merge'), { into: 'nosuchterm' }, 404),
  };
}

const persona = (
  path: string,
  body?: object,
  actions = [READ_PERSONAS, EDIT_PERSONAS]
): Expected => ({ actions, path: `/personas/nosuchpersona${path}`, body, status: 404 });

/**
 * What each route asks for, and a call that is answered with 200. ITEM and REVISION are a new item's,
 * OTHER another one; REP, STAGE and PERSONA are new ones too.
 */
const EXPECTED: Record<string, Expected> = {
  'GET /setup': { actions: [READ_SETTINGS], path: '/setup' },
  'PUT /setup/:step': {
    ...{ actions: [UPDATE_SETTINGS], path: '/setup/personas', body: { skipped: false } },
  },
  'GET /coverage': { actions: [COVERAGE], path: '/coverage' },
  'GET /coverage/demand': { actions: [COVERAGE], path: '/coverage/demand' },
  'GET /coverage/sales-sourced': { actions: [COVERAGE], path: '/coverage/sales-sourced' },
  'GET /coverage/entries': { actions: [COVERAGE], path: '/coverage/entries' },
  'GET /coverage/export/grid': { actions: [COVERAGE], path: '/coverage/export/grid' },
  'GET /coverage/export/entries': { actions: [COVERAGE], path: '/coverage/export/entries' },
  // The stage is not there.
  'PUT /coverage/targets': {
    ...{ actions: [COVERAGE, TARGETS], path: '/coverage/targets', status: 400 },
    body: { targets: [{ stage: 'nosuchstage', persona: null, target: 1 }] },
  },
  'POST /coverage/drafts': { actions: [COVERAGE], path: '/coverage/drafts', status: 400 },
  'GET /coverage/trend': { actions: [COVERAGE], path: '/coverage/trend?figure=coverage' },
  'DELETE /coverage/snapshots': {
    actions: [COVERAGE, DELETE_SNAPSHOTS],
    path: '/coverage/snapshots',
  },
  'GET /coverage/filters': { actions: [COVERAGE], path: '/coverage/filters' },
  'GET /tagging/content-types': { actions: [READ_SETTINGS], path: '/tagging/content-types' },
  'GET /tagging/access': { actions: [READ_SETTINGS], path: '/tagging/access' },
  'POST /tagging/access/:roleId/grant': {
    actions: [UPDATE_SETTINGS, UPDATE_ROLES],
    path: '/tagging/access/EDITOR/grant',
  },
  'GET /tagging/tags.csv': { actions: [TAG], path: '/tagging/tags.csv' },
  // There is no file.
  'POST /tagging/tags.csv': { actions: [TAG], path: '/tagging/tags.csv', status: 400 },
  'GET /tagging/rules': { actions: [RULES], path: '/tagging/rules' },
  'PUT /tagging/rules': {
    ...{ actions: [RULES], path: '/tagging/rules', body: { version: 0, rules: [] } },
  },
  'POST /tagging/rules/test': {
    ...{ actions: [RULES], path: '/tagging/rules/test', body: { rules: [] } },
  },
  'GET /tagging/rules/fields': {
    actions: [RULES],
    path: '/tagging/rules/fields?type=api::article.article',
  },
  'GET /tagging/queue': { actions: [TAG], path: '/tagging/queue' },
  'GET /tagging/choices': { actions: [TAG], path: '/tagging/choices' },
  // The stage, the runs are not there.
  'POST /tagging/entries': {
    ...{ actions: [TAG], path: '/tagging/entries', status: 400 },
    body: {
      entries: [{ type: 'api::article.article', documentId: 'x' }],
      change: { stage: 'nosuchstage' },
    },
  },
  'POST /tagging/undo': {
    ...{ actions: [TAG], path: '/tagging/undo', body: { run: 987_654 }, status: 404 },
  },
  'POST /tagging/bulk/preview': {
    ...{ actions: [TAG], path: '/tagging/bulk/preview' },
    body: { filter: {}, change: { stage: null } },
  },
  'POST /tagging/bulk': {
    ...{ actions: [TAG], path: '/tagging/bulk', status: 202 },
    body: { filter: {}, change: { stage: null } },
  },
  'GET /tagging/bulk': { actions: [TAG], path: '/tagging/bulk' },
  'GET /tagging/bulk/:run': { actions: [TAG], path: '/tagging/bulk/987654', status: 404 },
  'GET /tagging/bulk/:run/errors': {
    ...{ actions: [TAG], path: '/tagging/bulk/987654/errors', status: 404 },
  },
  ...Object.fromEntries(
    ['cancel', 'resume', 'undo'].map((action): [string, Expected] => [
      `POST /tagging/bulk/:run/${action}`,
      { actions: [TAG], path: `/tagging/bulk/987654/${action}`, body: {}, status: 404 },
    ])
  ),
  'GET /taxonomy': { actions: [READ_SETTINGS], path: '/taxonomy' },
  'GET /taxonomy/stage-models': { actions: [READ_SETTINGS], path: '/taxonomy/stage-models' },
  'GET /taxonomy/persona-preset': { actions: [READ_SETTINGS], path: '/taxonomy/persona-preset' },
  'POST /taxonomy/stage-models/:id/apply': {
    actions: [UPDATE_SETTINGS],
    path: '/taxonomy/stage-models/three-stage/apply',
    body: {},
  },
  'POST /taxonomy/stage-models/:id/switch': {
    ...{ actions: [UPDATE_SETTINGS], path: '/taxonomy/stage-models/three-stage/switch' },
    body: { mapping: [] },
  },
  // There is no file.
  'POST /taxonomy/merges/undo': {
    ...{ actions: [UPDATE_SETTINGS], path: '/taxonomy/merges/undo', status: 400 },
  },
  ...termRoutes('stages', 'STAGE'),
  ...termRoutes('personas', 'PERSONA'),
  'POST /taxonomy/persona-preset/apply': {
    actions: [UPDATE_SETTINGS],
    path: '/taxonomy/persona-preset/apply',
    body: {},
  },
  'GET /settings/suggested-roles': {
    actions: [READ_SETTINGS],
    path: '/settings/suggested-roles',
  },
  // Which permission it takes beside depends on what there is: see suggested-roles.test.ts.
  'POST /settings/suggested-roles/:code/create': {
    ...{ actions: [UPDATE_SETTINGS], path: '/settings/suggested-roles/no-such-role/create' },
    ...{ body: {}, status: 404 },
  },
  'GET /sales-sourced/me': { actions: [CAPTURE], path: '/sales-sourced/me' },
  'PUT /sales-sourced/me': {
    actions: [CAPTURE],
    path: '/sales-sourced/me',
    body: { displayName: 'Maya Roth', bylineConsent: false },
  },
  'GET /sales-sourced/mine': { actions: [CAPTURE], path: '/sales-sourced/mine' },
  'GET /sales-sourced/similar': { actions: [CAPTURE], path: '/sales-sourced/similar?text=why' },
  'POST /sales-sourced/items': {
    ...{ actions: [CAPTURE], path: '/sales-sourced/items' },
    ...{ body: { buyerWords: 'Why?' }, status: 201 },
  },
  'POST /sales-sourced/items/:id/echo': {
    ...{ actions: [CAPTURE], path: '/sales-sourced/items/ITEM/echo', body: {} },
  },
  'POST /sales-sourced/items/:id/approve': change('/approve', {}, { actions: [CAPTURE] }),
  'GET /sales-sourced/items': { actions: [INBOX], path: '/sales-sourced/items' },
  'GET /sales-sourced/filters': { actions: [INBOX], path: '/sales-sourced/filters' },
  'GET /sales-sourced/items/:id': { actions: [INBOX], path: '/sales-sourced/items/ITEM' },
  'PUT /sales-sourced/items/:id': change('', { kind: 'story' }),
  'POST /sales-sourced/items/:id/transition': change('/transition', { to: 'accepted' }),
  'POST /sales-sourced/items/:id/merge': change('/merge', { into: 'OTHER' }),
  'POST /sales-sourced/items/:id/confirm': change('/confirm'),
  // The item is not merged, the document is not there, the answer is not linked.
  'POST /sales-sourced/items/:id/unmerge': change('/unmerge', {}, { status: 400 }),
  'POST /sales-sourced/items/:id/answers': {
    ...change('/answers', {}, { status: 400 }),
    body: { type: 'api::article.article', documentId: 'nosuchdocument' },
  },
  'DELETE /sales-sourced/items/:id/answers/:answerId': {
    ...{ actions: [INBOX, TRIAGE], path: '/sales-sourced/items/ITEM/answers/1', status: 404 },
  },
  'POST /sales-sourced/items/:id/draft': {
    ...change('/draft', {}, { status: 400 }),
    body: { type: 'api::nothing.nothing' },
  },
  'POST /sales-sourced/items/:id/publish': change('/publish', {}, { actions: [INBOX, PUBLISH] }),
  'POST /sales-sourced/items/:id/unpublish': change(
    '/unpublish',
    {},
    { actions: [INBOX, PUBLISH] }
  ),
  'GET /sales-sourced/answerable': { actions: [INBOX], path: '/sales-sourced/answerable' },
  'GET /sales-sourced/answered-by': {
    actions: [INBOX],
    path: '/sales-sourced/answered-by?type=api::article.article&documentId=x',
  },
  'GET /sales-sourced/figures': { actions: [INBOX], path: '/sales-sourced/figures' },
  'GET /sales-sourced/export': { actions: [INBOX], path: '/sales-sourced/export' },
  // There is no file.
  'POST /sales-sourced/import': {
    ...{ actions: [INBOX, TRIAGE, PRIVATE], path: '/sales-sourced/import', status: 400 },
  },
  'POST /sales-sourced/bulk': {
    actions: [INBOX, TRIAGE],
    path: '/sales-sourced/bulk',
    body: {
      items: [{ documentId: 'ITEM', revision: 'REVISION' }],
      action: { do: 'assign', owner: null },
    },
  },
  'GET /personas': { actions: [READ_PERSONAS], path: '/personas' },
  'GET /personas/owners': { actions: [READ_PERSONAS, EDIT_PERSONAS], path: '/personas/owners' },
  // The persona is not there.
  'GET /personas/:documentId': {
    ...{ actions: [READ_PERSONAS], path: '/personas/nosuchpersona', status: 404 },
  },
  'PUT /personas/:documentId': persona('', { revision: 'x' }),
  'POST /personas/:documentId/sign-off': persona('/sign-off', { team: 'sales', revision: 'x' }),
  'DELETE /personas/:documentId/sign-off': persona('/sign-off?team=sales'),
  'GET /personas/:documentId/evidence': persona('/evidence', undefined, [READ_PERSONAS]),
  'POST /personas/:documentId/evidence': persona('/evidence', { team: 'sales', note: 'Heard.' }, [
    READ_PERSONAS,
  ]),
  'DELETE /personas/:documentId/evidence/:id': persona('/evidence/1', undefined, [READ_PERSONAS]),
  'GET /reps': { actions: [REPS], path: '/reps' },
  'POST /reps/:id/confirm': rep('confirm'),
  'POST /reps/:id/deactivate': rep('deactivate'),
  'POST /reps/:id/activate': rep('activate'),
  'POST /reps/:id/merge': rep('merge', { into: 'nosuchrep' }, 404),
  'POST /reps/:id/erase': rep('erase'),
};

let site: Site;
let routes: Route[];
let editor: number;
let people = 0;
let admin: string | undefined;
const superAdmin = async () => (admin ??= await signIn(site));

beforeAll(async () => {
  site = await startSite({ types: [contentType('article', { localized: true })] });
  const { admin } = site.strapi.plugin('buyer-journey').routes as { admin?: { routes: unknown } };
  routes = admin?.routes as Route[];
  const role = (await site.strapi.db
    .query('admin::role')
    .findOne({ where: { code: 'strapi-editor' } })) as { id: number };
  editor = role.id;
});
afterAll(() => site.remove());

const keyOf = ({ method, path }: Call) => `${method} ${path}`;

function callTo(route: Call): { method: Call['method']; path: string; body?: object } {
  const expected = EXPECTED[keyOf(route)];
  if (!expected) throw new Error(`${keyOf(route)} has no test.`);
  const path = `/buyer-journey${expected.path.replace('EDITOR', String(editor))}`;
  return { method: route.method, path, body: expected.body };
}

/** Calls a route and answers with the status. */
async function status(route: Call, token?: string): Promise<number> {
  const { method, path, body } = callTo(route);
  return (await call(site, method, path, { token, body })).status;
}

/** Calls a route on an item and a rep that are there, and answers with the status. */
async function statusOfReal(route: Call, token: string): Promise<number> {
  const isReps = EXPECTED[keyOf(route)]?.actions.includes(CAPTURE) === true;
  const bringer = await signInRep(site, 'Rep', { token: isReps ? token : await superAdmin() });
  const item = await capture(site, bringer, 'Why?', { answer: 'Because.' });
  const other = await capture(site, bringer, 'Why not?');
  people += 1;
  const { documentId } = await aRep(site, `Colleague ${people}`);
  const { method, path, body } = callTo(route);
  const term = path.includes('STAGE')
    ? await aStage(site, `Stage${people}`)
    : path.includes('PERSONA')
      ? await aPersona(site, `Persona${people}`)
      : null;
  const real = (text: string) =>
    text
      .replaceAll('ITEM', item.documentId)
      .replaceAll('REVISION', item.revision)
      .replaceAll('OTHER', other.documentId)
      .replaceAll('REP', documentId)
      .replaceAll(/STAGE|PERSONA/g, term?.documentId ?? '');
  const filled = body && (JSON.parse(real(JSON.stringify(body))) as object);
  return (await call(site, method, real(path), { token, body: filled })).status;
}

describe('each admin route', () => {
  test('is known to this test, and none is missing', () => {
    expect(routes.map(keyOf).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  test('needs a sign-in and its permissions by name', () => {
    for (const route of routes) {
      expect([keyOf(route), route.config.policies]).toEqual([
        keyOf(route),
        [
          'admin::isAuthenticatedAdmin',
          {
            name: 'admin::hasPermissions',
            config: { actions: EXPECTED[keyOf(route)]?.actions },
          },
        ],
      ]);
    }
  });

  test('is closed to whoever is not signed in to the admin, API tokens too', async () => {
    const token = await apiToken(site, 'full-access');
    for (const route of routes) {
      expect([keyOf(route), await status(route)]).toEqual([keyOf(route), 401]);
      expect([keyOf(route), await status(route, token)]).toEqual([keyOf(route), 401]);
    }
  });

  test('is closed to a role that lacks any one of its permissions', async () => {
    for (const lacking of ALL) {
      const held = ALL.filter((action) => action !== lacking);
      const token = await signIn(
        site,
        held.map((action) => ({ action }))
      );
      for (const route of routes) {
        if (!EXPECTED[keyOf(route)]?.actions.includes(lacking)) continue;
        expect([keyOf(route), await status(route, token)]).toEqual([keyOf(route), 403]);
      }
    }
  });

  test('is open to a role with just its permissions', async () => {
    const tokens = new Map<string, string>();
    for (const route of routes) {
      const actions = EXPECTED[keyOf(route)]?.actions ?? [];
      const token =
        tokens.get(actions.join()) ??
        (await signIn(
          site,
          actions.map((action) => ({ action }))
        ));
      tokens.set(actions.join(), token);
      expect([keyOf(route), await statusOfReal(route, token)]).toEqual([
        keyOf(route),
        EXPECTED[keyOf(route)]?.status ?? 200,
      ]);
    }
  });
});

describe('bad input', () => {
  let token: string;
  beforeAll(async () => {
    token = await signIn(site);
  });

  /** The error of a call that must be refused as the caller's mistake. */
  async function refused(answer: Promise<{ status: number; body: Json }>, expected = 400) {
    const { status: actual, body } = await answer;
    expect([actual, body]).toEqual([expected, expect.objectContaining({ data: null })]);
    return body.error?.message;
  }

  test('an unknown parameter is named by every route', async () => {
    for (const query of ['surprise=1', 'surprise[a]=1', 'surprise=1&surprise=2']) {
      for (const route of routes) {
        const { method, path, body } = callTo(route);
        const separator = path.includes('?') ? '&' : '?';
        const answer = call(site, method, `${path}${separator}${query}`, { token, body });
        expect([keyOf(route), await refused(answer)]).toEqual([
          keyOf(route),
          expect.stringContaining('surprise'),
        ]);
      }
    }
  });

  test.each([
    'locale=xx',
    'locale=',
    'locale=en&locale=de',
    'locale[a]=en',
    `locale=${LONG}`,
    'type=api::nothing.nothing',
    'type=admin::user',
    'type=',
    'type=api::article.article,,',
    'type=api::article.article&type=api::article.article',
    'type[$ne]=x',
    `type=${LONG}`,
  ])('coverage, its entries and its exports refuse %s', async (query) => {
    const name = query.split(/[=[]/)[0] ?? '';
    for (const path of ['', '/entries', '/export/grid', '/export/entries']) {
      const answer = get(site, `/buyer-journey/coverage${path}?${long(query)}`, token);
      expect(await refused(answer)).toContain(name);
    }
  });

  test.each(['0', '-1', '1.5', 'soon', '', '1e99', '99999999999999999999', '5&staleAfterDays=6'])(
    'coverage refuses staleAfterDays=%s',
    async (value) => {
      const path = `/buyer-journey/coverage?staleAfterDays=${value}`;
      expect(await refused(get(site, path, token))).toContain('staleAfterDays');
    }
  );

  test.each([
    'page=0',
    'page=-1',
    'page=x',
    'page=1000001',
    'page=1&page=2',
    'pageSize=0',
    'pageSize=101',
    'pageSize[a]=1',
    'stage=',
    'stage=a&stage=b',
    'stage[$ne]=a',
    `stage=${LONG}`,
    `persona=${LONG}`,
    'persona[]=a',
  ])('the entries of a cell refuse %s', async (query) => {
    const path = `/buyer-journey/coverage/entries?${long(query)}`;
    expect(await refused(get(site, path, token))).toContain(query.split(/[=[]/)[0]);
  });

  test.each(['stage=nothing', 'persona=nobody', 'stage=%27%3B--', 'page=1000000'])(
    'the entries of what nobody knows are none: %s',
    async (query) => {
      const answer = await get(site, `/buyer-journey/coverage/entries?${query}`, token);
      expect([answer.status, answer.body.data]).toEqual([200, []]);
    }
  );

  test('a null byte, which PostgreSQL cannot compare, is no server error', async () => {
    const { status: actual } = await get(site, '/buyer-journey/coverage/entries?stage=%00', token);
    expect([200, 400]).toContain(actual);
  });

  const apply = (id: string, input: { body?: unknown; raw?: string }) =>
    call(site, 'POST', `/buyer-journey/taxonomy/stage-models/${id}/apply`, { token, ...input });

  test.each([
    ['optionalStages', { optionalStages: 'onboarding' }],
    ['optionalStages', { optionalStages: { 0: 'onboarding' } }],
    ['optionalStages', { optionalStages: null }],
    ['optionalStages.0', { optionalStages: [1] }],
    ['optionalStages.0', { optionalStages: [['onboarding']] }],
    ['optionalStages', { optionalStages: ['awareness'] }],
    ['oldStages', { oldStages: 'burn' }],
    ['oldStages', { oldStages: ['keep'] }],
    ['surprise', { surprise: true }],
    ['input', ['onboarding']],
  ])('applying a stage model refuses a wrong %s: %j', async (field, body) => {
    expect(await refused(apply('three-stage', { body }))).toContain(field);
  });

  test.each(['surprise', 'constructor', '__proto__', '%00', '1', LONG])(
    'there is no stage model %s',
    async (id) => {
      expect(await refused(apply(long(id), { body: {} }), 404)).toContain('stage model');
    }
  );

  test('applying a stage model refuses long names and long lists', async () => {
    const name = { optionalStages: [long(LONG)] };
    const list = { optionalStages: Array.from({ length: 51 }, () => 'onboarding') };
    expect(await refused(apply('three-stage', { body: name }))).toContain('optionalStages.0');
    expect(await refused(apply('three-stage', { body: list }))).toContain('optionalStages');
  });

  test.each([
    [[]],
    [['nobody']],
    [['champion', 'champion']],
    [[7]],
    ['cfo'],
    [Array(51).fill('champion')],
  ])('the persona preset refuses %j', async (personas) => {
    const path = '/buyer-journey/taxonomy/persona-preset/apply';
    const answer = call(site, 'POST', path, { token, body: { personas } });
    expect(await refused(answer)).toContain('personas');
  });

  test.each([
    ['stages', { skipped: true }, 'step'],
    ['nothing', { skipped: true }, 'step'],
    ['personas', {}, 'skipped'],
    ['personas', { skipped: 'yes' }, 'skipped'],
    ['personas', { skipped: true, step: 'types' }, 'step'],
  ])('skipping %s with %j is refused', async (step, body, field) => {
    const answer = call(site, 'PUT', `/buyer-journey/setup/${step}`, { token, body });
    expect(await refused(answer)).toContain(field);
  });

  test('granting access takes no options', async () => {
    const path = `/buyer-journey/tagging/access/${editor}/grant`;
    const answer = call(site, 'POST', path, { token, body: { fields: ['title'] } });
    expect(await refused(answer)).toContain('fields');
  });

  test.each([
    ['rules', { rules: 'a' }],
    ['rules', {}],
    ['rules.0', { rules: ['a'] }],
    ['rules.0.when', { rules: [{ id: 'a', type: null, stage: 'b', personas: [] }] }],
    ['rules', { rules: Array.from({ length: 201 }, () => ({})) }],
    ['surprise', { rules: [], surprise: 1 }],
  ])('suggestion rules refuse a wrong %s', async (field, body) => {
    const path = '/buyer-journey/tagging/rules';
    const tried = call(site, 'POST', `${path}/test`, { token, body });
    expect(await refused(tried)).toContain(field);
    const saved = call(site, 'PUT', path, { token, body: { version: 0, ...body } });
    expect(await refused(saved)).toContain(field);
  });

  test.each(['-1', '1.5', '"1"', 'null', '1e99'])(
    'saved rules refuse version %s',
    async (version) => {
      const raw = `{"version":${version},"rules":[]}`;
      const saved = call(site, 'PUT', '/buyer-journey/tagging/rules', { token, raw });
      expect(await refused(saved)).toContain('version');
    }
  );

  test.each(['', '?type=', '?type=api::nothing.nothing', '?type=%00', '?type=a&type=b'])(
    'the fields of rules refuse %s',
    async (query) => {
      const path = `/buyer-journey/tagging/rules/fields${query}`;
      expect(await refused(get(site, path, token))).toContain('type');
    }
  );

  test.each(['dryRun=maybe', 'versions=live', 'dryRun=true&dryRun=false'])(
    'importing tags refuses %s',
    async (query) => {
      const path = `/buyer-journey/tagging/tags.csv?${query}`;
      expect(await refused(call(site, 'POST', path, { token }))).toContain(query.split('=')[0]);
    }
  );

  test.each(['0', '-1', '1.5', 'x', '1%20', '%00', '9'.repeat(40), '__proto__'])(
    'granting access refuses the role id %s',
    async (id) => {
      const path = `/buyer-journey/tagging/access/${id}/grant`;
      expect(await refused(call(site, 'POST', path, { token }))).toContain('roleId');
    }
  );

  test.each(['987654', '999999999999999'])('granting access knows no role %s', async (id) => {
    const path = `/buyer-journey/tagging/access/${id}/grant`;
    expect(await refused(call(site, 'POST', path, { token }), 404)).toContain('role');
  });

  test.each(['{', '{"oldStages":', 'null', '"text"', '5', '{"a":1}}'])(
    'a body that is not a JSON object is refused: %s',
    async (raw) => {
      // Strapi logs each with its stack.
      jest.spyOn(site.strapi.log, 'error').mockImplementation();
      for (const route of routes.filter(({ method }) => method === 'POST')) {
        const { path } = callTo(route);
        expect([path, (await call(site, 'POST', path, { token, raw })).status]).toEqual([
          path,
          400,
        ]);
      }
    }
  );
});
