/** Profiles of personas: reading, editing, owners, and sign-offs that a change clears, whatever the way of writing. */
import type { PersonaSummary, SignedField, Team } from '../../contracts/persona-profile';
import { documentsOf } from '../../server/src/strapi';
import { call, get, signIn } from '../site/client';
import { exportedUses, undoWith } from '../site/merges';
import { aPersona, type Doc } from '../site/people';
import {
  EDIT_PERSONAS,
  personas,
  PERSONA_UID,
  profileIn,
  profileOf,
  READ_PERSONAS,
  userOf,
} from '../site/profiles';
import { startSite, type Site } from '../site/site';

let site: Site;
let sales: string;
let marketing: string;
let reader: string;
let salesUser: { id: number; name: string };
let marketingUser: { id: number; name: string };
beforeAll(async () => {
  site = await startSite();
  const editor = [{ action: READ_PERSONAS }, { action: EDIT_PERSONAS }];
  sales = await signIn(site, editor);
  marketing = await signIn(site, editor);
  reader = await signIn(site, [{ action: READ_PERSONAS }]);
  salesUser = await userOf(site, sales);
  marketingUser = await userOf(site, marketing);
});
afterAll(() => site.remove());

let count = 0;
/** A persona that both teams own. */
async function ownedPersona(more: object = {}): Promise<Doc> {
  count += 1;
  const owners = { salesOwner: salesUser.id, marketingOwner: marketingUser.id };
  return aPersona(site, `Persona${count}`, { ...owners, ...more });
}

async function signOff(documentId: string, team: Team) {
  const token = team === 'sales' ? sales : marketing;
  const { revision } = await profileOf(site, token, documentId);
  return personas(site, 'POST', `/${documentId}/sign-off`, token, { team, revision });
}

/** A persona that both teams have signed off. */
async function signedPersona(more: object = {}): Promise<Doc> {
  const persona = await ownedPersona(more);
  profileIn(await signOff(persona.documentId, 'sales'));
  profileIn(await signOff(persona.documentId, 'marketing'));
  return persona;
}

async function edit(documentId: string, change: object, token = sales) {
  const { revision } = await profileOf(site, token, documentId);
  return personas(site, 'PUT', `/${documentId}`, token, { revision, ...change });
}

describe('a profile', () => {
  test('tells texts and owners, and the list how each persona stands', async () => {
    const { documentId } = await signedPersona({
      ...{ name: 'CFO', slug: 'cfo', buyingRole: 'economic_buyer', description: 'Signs.' },
      ...{ goals: 'One\nTwo', pains: 'P', triggers: 'T', objections: 'O', position: 3 },
    });
    const profile = await profileOf(site, reader, documentId);
    expect(profile).toMatchObject({
      ...{ documentId, slug: 'cfo', name: 'CFO', buyingRole: 'economic_buyer' },
      retired: false,
      ...{ description: 'Signs.', goals: 'One\nTwo', pains: 'P', triggers: 'T', objections: 'O' },
      sales: { owner: salesUser, signOff: { by: salesUser, ended: null } },
      marketing: { owner: marketingUser, signOff: { by: marketingUser, ended: null } },
      evidence: { data: [], meta: { pagination: { page: 1, total: 0 } } },
    });
    const first = await aPersona(site, 'First', { position: -0 });
    const list = (await personas(site, 'GET', '', reader)).body.data as PersonaSummary[];
    expect(list.map((persona) => persona.documentId)).toContain(first.documentId);
    const { revision: _seen, evidence: _entries, goals: _g, pains: _p, ...rest } = profile;
    const { triggers: _t, objections: _o, ...summary } = rest;
    expect(list.at(-1)).toEqual(summary);
  });

  test('says what is not there', async () => {
    for (const [method, path, body] of [
      ['GET', '/nosuchpersona', undefined],
      ['PUT', '/nosuchpersona', { revision: 'x', goals: 'y' }],
      ['POST', '/nosuchpersona/sign-off', { team: 'sales', revision: 'x' }],
      ['DELETE', '/nosuchpersona/sign-off?team=sales', undefined],
      ['GET', '/nosuchpersona/evidence', undefined],
      ['POST', '/nosuchpersona/evidence', { team: 'sales', note: 'x' }],
      ['DELETE', '/nosuchpersona/evidence/1', undefined],
    ] as const) {
      const { status } = await personas(site, method, path, sales, body);
      expect([method, path, status]).toEqual([method, path, 404]);
    }
  });

  test('is changed in what is named and nothing else, and an empty text takes one away', async () => {
    const { documentId } = await ownedPersona({
      goals: 'Old',
      pains: 'Kept',
      buyingRole: 'champion',
    });
    const changed = profileIn(
      await edit(documentId, { goals: ' New\nlines ', triggers: '', buyingRole: null })
    );
    expect(changed).toMatchObject({
      ...{ goals: 'New\nlines', pains: 'Kept', triggers: null, buyingRole: null },
      sales: { owner: salesUser },
    });
    expect(profileIn(await edit(documentId, { salesOwner: null })).sales.owner).toBeNull();
  });

  test('is not saved over what somebody else has saved since', async () => {
    const { documentId } = await ownedPersona({ goals: 'Old' });
    const { revision } = await profileOf(site, sales, documentId);
    profileIn(await edit(documentId, { goals: 'Of marketing' }, marketing));
    const late = await personas(site, 'PUT', `/${documentId}`, sales, {
      revision,
      goals: 'Of sales',
    });
    expect([late.status, late.body.error?.name]).toEqual([409, 'ConflictError']);
    const unread = { revision, team: 'sales' };
    expect((await personas(site, 'POST', `/${documentId}/sign-off`, sales, unread)).status).toBe(
      409
    );
    expect(await profileOf(site, sales, documentId)).toMatchObject({
      ...{ goals: 'Of marketing', sales: { signOff: null } },
    });
  });

  test.each([
    ['goals', { goals: 'x'.repeat(5001) }],
    ['pains', { pains: 5 }],
    ['triggers', { triggers: 'a\0b' }],
    ['objections', { objections: ['x'] }],
    ['name', { name: ' ' }],
    ['name', { name: null }],
    ['buyingRole', { buyingRole: 'king' }],
    ['salesOwner', { salesOwner: 999_999 }],
    ['salesOwner', { salesOwner: 99_999_999_999 }],
    ['marketingOwner', { marketingOwner: '1' }],
    ['marketingOwner', { marketingOwner: -1 }],
    ['slug', { slug: 'x' }],
    ['salesSignedOffAt', { salesSignedOffAt: '2026-01-01' }],
  ])('refuses a wrong %s, and nothing is changed', async (field, change) => {
    const { documentId } = await signedPersona();
    const answer = await edit(documentId, { description: 'Changed too', ...change });
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining(field),
    ]);
    expect(await profileOf(site, sales, documentId)).toMatchObject({
      ...{ description: null, sales: { signOff: { ended: null } } },
    });
  });

  test('can be owned by who may sign in, and by nobody else', async () => {
    const leaver = await userOf(site, await signIn(site, []));
    await site.strapi.db
      .query('admin::user')
      .update({ where: { id: leaver.id }, data: { isActive: false } });
    const { documentId } = await ownedPersona();
    expect((await edit(documentId, { salesOwner: leaver.id })).status).toBe(400);
    const owners = await personas(site, 'GET', '/owners', sales);
    expect(owners.body.data).toEqual(expect.arrayContaining([salesUser, marketingUser]));
    expect(owners.body.data).not.toContainEqual(leaver);
    expect(owners.text).not.toMatch(/email|password/);
  });
});

describe('a sign-off', () => {
  test('is for the owner of that team alone', async () => {
    const { documentId } = await ownedPersona();
    const { revision } = await profileOf(site, sales, documentId);
    for (const [token, team] of [
      [sales, 'marketing'],
      [marketing, 'sales'],
      [await signIn(site), 'sales'],
    ] as const) {
      const path = `/${documentId}/sign-off`;
      expect((await personas(site, 'POST', path, token, { team, revision })).status).toBe(403);
    }
    expect((await profileOf(site, sales, documentId)).sales.signOff).toBeNull();
    const { sales: signed, marketing: open } = profileIn(await signOff(documentId, 'sales'));
    expect(signed.signOff).toEqual({
      at: expect.any(String) as string,
      by: salesUser,
      ended: null,
    });
    expect(open.signOff).toBeNull();
  });

  test.each([
    [{ team: 'finance', revision: 'x' }, 'team'],
    [{ team: ['sales'], revision: 'x' }, 'team'],
    [{ team: 'sales' }, 'revision'],
    [{ team: 'sales', revision: 'x', at: '2020-01-01' }, 'at'],
  ])('refuses %j', async (body, field) => {
    const { documentId } = await ownedPersona();
    const answer = await personas(site, 'POST', `/${documentId}/sign-off`, sales, body);
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining(field),
    ]);
  });

  test('can be renewed, and withdrawn once', async () => {
    const { documentId } = await signedPersona();
    profileIn(await signOff(documentId, 'sales'));
    const path = `/${documentId}/sign-off?team=sales`;
    expect((await personas(site, 'DELETE', path, marketing)).status).toBe(403);
    const withdrawn = profileIn(await personas(site, 'DELETE', path, sales));
    expect(withdrawn.sales.signOff?.ended).toEqual({
      ...{ at: expect.any(String) as string, by: salesUser, fields: null },
    });
    expect(withdrawn.marketing.signOff?.ended).toBeNull();
    expect((await personas(site, 'DELETE', path, sales)).status).toBe(400);
    expect((await personas(site, 'DELETE', `/${documentId}/sign-off`, sales)).status).toBe(400);
    const again = profileIn(await signOff(documentId, 'sales'));
    expect(again.sales.signOff?.ended).toBeNull();
  });

  test('can be taken back by who gave it, also when they own the persona no longer', async () => {
    const { documentId } = await signedPersona();
    const passedOn = profileIn(await edit(documentId, { salesOwner: marketingUser.id }));
    expect(passedOn.sales).toMatchObject({ owner: marketingUser, signOff: { by: salesUser } });
    const path = `/${documentId}/sign-off?team=sales`;
    const { sales: team } = profileIn(await personas(site, 'DELETE', path, sales));
    expect(team.signOff?.ended?.by).toEqual(salesUser);
  });
});

describe('a change after the sign-off', () => {
  const CHANGES: [SignedField, string][] = [
    ['name', 'Other'],
    ['buyingRole', 'gatekeeper'],
    ...(['description', 'goals', 'pains', 'triggers', 'objections'] as const).map(
      (field): [SignedField, string] => [field, 'Other']
    ),
  ];

  test.each(CHANGES)('of %s clears both, and says who did it when', async (field, value) => {
    const { documentId } = await signedPersona();
    const changed = profileIn(await edit(documentId, { [field]: value }, marketing));
    for (const team of ['sales', 'marketing'] as const) {
      expect(changed[team].signOff).toMatchObject({
        by: team === 'sales' ? salesUser : marketingUser,
        ended: { at: expect.any(String) as string, by: marketingUser, fields: [field] },
      });
    }
    // A second change tells nothing new: it is the first one that cleared it.
    profileIn(await edit(documentId, { triggers: 'Later' }, sales));
    const later = await profileOf(site, sales, documentId);
    expect(later.sales.signOff).toEqual(changed.sales.signOff);
    expect(profileIn(await signOff(documentId, 'sales')).sales.signOff?.ended).toBeNull();
  });

  test('in the Content Manager clears it as well', async () => {
    const { documentId } = await signedPersona({ pains: 'Old' });
    const admin = await signIn(site);
    const { name } = await userOf(site, admin);
    const path = `/content-manager/collection-types/${PERSONA_UID}/${documentId}`;
    const answer = await call(site, 'PUT', path, { token: admin, body: { pains: 'New' } });
    expect(answer.status).toBe(200);
    expect((await profileOf(site, sales, documentId)).marketing.signOff?.ended).toMatchObject({
      ...{ by: { name }, fields: ['pains'] },
    });
  });

  test('by code of the site clears it, with nobody named', async () => {
    const first = await signedPersona();
    await documentsOf(site.strapi, PERSONA_UID).update({
      ...{ documentId: first.documentId, data: { goals: 'A', objections: 'B' } },
    });
    const ended = (await profileOf(site, sales, first.documentId)).sales.signOff?.ended;
    expect(ended).toMatchObject({ by: null, fields: ['goals', 'objections'] });

    const [second, third] = [await signedPersona(), await signedPersona({ goals: 'Same' })];
    const query = site.strapi.db.query(PERSONA_UID);
    const ids = [second, third].map(({ documentId }) => documentId);
    await query.updateMany({ where: { documentId: { $in: ids } }, data: { goals: 'Same' } });
    expect((await profileOf(site, sales, second.documentId)).sales.signOff?.ended).not.toBeNull();
    expect((await profileOf(site, sales, third.documentId)).sales.signOff?.ended).toBeNull();
  });

  test('is undone with the change itself', async () => {
    const { documentId } = await signedPersona({ goals: 'Old' });
    const failing = site.strapi.db.transaction(async () => {
      await documentsOf(site.strapi, PERSONA_UID).update({ documentId, data: { goals: 'New' } });
      throw new Error('not that');
    });
    await expect(failing).rejects.toThrow('not that');
    expect(await profileOf(site, sales, documentId)).toMatchObject({
      ...{ goals: 'Old', sales: { signOff: { ended: null } } },
    });
  });

  test('of anything else, and a save of the same, clears nothing', async () => {
    const { documentId } = await signedPersona({ goals: 'Same' });
    profileIn(await edit(documentId, { goals: 'Same', pains: '', salesOwner: marketingUser.id }));
    const data = { position: 7, translations: { de: { name: 'Anders' } }, pains: '' };
    await documentsOf(site.strapi, PERSONA_UID).update({ documentId, data });
    const profile = await profileOf(site, sales, documentId);
    expect([profile.sales.signOff?.ended, profile.marketing.signOff?.ended]).toEqual([null, null]);
  });

  test('of many at once ends with each saved by somebody and signed by nobody who did not read it', async () => {
    const { documentId } = await ownedPersona({ goals: 'Old' });
    const { revision } = await profileOf(site, sales, documentId);
    const statuses = await Promise.all([
      personas(site, 'PUT', `/${documentId}`, marketing, { revision, goals: 'New' }),
      personas(site, 'POST', `/${documentId}/sign-off`, sales, { team: 'sales', revision }),
      personas(site, 'PUT', `/${documentId}`, marketing, { revision, goals: 'Newer' }),
    ]).then((answers) => answers.map(({ status }) => status));
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    expect([statuses[0], statuses[2]].sort()).toEqual([200, 409]);
    const { sales: team } = await profileOf(site, sales, documentId);
    expect(team.signOff === null || team.signOff.ended !== null).toBe(true);
  });
});

test('a clone is signed by nobody, and a deleted persona leaves nothing in the ledgers', async () => {
  const { documentId } = await signedPersona();
  await personas(site, 'POST', `/${documentId}/evidence`, sales, { team: 'sales', note: 'Heard.' });
  const documents = documentsOf<Doc>(site.strapi, PERSONA_UID) as unknown as {
    clone(params: object): Promise<{ entries: Doc[] }>;
  };
  const { entries } = await documents.clone({ documentId, data: { slug: 'the-clone' } });
  const clone = await profileOf(site, sales, entries[0]?.documentId ?? '');
  expect([clone.sales.signOff, clone.evidenceCount]).toEqual([null, 0]);

  await documentsOf(site.strapi, PERSONA_UID).delete({ documentId });
  for (const uid of ['persona-evidence', 'persona-sign-off']) {
    const where = { persona: documentId };
    expect(await site.strapi.db.query(`plugin::buyer-journey.${uid}`).count({ where })).toBe(0);
  }
  expect((await get(site, `/buyer-journey/personas/${documentId}`, sales)).status).toBe(404);
});

test('sign-offs come back with a persona whose merge is undone, and are nobody else’s meanwhile', async () => {
  const admin = await signIn(site);
  const { documentId } = await signedPersona({ goals: 'Old' });
  profileIn(await personas(site, 'DELETE', `/${documentId}/sign-off?team=marketing`, marketing));
  const into = await aPersona(site, `Into${count}`);
  const signOffs = async (id: string) => {
    const profile = await profileOf(site, sales, id);
    return [profile.sales.signOff, profile.marketing.signOff];
  };
  const before = await signOffs(documentId);
  const path = `/buyer-journey/taxonomy/personas/${documentId}`;
  const { text: list } = await exportedUses(site, path, admin);
  const body = { into: into.documentId };
  expect((await call(site, 'POST', `${path}/merge`, { token: admin, body })).status).toBe(200);
  expect(await signOffs(into.documentId)).toEqual([null, null]);
  expect((await undoWith(site, admin, list)).status).toBe(200);
  expect(await signOffs(documentId)).toEqual(before);
  expect(before).toMatchObject([{ ended: null }, { ended: { by: marketingUser, fields: null } }]);
});
