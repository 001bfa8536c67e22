/** The way in for other tools: who may send, what becomes of it, and that no name goes on it. */
import type { MyItem } from '../../contracts/sales-sourced/capture';
import { itemRows, type ItemRow } from '../../server/src/sales-sourced/items/draft';
import { rowsOf } from '../../server/src/strapi';
import {
  allowPublic,
  apiToken,
  call,
  get,
  signIn,
  siteUser,
  type Answer,
  type Json,
} from '../site/client';
import { aPersona, aRep, aStage, changeRep } from '../site/people';
import { detail, ITEM_UID, sales, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const CREATE = 'plugin::buyer-journey.sales-sourced.create';
const REP_UID = 'plugin::buyer-journey.rep';
const PATH = '/api/buyer-journey/sales-sourced';

interface Rep {
  documentId: string;
  displayName: string;
  slug: string;
  email: string | null;
  active: boolean;
  confirmed: boolean;
  bylineConsent: boolean;
}

const unlimited = { salesSourced: { intake: { requestsPerMinute: 0 } } };
const types = [contentType('article')];

let site: Site;
let token: string;
let admin: string;
beforeAll(async () => {
  site = await startSite({ types, plugin: unlimited });
  token = await apiToken(site, 'full-access');
  admin = await signIn(site);
  await aStage(site, 'Decision');
  await aPersona(site, 'CFO');
});
afterAll(() => site.remove());

const send = (data: unknown, as: string | undefined = token, more: object = {}) =>
  call(site, 'POST', PATH, { token: as, body: { data, ...more } });
const idOf = ({ body }: Answer) => (body.data as { documentId: string }).documentId;
/** Sends what must be taken as new. */
async function received(data: object): Promise<string> {
  const answer = await send(data);
  if (answer.status !== 201) throw new Error(answer.text);
  return idOf(answer);
}
async function itemOf(documentId: string): Promise<ItemRow> {
  const [row] = await itemRows(site.strapi, { documentId });
  if (!row) throw new Error(`There is no item ${documentId}.`);
  return row;
}
const myItems = async (rep: string) =>
  (await get(site, '/buyer-journey/sales-sourced/mine', rep)).body.data as MyItem[];
const items = () => rowsOf(site.strapi, ITEM_UID).count({});
const reps = (where: object) => rowsOf<Rep>(site.strapi, REP_UID).findMany({ where });

describe('sending', () => {
  test('is closed to the public, users, and tokens that were not given it', async () => {
    const before = await items();
    const anonymous = await call(site, 'POST', PATH, { body: { data: { buyerWords: 'Why?' } } });
    expect(anonymous.status).toBe(403);
    expect((await send({ buyerWords: 'Why?' }, 'nonsense')).status).toBe(401);
    for (const closed of [
      await apiToken(site, 'read-only'),
      await apiToken(site, 'custom', 'plugin::buyer-journey.sales-sourced.find'),
      await siteUser(site, 'plugin::buyer-journey.sales-sourced.find'),
    ]) {
      expect((await send({ buyerWords: 'Why?' }, closed)).status).toBe(403);
    }
    // The admin's sign-in is none of the content API.
    expect((await send({ buyerWords: 'Why?' }, admin)).status).toBe(401);
    expect(await items()).toBe(before);
  });

  test('is open to full-access tokens, and to custom tokens and roles that were given it', async () => {
    for (const open of [
      await apiToken(site, 'full-access'),
      await apiToken(site, 'custom', CREATE),
      await siteUser(site, CREATE),
    ]) {
      const answer = await send({ buyerWords: 'Why?' }, open);
      expect([answer.status, answer.body.data]).toEqual([
        201,
        { documentId: expect.any(String) as string, status: 'received' },
      ]);
    }
  });

  test('is all that a token can do to an item', async () => {
    const item = await received({ buyerWords: 'Can it be changed?' });
    for (const method of ['PUT', 'DELETE'] as const) {
      const answer = await call(site, method, `${PATH}/${item}`, { token, body: { data: {} } });
      expect([404, 405]).toContain(answer.status);
    }
  });
});

describe('an item from a tool', () => {
  test('needs one sentence; its kind is guessed, nobody confirmed it, and it is not public', async () => {
    const item = await received({ buyerWords: '  Your price is too expensive for us. ' });
    expect(await itemOf(item)).toMatchObject({
      buyerWords: 'Your price is too expensive for us.',
      kind: 'objection',
      workflowState: 'received',
      confirmed: false,
      approvedWording: null,
      answer: null,
      rep: null,
      contributors: [],
      publishedAt: null,
    });
    const { history, heard } = await detail(site, admin, item);
    expect(history).toMatchObject([{ kind: 'created', by: null }]);
    expect(heard).toBe(1);
    const listed = (await get(site, PATH, token)).body as unknown as {
      meta: { pagination: { total: number } };
    };
    expect(listed.meta.pagination.total).toBe(0);
  });

  test('keeps all that was sent, and its answer is nobody’s wording yet', async () => {
    const rep = await aRep(site, 'Maya Roth', { email: 'maya.roth@example.com' });
    const item = await received({
      buyerWords: 'What does it cost to leave?',
      kind: 'story',
      answer: 'Nothing.\n\nReally.',
      stage: 'decision',
      personas: ['cfo'],
      repEmail: 'Maya.ROTH@example.com',
      account: 'Port of Sandmere',
      source: 'chat',
      crmReference: 'D-17',
      externalId: 'all-1',
    });
    expect(await itemOf(item)).toMatchObject({
      kind: 'story',
      answer: [
        { type: 'paragraph', children: [{ type: 'text', text: 'Nothing.' }] },
        { type: 'paragraph', children: [{ type: 'text', text: 'Really.' }] },
      ],
      approvedWording: null,
      confirmed: false,
      stage: { slug: 'decision' },
      personas: [{ slug: 'cfo' }],
      rep: { documentId: rep.documentId },
      contributors: [],
      account: 'Port of Sandmere',
      source: 'chat',
      crmReference: 'D-17',
      externalId: 'all-1',
    });
  });

  test.each<[string, unknown]>([
    ['data', undefined],
    ['data', null],
    ['data', 'Why?'],
    ['data', []],
    ['buyerWords', {}],
    ['buyerWords', { buyerWords: '   ' }],
    ['buyerWords', { buyerWords: 'x'.repeat(10_001) }],
    ['buyerWords', { buyerWords: 'null\0byte' }],
    ['buyerWords', { buyerWords: { $ne: 'a' } }],
    ['kind', { buyerWords: 'a', kind: 'poem' }],
    ['answer', { buyerWords: 'a', answer: [{ type: 'paragraph' }] }],
    ['stage', { buyerWords: 'a', stage: 'nowhere' }],
    ['stage', { buyerWords: 'a', stage: { connect: [1] } }],
    ['personas', { buyerWords: 'a', personas: ['cfo', 'nobody'] }],
    ['personas', { buyerWords: 'a', personas: 'cfo' }],
    ['repEmail', { buyerWords: 'a', repEmail: 'maya' }],
    ['repEmail', { buyerWords: 'a', repEmail: 'maya@example.com\0' }],
    ['externalId', { buyerWords: 'a', externalId: '' }],
    ['externalId', { buyerWords: 'a', externalId: 17 }],
    ['source', { buyerWords: 'a', source: 'pigeon' }],
    ['account', { buyerWords: 'a', account: 'x'.repeat(256) }],
    // What a tool may not say.
    ['contributors', { buyerWords: 'a', contributors: ['maya-roth'] }],
    ['rep', { buyerWords: 'a', rep: 1 }],
    ['confirmed', { buyerWords: 'a', confirmed: true }],
    ['approvedWording', { buyerWords: 'a', approvedWording: 'a' }],
    ['workflowState', { buyerWords: 'a', workflowState: 'accepted' }],
    ['status', { buyerWords: 'a', status: 'published' }],
    ['resolveByStage', { buyerWords: 'a', resolveByStage: 'decision' }],
    ['documentId', { buyerWords: 'a', documentId: 'abc' }],
  ])('is refused by the name of what is wrong: %s', async (field, data) => {
    const [before, people] = [await items(), await rowsOf(site.strapi, REP_UID).count({})];
    const { status, body } = await send(data);
    expect([status, body.error?.message]).toEqual([400, expect.stringMatching(field)]);
    expect(await items()).toBe(before);
    expect(await rowsOf(site.strapi, REP_UID).count({})).toBe(people);
  });

  test('leaves no rep behind when its stage is unknown', async () => {
    const repEmail = 'left.behind@example.com';
    expect((await send({ buyerWords: 'a', stage: 'nowhere', repEmail })).status).toBe(400);
    expect(await reps({ email: repEmail })).toEqual([]);
  });

  test('is refused with parameters and fields that are not known here', async () => {
    const body = { data: { buyerWords: 'a' } };
    for (const query of ['status=published', 'locale=en', 'surprise[a]=1']) {
      const answer = await call(site, 'POST', `${PATH}?${query}`, { token, body });
      expect([answer.status, answer.body.error?.message]).toEqual([
        400,
        expect.stringContaining(query.split(/[=[]/)[0] ?? ''),
      ]);
    }
    const beside = await send({ buyerWords: 'a' }, token, { meta: {} });
    expect([beside.status, beside.body.error?.message]).toEqual([
      400,
      expect.stringContaining('meta'),
    ]);
  });

  test.each(['{', 'null', '"text"', '5', '[]', '[1]', `${'['.repeat(9000)}${']'.repeat(9000)}`])(
    'is no server error when the body is something else',
    async (raw) => {
      jest.spyOn(site.strapi.log, 'error').mockImplementation();
      const { status } = await call(site, 'POST', PATH, { token, raw });
      expect([400, 413]).toContain(status);
    }
  );
});

describe('what was sent before', () => {
  test('is the same item, whatever is said now', async () => {
    const item = await received({ buyerWords: 'Who else uses it?', externalId: 'twice' });
    const again = await send({
      buyerWords: 'Something else',
      externalId: ' twice ',
      stage: 'none',
    });
    expect([again.status, again.body.data]).toEqual([
      200,
      { documentId: item, status: 'received' },
    ]);
    expect((await itemOf(item)).buyerWords).toBe('Who else uses it?');
  });

  test('is told by its very id: capitals and accents matter, on every database', async () => {
    const ids = ['case-é', 'CASE-é', 'case-e', 'case-é-2'];
    const made = await Promise.all(
      ids.map((externalId) => received({ buyerWords: 'Why?', externalId }))
    );
    expect(new Set(made).size).toBe(ids.length);
  });

  test('is one item and one rep when all arrive at once', async () => {
    const data = { buyerWords: 'Is it fast?', externalId: 'race', repEmail: 'race@example.com' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(data)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(idOf)).size).toBe(1);
    const others = Array.from({ length: 4 }, () => send({ ...data, externalId: undefined }));
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(await reps({ email: 'race@example.com' })).toHaveLength(1);
  });
});

describe('the address of a rep', () => {
  test('that nobody knows makes a rep, for each address one, who is neither named after it nor public', async () => {
    const repEmail = 'Lea.Lind@example.com';
    const first = await received({ buyerWords: 'Is it safe?', repEmail });
    const second = await received({ buyerWords: 'Is it?', repEmail: repEmail.toUpperCase() });
    const [rep, ...more] = await reps({ email: { $containsi: 'lea.lind' } });
    expect(more).toEqual([]);
    expect(rep).toMatchObject({ active: true, confirmed: false, bylineConsent: false });
    expect(rep?.displayName).toBe('Unconfirmed rep');
    expect(`${rep?.displayName} ${rep?.slug}`).not.toMatch(/lea|lind|@|example/i);
    expect((await itemOf(first)).rep?.documentId).toBe(rep?.documentId);
    expect((await itemOf(second)).rep?.documentId).toBe(rep?.documentId);
    const listed = await get(site, '/api/buyer-journey/reps?pagination[pageSize]=100', token);
    expect(listed.text).not.toContain(rep?.documentId);
  });

  test('is that of one rep only: likeness is not enough', async () => {
    const known = await aRep(site, 'Ana Paz', { email: 'ana_paz@example.com' });
    const bringer = async (repEmail: string) =>
      (await itemOf(await received({ buyerWords: 'Who?', repEmail }))).rep?.documentId;
    expect(await bringer('ANA_PAZ@example.com')).toBe(known.documentId);
    expect(await bringer('anaxpaz@example.com')).not.toBe(known.documentId);
  });

  test('leads to who signs in with it, and to what a profile was merged into', async () => {
    const signedIn = await signIn(site);
    const { email } = (await site.strapi.db
      .query('admin::user')
      .findOne({ orderBy: { id: 'desc' } })) as { email: string };
    await signInRep(site, 'Kim Known', { token: signedIn });
    const [kim] = await reps({ displayName: 'Kim Known' });
    await changeRep(site, kim?.documentId ?? '', { email: null });
    const item = await received({ buyerWords: 'Who?', repEmail: email });
    expect((await itemOf(item)).rep?.documentId).toBe(kim?.documentId);

    const old = await aRep(site, 'Kim Old', { email: 'kim.old@example.com' });
    const path = `/buyer-journey/reps/${old.documentId}/merge`;
    await call(site, 'POST', path, { token: admin, body: { into: kim?.documentId } });
    const later = await received({ buyerWords: 'Who?', repEmail: 'kim.old@example.com' });
    expect((await itemOf(later)).rep?.documentId).toBe(kim?.documentId);
  });

  test('becomes that of the person who signs in with it', async () => {
    const signedIn = await signIn(site);
    const { email } = (await site.strapi.db
      .query('admin::user')
      .findOne({ orderBy: { id: 'desc' } })) as { email: string };
    const item = await received({ buyerWords: 'Mine?', repEmail: email.toUpperCase() });
    await signInRep(site, 'Ivo Inn', { token: signedIn });
    expect((await itemOf(item)).rep).toMatchObject({ displayName: 'Ivo Inn', confirmed: true });
    expect(await reps({ slug: 'ivo-inn' })).toHaveLength(1);
  });
});

describe('a name', () => {
  const byline = async (item: string, rep: string) =>
    sales(site, 'PUT', `/items/${item}`, admin, {
      revision: (await detail(site, admin, item)).revision,
      byline: [rep],
    });

  test('goes on it only once a marketer confirmed the words, and the history tells', async () => {
    const rep = await aRep(site, 'Pia Proud', { email: 'pia@example.com' });
    const item = await received({ buyerWords: 'Is it good?', repEmail: 'pia@example.com' });
    const refused = await byline(item, rep.documentId);
    expect([refused.status, refused.body.error?.message]).toEqual([
      400,
      expect.stringContaining('confirm'),
    ]);
    const { revision } = await detail(site, admin, item);
    const path = `/items/${item}/confirm`;
    const confirmed = await sales(site, 'POST', path, admin, { revision });
    expect(confirmed.status).toBe(200);
    expect((await detail(site, admin, item)).history[0]).toMatchObject({
      kind: 'edited',
      fields: expect.arrayContaining(['confirmed', 'contributors']) as string[],
    });
    const [named] = (await itemOf(item)).contributors;
    expect(named?.documentId).toBe(rep.documentId);
    // Once is enough, and what was seen must be what is there.
    expect((await sales(site, 'POST', path, admin, { revision })).status).toBe(409);
    const now = (await detail(site, admin, item)).revision;
    expect((await sales(site, 'POST', path, admin, { revision: now })).status).toBe(200);
    expect(await detail(site, admin, item)).toMatchObject({
      revision: now,
      history: [{ kind: 'edited' }, { kind: 'created' }],
    });
  });

  test('goes on it once the rep approved the words', async () => {
    const signedIn = await signInRep(site, 'Ole Own');
    const [rep] = await reps({ displayName: 'Ole Own' });
    const repEmail = rep?.email ?? '';
    const item = await received({ buyerWords: 'And?', answer: 'Yes.', repEmail });
    const [mine] = await myItems(signedIn);
    expect(mine).toMatchObject({ documentId: item, confirmed: false, toApprove: 'Yes.' });
    const { revision } = await detail(site, admin, item);
    const approved = await sales(site, 'POST', `/items/${item}/approve`, signedIn, { revision });
    expect(approved.status).toBe(200);
    expect(await itemOf(item)).toMatchObject({ confirmed: true, approvedWording: 'Yes.' });
    const [named] = (await itemOf(item)).contributors;
    expect(named?.documentId).toBe(rep?.documentId);
    expect(await myItems(signedIn)).toMatchObject([{ confirmed: true, toApprove: null }]);
  });

  test('is for who may triage to confirm, and only on items that are there', async () => {
    const item = await received({ buyerWords: 'Mine?' });
    const { revision } = await detail(site, admin, item);
    const reader = await signIn(site, [{ action: 'plugin::buyer-journey.inbox.read' }]);
    const path = `/items/${item}/confirm`;
    expect((await sales(site, 'POST', path, reader, { revision })).status).toBe(403);
    const body = { revision };
    const nobody = await call(site, 'POST', `/buyer-journey/sales-sourced${path}`, { body });
    expect(nobody.status).toBe(401);
    expect((await sales(site, 'POST', path, admin, {})).status).toBe(400);
    const missing = await sales(site, 'POST', '/items/nosuchitem/confirm', admin, { revision });
    expect(missing.status).toBe(404);
    expect((await itemOf(item)).confirmed).toBe(false);
  });
});

describe('limits', () => {
  /** Sends without saying how much. */
  async function stream(size: number): Promise<number> {
    const body = new Blob([`{"data":{"buyerWords":"${'x'.repeat(size)}"}}`]).stream();
    const response = await fetch(site.url + PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
      duplex: 'half',
    } as RequestInit);
    return response.status;
  }

  test('keep bodies to 64 KB', async () => {
    const raw = (size: number) => JSON.stringify({ data: {} }).padEnd(size, ' ');
    const sent = async (size: number) => call(site, 'POST', PATH, { token, raw: raw(size) });
    expect((await sent(64 * 1024)).status).toBe(400);
    const tooLarge = await sent(64 * 1024 + 1);
    expect([tooLarge.status, tooLarge.body.error?.message]).toEqual([
      413,
      expect.stringContaining('64 KB'),
    ]);
    expect((await sent(3 * 1024 * 1024)).status).toBe(413);
    expect(await stream(100)).toBe(201);
    expect(await stream(64 * 1024)).toBe(413);
  });

  test('keep each token and each address to so many requests in a minute', async () => {
    await site.restart({
      types,
      plugin: { salesSourced: { intake: { requestsPerMinute: 3, maxBodyKB: 1 } } },
    });
    await allowPublic(site, CREATE);
    const user = await siteUser(site, CREATE);
    const other = await apiToken(site, 'full-access');
    const post = async (as?: string) => call(site, 'POST', PATH, { token: as, body: {} });
    for (const as of [token, other, user, undefined]) {
      const statuses: number[] = [];
      for (let count = 0; count < 3; count += 1) statuses.push((await post(as)).status);
      expect(statuses).toEqual([400, 400, 400]);
      const refused = await post(as);
      expect([refused.status, refused.body]).toEqual([
        429,
        expect.objectContaining<Json>({ data: null }),
      ]);
    }
    const headers = { authorization: `Bearer ${token}` };
    const refused = await fetch(site.url + PATH, { method: 'POST', headers });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await get(site, PATH, token)).status).toBe(200);
    const large = { data: { buyerWords: 'x'.repeat(1024) } };
    const fresh = await apiToken(site, 'full-access');
    expect((await call(site, 'POST', PATH, { token: fresh, body: large })).status).toBe(413);
  });

  test.each([
    [{ requestsPerMinute: -1 }, 'requestsPerMinute'],
    [{ maxBodyKB: 0 }, 'maxBodyKB'],
    [{ perMinute: 5 }, 'perMinute'],
  ])('that make no sense stop the boot by name: %j', async (intake, name) => {
    const plugin = { salesSourced: { intake } };
    await expect(site.restart({ types, plugin })).rejects.toThrow(name);
    await site.restart({ types, plugin: unlimited });
  });
});
