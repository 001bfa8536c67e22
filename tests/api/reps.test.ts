/** Profiles of reps: who is known, who is one and the same, and who asked to be forgotten. */
import type { RepProfile } from '../../contracts/reps';
import type { EchoResult, Me } from '../../contracts/sales-sourced/capture';
import { itemRows } from '../../server/src/sales-sourced/items/draft';
import { modelOf, rowsOf, type JoinTable } from '../../server/src/strapi';
import { call, get, signIn } from '../site/client';
import { createDocument, publishDocument } from '../site/documents';
import { aRep, changeRep } from '../site/people';
import { capture, detail, inbox, ITEM_UID, sales, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const REP_UID = 'plugin::buyer-journey.rep';
const ECHO_UID = 'plugin::buyer-journey.echo';
const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const MANAGE = 'plugin::buyer-journey.reps.manage';

interface Rep {
  id: number;
  documentId: string;
}

let site: Site;
let admin: string;
beforeAll(async () => {
  site = await startSite({
    types: [
      contentType('article', { localized: true }),
      contentType('faq', { draftAndPublish: false }),
    ],
  });
  admin = await signIn(site);
});
afterAll(() => site.remove());

const list = async () => (await get(site, '/buyer-journey/reps', admin)).body.data as RepProfile[];
const change = (rep: string, what: string, body: unknown = {}, token = admin) =>
  call(site, 'POST', `/buyer-journey/reps/${rep}/${what}`, { token, body });
const merge = (rep: string, into: string) => change(rep, 'merge', { into });
async function profile(rep: string): Promise<RepProfile | undefined> {
  return (await list()).find(({ documentId }) => documentId === rep);
}
/** Signs a rep in, and tells which one it is. */
async function repOf(name: string, consent = true): Promise<{ token: string; rep: string }> {
  const token = await signInRep(site, name, { consent });
  const me = (await sales(site, 'GET', '/me', token)).body.data as Me;
  return { token, rep: me.rep?.documentId ?? '' };
}
const echo = async (token: string, item: string) =>
  (await sales(site, 'POST', `/items/${item}/echo`, token, {})).body.data as EchoResult;
const echoes = (rep: string) =>
  rowsOf<{ item: string; day: string }>(site.strapi, ECHO_UID).findMany({ where: { rep } });
/** Writes that the rep heard it on another day. */
const heardOn = (day: string, rep: string, item: string) =>
  rowsOf(site.strapi, ECHO_UID).create({
    data: { item, origin: item, rep, day, heardAt: new Date(`${day}T12:00:00Z`) },
  });

/** Names behind every contributors row of a type, in any version and locale. */
async function bylines(uid: string): Promise<string[]> {
  const joinTable = modelOf(site.strapi, uid)?.attributes.contributors?.joinTable as JoinTable;
  const rows = await site.strapi.db
    .connection(`${joinTable.name} as link`)
    .join('buyer_journey_reps as rep', 'rep.id', `link.${joinTable.inverseJoinColumn.name}`)
    .select<{ name: string }[]>('rep.display_name as name');
  return rows.map(({ name }) => name).sort();
}
async function empty(): Promise<void> {
  for (const uid of [ARTICLE, FAQ, ITEM_UID, ECHO_UID, REP_UID]) {
    await site.strapi.db.query(uid).deleteMany({});
  }
}
beforeEach(empty);

describe('managing reps', () => {
  const changes = ['confirm', 'deactivate', 'activate', 'merge', 'erase'];

  test('is closed without a sign-in and without its permission', async () => {
    const rep = await aRep(site, 'Maya Roth');
    const other = await aRep(site, 'Tom Berg');
    const without = await signIn(site, [{ action: 'plugin::buyer-journey.inbox.triage' }]);
    expect((await get(site, '/buyer-journey/reps')).status).toBe(401);
    expect((await get(site, '/buyer-journey/reps', without)).status).toBe(403);
    for (const what of changes) {
      const body = what === 'merge' ? { into: other.documentId } : {};
      const path = `/buyer-journey/reps/${rep.documentId}/${what}`;
      expect([what, (await call(site, 'POST', path, { body })).status]).toEqual([what, 401]);
      expect([what, (await change(rep.documentId, what, body, without)).status]).toEqual([
        what,
        403,
      ]);
    }
    expect(await profile(rep.documentId)).toMatchObject({ state: 'active' });
    const allowed = await signIn(site, [{ action: MANAGE }]);
    expect((await get(site, '/buyer-journey/reps', allowed)).status).toBe(200);
    for (const what of changes) {
      const body = what === 'merge' ? { into: other.documentId } : {};
      const { status, body: answer } = await change(rep.documentId, what, body, allowed);
      expect([what, status, answer.data]).toEqual([
        what,
        200,
        expect.objectContaining({ documentId: rep.documentId }),
      ]);
    }
  });

  test.each(changes)('%s needs a rep that is there, and takes nothing else', async (what) => {
    const rep = await aRep(site, 'Maya Roth');
    const other = await aRep(site, 'Tom Berg');
    const body = what === 'merge' ? { into: other.documentId } : {};
    expect((await change('nosuchrep', what, body)).status).toBe(404);
    for (const id of ['%00', '__proto__', '1%20', 'x'.repeat(3000), '%27%3B--']) {
      expect([id, (await change(id, what, body)).status]).toEqual([id, 400]);
    }
    for (const wrong of [{ ...body, surprise: 1 }, [1], ['surprise']]) {
      expect((await change(rep.documentId, what, wrong)).status).toBe(400);
    }
    const query = `/buyer-journey/reps/${rep.documentId}/${what}?surprise=1`;
    const answer = await call(site, 'POST', query, { token: admin, body });
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining('surprise'),
    ]);
    expect((await profile(rep.documentId))?.state).toBe('active');
  });
});

describe('the list', () => {
  test('tells where each stands, by name, with what they brought in and heard', async () => {
    const { token: maya, rep } = await repOf('Maya Roth');
    const { token: tom } = await repOf('Tom Berg', false);
    const item = await capture(site, maya, 'How long is the contract?');
    await capture(site, maya, 'Who else uses it?');
    await publishDocument(site, ITEM_UID, item.documentId);
    await echo(tom, item.documentId);
    const made = { email: 'new@example.com', confirmed: false, bylineConsent: false };
    await aRep(site, 'Unconfirmed rep', made);
    await aRep(site, 'Ana Paz', { active: false, jobTitle: 'Account executive' });
    expect(await list()).toMatchObject([
      {
        displayName: 'Ana Paz',
        slug: 'ana-paz',
        jobTitle: 'Account executive',
        state: 'inactive',
        items: 0,
        echoes: 0,
        mergedInto: null,
      },
      { documentId: rep, displayName: 'Maya Roth', state: 'active', items: 2, echoes: 0 },
      { displayName: 'Tom Berg', bylineConsent: false, items: 0, echoes: 1 },
      { displayName: 'Unconfirmed rep', email: 'new@example.com', state: 'toConfirm' },
    ]);
  });

  test('takes as many statements for thirty reps as for one', async () => {
    const statements = async () => {
      let count = 0;
      const onQuery = ({ sql }: { sql: string }) => {
        if (sql.includes('buyer_journey')) count += 1;
      };
      site.strapi.db.connection.on('query', onQuery);
      await list();
      site.strapi.db.connection.off('query', onQuery);
      return count;
    };
    // Past the Document Service, which reads what it saved once more some time later.
    const add = (index: number) =>
      rowsOf(site.strapi, REP_UID).create({
        data: { displayName: `Rep ${index}`, slug: `rep-${index}`, documentId: `rep${index}` },
      });
    await add(0);
    expect(await statements()).toBe(3);
    for (let index = 1; index < 30; index += 1) await add(index);
    expect(await list()).toHaveLength(30);
    expect(await statements()).toBe(3);
  });
});

describe('confirming', () => {
  test('makes a rep of an address; consent stays theirs to give', async () => {
    const made = { email: 'new@example.com', confirmed: false, bylineConsent: false };
    const { documentId } = await aRep(site, 'Unconfirmed rep', made);
    expect((await change(documentId, 'confirm')).body.data).toMatchObject({
      state: 'active',
      bylineConsent: false,
    });
    expect((await change(documentId, 'confirm')).status).toBe(200);
  });
});

describe('deactivating', () => {
  test('takes bylines off at once, keeps the items, and keeps the rep out until activated', async () => {
    const { token, rep } = await repOf('Lea Lind');
    const item = await capture(site, token, 'Is it safe?');
    const article = await createDocument(site, ARTICLE, { title: 'T', contributors: [rep] });
    await publishDocument(site, ARTICLE, article.documentId);
    expect(await bylines(ARTICLE)).toEqual(['Lea Lind', 'Lea Lind']);

    expect((await change(rep, 'deactivate')).body.data).toMatchObject({
      state: 'inactive',
      items: 1,
    });
    expect([await bylines(ARTICLE), await bylines(ITEM_UID)]).toEqual([[], []]);
    expect((await detail(site, admin, item.documentId)).rep?.documentId).toBe(rep);
    const refused = await sales(site, 'POST', '/items', token, { buyerWords: 'Still here?' });
    expect(refused.status).toBe(403);

    expect((await change(rep, 'activate')).body.data).toMatchObject({ state: 'active' });
    expect(await bylines(ARTICLE)).toEqual([]);
    await capture(site, token, 'Here again?');
  });
});

describe('merging', () => {
  test('moves items and bylines of all types, versions and locales, each once', async () => {
    const { token, rep: old } = await repOf('Maya Old');
    const { rep } = await repOf('Maya Roth');
    const other = await aRep(site, 'Ana Paz');
    const item = await capture(site, token, 'How long is the contract?');
    await publishDocument(site, ITEM_UID, item.documentId);
    const both = { title: 'T', contributors: [old, other.documentId, rep] };
    const article = await createDocument(site, ARTICLE, both);
    await publishDocument(site, ARTICLE, article.documentId);
    await createDocument(site, FAQ, { title: 'T', contributors: [other.documentId, old] });

    const answer = await merge(old, rep);
    expect([answer.status, answer.body.data]).toEqual([
      200,
      expect.objectContaining({
        state: 'merged',
        items: 0,
        mergedInto: { documentId: rep, displayName: 'Maya Roth' },
      }),
    ]);
    expect(await profile(rep)).toMatchObject({ state: 'active', items: 1 });
    const versions = await itemRows(site.strapi, { documentId: item.documentId });
    expect(versions.map((version) => [version.rep?.documentId, version.contributors])).toEqual(
      versions.map(() => [rep, [expect.objectContaining({ documentId: rep })]])
    );
    expect(versions).toHaveLength(2);
    expect(await bylines(ARTICLE)).toEqual(['Ana Paz', 'Ana Paz', 'Maya Roth', 'Maya Roth']);
    expect(await bylines(FAQ)).toEqual(['Ana Paz', 'Maya Roth']);
  });

  test('takes bylines off where the other profile may have none', async () => {
    const { token, rep: old } = await repOf('Tom Old');
    const { rep } = await repOf('Tom Berg', false);
    await capture(site, token, 'Who else uses it?');
    await createDocument(site, FAQ, { title: 'T', contributors: [old] });
    expect((await merge(old, rep)).status).toBe(200);
    expect([await bylines(FAQ), await bylines(ITEM_UID)]).toEqual([[], []]);
    expect(await profile(rep)).toMatchObject({ items: 1 });
  });

  test('counts what both heard on the same day once, and everything else on', async () => {
    const { token: maya } = await repOf('Maya Roth');
    const { token: tomOld, rep: old } = await repOf('Tom Old');
    const { token: tom, rep } = await repOf('Tom Berg');
    const first = await capture(site, maya, 'How long is the contract?');
    const second = await capture(site, maya, 'Does single sign-on cost extra?');
    await echo(tomOld, first.documentId);
    await echo(tom, first.documentId);
    await echo(tomOld, second.documentId);
    await heardOn('2025-03-01', old, first.documentId);
    expect((await detail(site, maya, first.documentId)).heard).toBe(3);

    await merge(old, rep);
    expect(await echoes(old)).toEqual([]);
    const days = (await echoes(rep)).map(({ item, day }) => [item, day]).sort();
    const today = new Date().toISOString().slice(0, 10);
    expect(days).toEqual(
      [
        [first.documentId, '2025-03-01'],
        [first.documentId, today],
        [second.documentId, today],
      ].sort()
    );
    const after = await detail(site, maya, first.documentId);
    expect(after.heard).toBe(3);
    expect(after.demand.figure).toBeCloseTo(2, 1);
    expect((await detail(site, maya, second.documentId)).heard).toBe(2);
    expect((await inbox(site, maya, 'sort=demand')).data.map(({ heard }) => heard)).toEqual([3, 2]);
    expect(await profile(rep)).toMatchObject({ echoes: 3 });
    // Today’s hearing is that of the same person now.
    expect((await echo(tomOld, second.documentId)).counted).toBe(false);
  });

  test('counts bringing in and hearing on the same day once, whichever profile did which', async () => {
    const { token: tomOld, rep: old } = await repOf('Tom Old');
    const { token: tom, rep } = await repOf('Tom Berg');
    const { token: maya } = await repOf('Maya Roth');
    const byOld = await capture(site, tomOld, 'How long is the contract?');
    const byOther = await capture(site, tom, 'Does single sign-on cost extra?');
    await echo(tom, byOld.documentId);
    await echo(tomOld, byOther.documentId);
    await echo(maya, byOther.documentId);
    await heardOn('2025-03-01', old, byOther.documentId);

    await merge(old, rep);
    const first = await detail(site, maya, byOld.documentId);
    expect([first.heard, first.hearings.map(({ kind }) => kind)]).toEqual([1, ['broughtIn']]);
    expect(first.demand.figure).toBeCloseTo(1, 3);
    const second = await detail(site, maya, byOther.documentId);
    expect(second.heard).toBe(3);
    expect(second.hearings.map(({ rep: who }) => who?.displayName).sort()).toEqual([
      ...['Maya Roth', 'Tom Berg', 'Tom Berg'],
    ]);
    const mine = (await sales(site, 'GET', '/mine', tom)).body.data;
    expect(mine).toMatchObject([
      { documentId: byOther.documentId, echoedBy: [{ displayName: 'Maya Roth' }] },
      { documentId: byOld.documentId, echoedBy: [] },
    ]);
  });

  test('lets whoever signs in with the old profile go on as the other one', async () => {
    const { token: oldToken, rep: old } = await repOf('Kim Old');
    const { rep } = await repOf('Kim Known');
    await merge(old, rep);
    const me = (await sales(site, 'GET', '/me', oldToken)).body.data as Me;
    expect(me.rep).toMatchObject({ documentId: rep, displayName: 'Kim Known', active: true });
    const item = await capture(site, oldToken, 'Still me?');
    expect(item.rep?.documentId).toBe(rep);
    await signInRep(site, 'Kim Renamed', { token: oldToken });
    expect(await profile(rep)).toMatchObject({ displayName: 'Kim Renamed', state: 'active' });
  });

  test('of what others were merged into takes those along', async () => {
    const [first, second, third] = [
      await aRep(site, 'One'),
      await aRep(site, 'Two'),
      await aRep(site, 'Three'),
    ];
    await merge(first.documentId, second.documentId);
    await merge(second.documentId, third.documentId);
    for (const { documentId } of [first, second]) {
      expect((await profile(documentId))?.mergedInto?.documentId).toBe(third.documentId);
    }
  });

  test('is refused where it makes no sense, with what to do instead', async () => {
    const rep = await aRep(site, 'Maya Roth');
    const merged = await aRep(site, 'Merged');
    const [inactive, erased] = [await aRep(site, 'Inactive'), await aRep(site, 'Erased')];
    await merge(merged.documentId, rep.documentId);
    await change(inactive.documentId, 'deactivate');
    await change(erased.documentId, 'erase');
    const refusals: [Rep, Rep, string][] = [
      [rep, rep, 'into itself'],
      [rep, merged, 'choose the one'],
      [rep, inactive, 'activate it first'],
      [rep, erased, 'choose another'],
      [merged, rep, 'Choose the one'],
      [erased, rep, 'erased profile cannot be merged'],
    ];
    for (const [from, into, message] of refusals) {
      const { status, body } = await merge(from.documentId, into.documentId);
      expect([status, body.error?.message]).toEqual([400, expect.stringContaining(message)]);
    }
    expect((await merge(rep.documentId, 'nosuchrep')).status).toBe(404);
    for (const wrong of [{}, { into: 1 }, { into: null }, { into: '\0' }, { into: [rep] }]) {
      expect((await change(rep.documentId, 'merge', wrong)).status).toBe(400);
    }
    // An old profile that is out of use is just what one wants to be rid of.
    expect((await merge(inactive.documentId, rep.documentId)).status).toBe(200);
    expect((await profile(rep.documentId))?.state).toBe('active');
  });

  test('at the very moment of contributing leaves nothing with the old profile', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { token, rep: old } = await repOf(`Race ${round}`);
      const { token: other, rep } = await repOf(`Race into ${round}`);
      const heard = await capture(site, other, `Is it fast ${round}?`);
      const statuses = await Promise.all([
        sales(site, 'POST', '/items', token, { buyerWords: 'Brought in at once?' }),
        merge(old, rep),
        sales(site, 'POST', `/items/${heard.documentId}/echo`, token, {}),
      ]);
      expect(statuses.map(({ status }) => status)).toEqual([201, 200, 200]);
      expect(await profile(old)).toMatchObject({ state: 'merged', items: 0, echoes: 0 });
      expect(await profile(rep)).toMatchObject({ items: 2 });
    }
  });

  test('of each into the other at once merges one of them', async () => {
    const [one, two] = [await aRep(site, 'One'), await aRep(site, 'Two')];
    const answers = await Promise.all([
      merge(one.documentId, two.documentId),
      merge(two.documentId, one.documentId),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});

describe('erasing', () => {
  const SECRETS = /Lea|Lind|lea.lind|Account executive|says/;

  test('leaves nothing of the person, and everything that was brought in', async () => {
    const { token, rep } = await repOf('Lea Lind');
    const { token: tom, rep: tomRep } = await repOf('Tom Berg');
    await changeRep(site, rep, { jobTitle: 'Account executive', bio: 'Lea says hello' });
    const alias = await aRep(site, 'Lea L. Lind', { email: 'lea.lind@example.com' });
    await merge(alias.documentId, rep);
    const own = await capture(site, token, 'Is it safe?');
    const others = await capture(site, tom, 'Is it fast?');
    await echo(token, others.documentId);
    await createDocument(site, FAQ, { title: 'T', contributors: [rep, tomRep] });

    const answer = await change(rep, 'erase');
    expect(answer.body.data).toMatchObject({
      displayName: 'Former colleague',
      slug: expect.stringMatching(/^former-colleague-[0-9a-f]{16}$/) as string,
      ...{ state: 'erased', email: null, jobTitle: null, bylineConsent: false },
      ...{ items: 1, echoes: 1 },
    });
    const rows = await rowsOf<object>(site.strapi, REP_UID).findMany({
      where: { documentId: { $in: [rep, alias.documentId] } },
      populate: ['adminUser', 'photo'],
    });
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(JSON.stringify(row)).not.toMatch(SECRETS);
      expect(row).toMatchObject({ adminUser: null, photo: null, bio: null, active: false });
    }
    expect(await bylines(FAQ)).toEqual(['Tom Berg']);
    expect(await bylines(ITEM_UID)).toEqual(['Tom Berg']);
    expect((await detail(site, admin, own.documentId)).rep?.displayName).toBe('Former colleague');
    expect((await detail(site, admin, others.documentId)).heard).toBe(2);
    // The person may contribute again, as somebody new.
    expect(((await sales(site, 'GET', '/me', token)).body.data as Me).rep).toBeNull();
  });

  test('takes the photo off', async () => {
    const photo = (await site.strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'lea.png',
        hash: 'lea',
        mime: 'image/png',
        size: 1,
        url: '/lea.png',
        provider: 'local',
      },
    })) as Rep;
    const rep = await aRep(site, 'Lea Lind', { photo: photo.id });
    const photoOf = () =>
      rowsOf<{ photo: object | null }>(site.strapi, REP_UID).findOne({
        where: { documentId: rep.documentId },
        populate: ['photo'],
      });
    expect((await photoOf())?.photo).toMatchObject({ name: 'lea.png' });
    await change(rep.documentId, 'erase');
    expect((await photoOf())?.photo).toBeNull();
  });

  test('is for good: such a profile is not activated, confirmed or merged again', async () => {
    const rep = await aRep(site, 'Lea Lind');
    const other = await aRep(site, 'Tom Berg');
    await change(rep.documentId, 'erase');
    for (const what of ['activate', 'confirm']) {
      const { status, body } = await change(rep.documentId, what);
      expect([status, body.error?.message]).toEqual([400, expect.stringContaining(what)]);
    }
    expect((await merge(rep.documentId, other.documentId)).status).toBe(400);
    const path = `/content-manager/collection-types/${REP_UID}/${rep.documentId}`;
    const managed = await call(site, 'PUT', path, { token: admin, body: { active: true } });
    expect([managed.status, managed.body.error?.message]).toEqual([
      400,
      expect.stringContaining('active'),
    ]);
    expect((await change(rep.documentId, 'deactivate')).status).toBe(200);
    expect((await change(rep.documentId, 'erase')).status).toBe(200);
    expect((await profile(rep.documentId))?.state).toBe('erased');
  });

  test('of a merged profile leaves the one that it became part of', async () => {
    const [old, rep] = [await aRep(site, 'Lea Old'), await aRep(site, 'Lea Lind')];
    await merge(old.documentId, rep.documentId);
    expect((await change(old.documentId, 'activate')).status).toBe(400);
    expect((await change(old.documentId, 'erase')).body.data).toMatchObject({ state: 'erased' });
    expect(await profile(rep.documentId)).toMatchObject({ displayName: 'Lea Lind' });
  });
});
