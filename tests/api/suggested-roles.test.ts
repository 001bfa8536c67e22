/** The roles that the plugin suggests: made in one step, widened and never narrowed. */
import type { SuggestedRole } from '../../contracts/suggested-roles';
import { rowsOf } from '../../server/src/strapi';
import { call, createRole, get, signIn, signInAs } from '../site/client';
import { aPersona, aRep, aStage } from '../site/people';
import { capture, detail, ITEM_UID, sales, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const PATH = '/buyer-journey/settings/suggested-roles';
const READ = 'plugin::buyer-journey.settings.read';
const UPDATE = 'plugin::buyer-journey.settings.update';
const CREATE_ROLES = 'admin::roles.create';
const UPDATE_ROLES = 'admin::roles.update';
const EXPLORER = 'plugin::content-manager.explorer';
const STAGE = 'plugin::buyer-journey.stage';
const PERSONA = 'plugin::buyer-journey.persona';
const REP = 'plugin::buyer-journey.rep';

interface Role {
  id: number;
  name: string;
  code: string;
  permissions: {
    action: string;
    subject: string | null;
    properties: { fields?: string[] };
    conditions: string[];
  }[];
}

const types = [contentType('article')];

let site: Site;
let admin: string;
beforeAll(async () => {
  site = await startSite({ types });
  admin = await signIn(site);
});
afterAll(() => site.remove());

const suggested = async (token = admin) =>
  (await get(site, PATH, token)).body.data as SuggestedRole[];
const create = (code: string, token = admin, body: unknown = {}) =>
  call(site, 'POST', `${PATH}/${code}/create`, { token, body });
const holding = (...actions: string[]) =>
  signIn(
    site,
    actions.map((action) => ({ action }))
  );
const rolesCalled = (name: string) =>
  rowsOf<Role>(site.strapi, 'admin::role').findMany({ where: { name }, populate: ['permissions'] });
async function roleCalled(name: string): Promise<Role> {
  const [role, ...more] = await rolesCalled(name);
  if (!role || more.length > 0) throw new Error(`There is not one role ${name}.`);
  return role;
}
const actionsOf = ({ permissions }: Role) =>
  permissions
    .filter(({ subject }) => subject === null)
    .map(({ action }) => action.replace('plugin::buyer-journey.', ''))
    .sort();
const contentOf = ({ permissions }: Role) =>
  permissions
    .filter(({ subject }) => subject !== null)
    .map(({ action, subject }) => `${action.replace(`${EXPLORER}.`, '')} ${subject}`)
    .sort();

describe('suggested roles', () => {
  test('are shown to who may read the settings, and made by who may change them and create roles', async () => {
    expect((await get(site, PATH)).status).toBe(401);
    expect((await get(site, PATH, await signIn(site, [{ action: UPDATE }]))).status).toBe(403);
    expect((await get(site, PATH, await signIn(site, [{ action: READ }]))).status).toBe(200);
    const closed = await call(site, 'POST', `${PATH}/sales-rep/create`, { body: {} });
    expect(closed.status).toBe(401);
    for (const held of [[UPDATE], [CREATE_ROLES], [READ, CREATE_ROLES]]) {
      const token = await signIn(
        site,
        held.map((action) => ({ action }))
      );
      expect((await create('sales-rep', token)).status).toBe(403);
    }
    expect(await rolesCalled('Sales rep')).toEqual([]);
    // Changing roles is not making them.
    expect((await create('sales-rep', await holding(UPDATE, UPDATE_ROLES))).status).toBe(403);
    expect(await rolesCalled('Sales rep')).toEqual([]);
  });

  test('refuse what is not known, and there are no others', async () => {
    for (const code of ['super-admin', '__proto__', 'constructor', '%00', 'x'.repeat(3000)]) {
      expect([code, (await create(code)).status]).toEqual([code, 404]);
    }
    const wrong = await create('sales-rep', admin, { permissions: [] });
    expect([wrong.status, wrong.body.error?.message]).toEqual([
      400,
      expect.stringContaining('permissions'),
    ]);
    expect((await get(site, `${PATH}?surprise=1`, admin)).status).toBe(400);
    const query = `${PATH}/sales-rep/create?surprise=1`;
    expect((await call(site, 'POST', query, { token: admin, body: {} })).status).toBe(400);
    expect(await rolesCalled('Sales rep')).toEqual([]);
  });

  test('say what they would get before there are any', async () => {
    const roles = await suggested();
    expect(roles.map(({ code, name, role }) => [code, name, role])).toEqual([
      ['sales-rep', 'Sales rep', null],
      ['content-marketer', 'Content marketer', null],
    ]);
    expect(roles.flatMap(({ permissions }) => permissions).some(({ held }) => held)).toBe(false);
    expect(roles[0]?.permissions).toEqual([
      ...['sales-sourced.capture', 'personas.read'].map((action) => ({
        ...{ action: `plugin::buyer-journey.${action}`, subject: null, fields: [], held: false },
      })),
      expect.objectContaining({ subject: { uid: STAGE, displayName: 'Journey stage' } }),
      expect.objectContaining({ subject: { uid: PERSONA, displayName: 'Persona' } }),
    ]);
  });
});

describe('a sales rep', () => {
  test('may capture and choose from stages and personas, and nothing else', async () => {
    const answer = await create('sales-rep');
    expect([answer.status, answer.body.data]).toEqual([
      200,
      expect.objectContaining({ code: 'sales-rep', role: expect.any(Object) as object }),
    ]);
    const role = await roleCalled('Sales rep');
    expect(actionsOf(role)).toEqual(['personas.read', 'sales-sourced.capture']);
    expect(contentOf(role)).toEqual([`read ${PERSONA}`, `read ${STAGE}`]);
    const made = (await suggested())[0];
    expect(made?.role).toEqual({ id: role.id, name: 'Sales rep' });
    expect(made?.permissions.every(({ held }) => held)).toBe(true);

    const token = await signInRep(site, 'Maya Roth', { token: await signInAs(site, role.code) });
    const item = await capture(site, token, 'How long is the contract?');
    expect((await sales(site, 'GET', '/items', token)).status).toBe(403);
    expect((await sales(site, 'GET', `/items/${item.documentId}`, token)).status).toBe(403);
    expect((await get(site, '/buyer-journey/coverage', token)).status).toBe(403);
    const list = `/content-manager/collection-types/${ITEM_UID}`;
    expect((await get(site, list, token)).status).toBe(403);
    await aStage(site, 'Decision', { salesRole: 'hush' });
    const stages = await get(site, `/content-manager/collection-types/${STAGE}`, token);
    expect([stages.status, stages.text.includes('hush')]).toEqual([200, false]);
  });
});

describe('a content marketer', () => {
  test('may do all of the inbox but publish past the rep or past what was found', async () => {
    await create('content-marketer');
    const role = await roleCalled('Content marketer');
    expect(actionsOf(role)).toEqual([
      'coverage.read',
      'coverage.set-targets',
      'inbox.publish',
      'inbox.read',
      'inbox.read-private',
      'inbox.triage',
      'personas.edit',
      'personas.read',
      'reps.manage',
      'sales-sourced.capture',
      'tagging.rules',
      'tagging.tag',
    ]);
    expect(contentOf(role)).toEqual([
      `create ${ITEM_UID}`,
      `read ${PERSONA}`,
      `read ${REP}`,
      `read ${ITEM_UID}`,
      `read ${STAGE}`,
      `update ${ITEM_UID}`,
    ]);
    const token = await signInAs(site, role.code);
    const item = await capture(site, await signInRep(site, 'Tom Berg'), 'Why?', {
      account: 'Port',
    });
    expect((await detail(site, token, item.documentId)).privateFields).toMatchObject({
      account: 'Port',
    });
    expect((await get(site, '/buyer-journey/reps', token)).status).toBe(200);

    await aPersona(site, 'CFO', { goals: 'hush' });
    await aRep(site, 'Ana Paz', { email: 'hush@example.com' });
    for (const uid of [PERSONA, REP]) {
      const { status, text } = await get(site, `/content-manager/collection-types/${uid}`, token);
      expect([uid, status, text.includes('hush')]).toEqual([uid, 200, false]);
    }
    const path = `/content-manager/collection-types/${ITEM_UID}/${item.documentId}`;
    const body = { buyerWords: 'Why not?', account: 'Harbour', declineReason: 'None' };
    expect((await call(site, 'PUT', path, { token, body })).status).toBe(200);
    expect((await get(site, path, token)).body.data).toMatchObject(body);
    const created = await call(site, 'POST', `/content-manager/collection-types/${ITEM_UID}`, {
      token,
      body: { buyerWords: 'New?' },
    });
    expect(created.status).toBe(201);
  });

  test('keeps all of it over a restart', async () => {
    const before = await roleCalled('Content marketer');
    await site.restart({ types });
    admin = await signIn(site);
    const after = await roleCalled('Content marketer');
    expect([actionsOf(after), contentOf(after)]).toEqual([actionsOf(before), contentOf(before)]);
    expect((await suggested())[1]?.permissions.every(({ held }) => held)).toBe(true);
  });
});

describe('creating a role that is there', () => {
  test('adds what it lacks and takes nothing away', async () => {
    const { id } = await roleCalled('Sales rep');
    const fields = ['name'];
    const condition = 'admin::is-creator';
    const roles = site.strapi.service('admin::role') as unknown as {
      assignPermissions(id: number, permissions: object[]): Promise<unknown>;
    };
    await roles.assignPermissions(id, [
      { action: 'plugin::upload.read' },
      { action: `${EXPLORER}.read`, subject: STAGE, properties: { fields } },
      {
        action: `${EXPLORER}.read`,
        subject: PERSONA,
        properties: { fields: [...fields, 'goals'] },
        conditions: [condition],
      },
    ]);
    expect((await suggested())[0]?.permissions.some(({ held }) => held)).toBe(false);

    expect((await create('sales-rep')).status).toBe(200);
    const { permissions } = await roleCalled('Sales rep');
    const about = (uid: string) => permissions.filter(({ subject }) => subject === uid);
    expect(permissions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['plugin::upload.read', 'plugin::buyer-journey.sales-sourced.capture'])
    );
    expect(about(STAGE)).toHaveLength(1);
    expect(about(STAGE)[0]?.properties.fields).toEqual(
      expect.arrayContaining(['name', 'slug', 'buyerQuestion'])
    );
    expect(about(PERSONA)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          conditions: [condition],
          properties: { fields: ['name', 'goals'] },
        }),
        expect.objectContaining({ conditions: [] }),
      ])
    );
    await create('sales-rep');
    expect((await roleCalled('Sales rep')).permissions).toHaveLength(permissions.length);
  });

  test('needs the permission to change roles, and not the one to create them', async () => {
    const { id } = await roleCalled('Sales rep');
    const roles = site.strapi.service('admin::role') as unknown as {
      assignPermissions(id: number, permissions: object[]): Promise<unknown>;
    };
    await roles.assignPermissions(id, []);
    for (const held of [[UPDATE, CREATE_ROLES], [UPDATE], [UPDATE_ROLES]]) {
      expect([held, (await create('sales-rep', await holding(...held))).status]).toEqual([
        held,
        403,
      ]);
    }
    expect((await roleCalled('Sales rep')).permissions).toEqual([]);
    expect((await create('sales-rep', await holding(UPDATE, UPDATE_ROLES))).status).toBe(200);
    expect((await roleCalled('Sales rep')).permissions).not.toEqual([]);
  });

  test('finds one that was renamed, and one that somebody made by hand', async () => {
    const { id } = await roleCalled('Sales rep');
    await site.strapi.db
      .query('admin::role')
      .update({ where: { id }, data: { name: 'Außendienst' } });
    await create('sales-rep');
    expect(await rolesCalled('Sales rep')).toEqual([]);
    expect((await suggested())[0]?.role).toEqual({ id, name: 'Außendienst' });

    await site.strapi.db.query('admin::role').update({
      where: { code: 'buyer-journey-content-marketer' },
      data: { name: 'Other', code: 'other' },
    });
    const byHand = await createRole(site, 'Content marketer', [{ action: 'plugin::upload.read' }]);
    expect((await suggested())[1]?.role?.id).toBe(byHand.id);
    await create('content-marketer');
    expect(actionsOf(await roleCalled('Content marketer'))).toContain('plugin::upload.read');
  });

  test('at once makes one', async () => {
    await site.strapi.db
      .query('admin::role')
      .update({ where: { code: 'buyer-journey-sales-rep' }, data: { code: 'renamed' } });
    const answers = await Promise.all(Array.from({ length: 4 }, () => create('sales-rep')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await rolesCalled('Sales rep')).toHaveLength(1);
  });
});
