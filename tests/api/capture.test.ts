/** Bringing in what a buyer said: one sentence is enough, and nothing gets lost. */
import type { EchoResult, Me, MyItems, SimilarItem } from '../../contracts/sales-sourced/capture';
import { signIn } from '../site/client';
import { aPersona, aStage, changeRep } from '../site/people';
import { capture, detail, ITEM_UID, sales, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

let site: Site;
let maya: string;
let tom: string;
beforeAll(async () => {
  site = await startSite({ types: [contentType('article')] });
  await aStage(site, 'Decision', { position: 1 });
  await aStage(site, 'Awareness');
  await aPersona(site, 'CFO');
  maya = await signInRep(site, 'Maya Roth');
  tom = await signInRep(site, 'Tom Berg', { consent: false });
});
afterAll(() => site.remove());

const meOf = async (token: string) => (await sales(site, 'GET', '/me', token)).body.data as Me;
const echo = async (token: string, item: string) =>
  (await sales(site, 'POST', `/items/${item}/echo`, token, {})).body.data as EchoResult;
const similar = async (token: string, text: string) =>
  (await sales(site, 'GET', `/similar?text=${encodeURIComponent(text)}`, token)).body
    .data as SimilarItem[];

describe('who brings something in', () => {
  test('says a name first, and is offered the one that the admin knows', async () => {
    const token = await signIn(site);
    const me = await meOf(token);
    expect(me.rep).toBeNull();
    expect(me.suggestedName).toMatch(/^Person \d+$/);
    const refused = await sales(site, 'POST', '/items', token, { buyerWords: 'Why?' });
    expect([refused.status, refused.body.error?.details.reason]).toEqual([400, 'noRep']);
    await signInRep(site, 'Ana Paz', { token });
    expect((await meOf(token)).rep).toMatchObject({ displayName: 'Ana Paz', bylineConsent: true });
    await capture(site, token, 'Why?');
  });

  test('has one profile, and changes it', async () => {
    const before = (await meOf(maya)).rep;
    await sales(site, 'PUT', '/me', maya, {
      displayName: 'Maya Roth',
      jobTitle: 'Account executive',
      bylineConsent: true,
    });
    expect((await meOf(maya)).rep).toEqual({ ...before, jobTitle: 'Account executive' });
  });

  test('is turned away once the profile is no longer active', async () => {
    const token = await signInRep(site, 'Lea Lind');
    const { rep } = await meOf(token);
    await changeRep(site, rep?.documentId ?? '', { active: false });
    const refused = await sales(site, 'POST', '/items', token, { buyerWords: 'Still here?' });
    expect(refused.status).toBe(403);
  });

  test('takes over the profile that a tool made for the same e-mail address', async () => {
    const token = await signIn(site);
    const user = (await site.strapi.db
      .query('admin::user')
      .findOne({ orderBy: { id: 'desc' } })) as { email: string };
    const made = (await site.strapi.db.query('plugin::buyer-journey.rep').create({
      data: {
        ...{ displayName: 'to confirm', slug: 'to-confirm', email: user.email.toUpperCase() },
        ...{ active: true, confirmed: false, bylineConsent: false, documentId: 'fromtool' },
      },
    })) as { id: number };
    await signInRep(site, 'Kim Known', { token });
    expect((await meOf(token)).rep?.documentId).toBe('fromtool');
    expect(
      await site.strapi.db.query('plugin::buyer-journey.rep').findOne({ where: { id: made.id } })
    ).toMatchObject({ displayName: 'Kim Known', confirmed: true });
  });
});

describe('an item', () => {
  test('needs one sentence; its kind is guessed and its byline is the rep’s', async () => {
    const item = await capture(site, maya, '  Your price is too expensive for us.  ');
    expect(item).toMatchObject({
      buyerWords: 'Your price is too expensive for us.',
      kind: 'objection',
      state: 'received',
      answered: false,
      rep: { displayName: 'Maya Roth' },
      heard: 1,
    });
    expect(item.demand.figure).toBeCloseTo(1, 3);
    const { byline, history, wording } = await detail(site, maya, item.documentId);
    expect(byline.map(({ displayName }) => displayName)).toEqual(['Maya Roth']);
    expect(history.map(({ kind }) => kind)).toEqual(['created']);
    expect(wording).toBe('notNeeded');
  });

  test('has no byline of who did not consent', async () => {
    const item = await capture(site, tom, 'Who else uses it?');
    expect((await detail(site, tom, item.documentId)).byline).toEqual([]);
  });

  test('keeps all that was said, and the next one starts from there', async () => {
    const item = await capture(site, maya, 'What does it cost to leave?', {
      kind: 'objection',
      answer: 'Nothing.\n\nReally.',
      stage: 'decision',
      resolveByStage: 'awareness',
      personas: ['cfo'],
      account: 'Port of Sandmere',
      crmReference: 'D-17',
      source: 'call',
    });
    expect(await detail(site, maya, item.documentId)).toMatchObject({
      kind: 'objection',
      answer: 'Nothing.\nReally.',
      stage: { slug: 'decision' },
      resolveByStage: { slug: 'awareness' },
      personas: [{ slug: 'cfo' }],
      privateFields: { account: 'Port of Sandmere', crmReference: 'D-17', source: 'call' },
      wording: 'approved',
    });
    expect((await meOf(maya)).lastUse).toEqual({
      stage: 'decision',
      personas: ['cfo'],
      source: 'call',
    });
  });

  test.each([
    ['buyerWords', {}],
    ['buyerWords', { buyerWords: '   ' }],
    ['buyerWords', { buyerWords: 'x'.repeat(10_001) }],
    ['buyerWords', { buyerWords: 'null\0byte' }],
    ['buyerWords', { buyerWords: ['a'] }],
    ['kind', { buyerWords: 'a', kind: 'poem' }],
    ['stage', { buyerWords: 'a', stage: 'nowhere' }],
    ['resolveByStage', { buyerWords: 'a', resolveByStage: 'nowhere' }],
    ['personas', { buyerWords: 'a', personas: ['nobody'] }],
    ['workflowState', { buyerWords: 'a', workflowState: 'accepted' }],
    ['answer', { buyerWords: 'a', answer: 'x'.repeat(10_001) }],
  ])('that is wrong in %s is refused by that name, and nothing is saved', async (field, body) => {
    const count = () => site.strapi.db.query(ITEM_UID).count({});
    const before = await count();
    const { status, body: answer } = await sales(site, 'POST', '/items', maya, body);
    expect(status).toBe(400);
    expect(answer.error?.message).toMatch(new RegExp(`^${field}[.:\\d]*`));
    expect(await count()).toBe(before);
  });

  test('sent again after its answer got lost is the same item; other words are another one', async () => {
    const requestId = 'a-request-of-maya';
    const first = await capture(site, maya, 'Heard in a tunnel', { requestId });
    const again = await capture(site, maya, 'Heard in a tunnel', { requestId });
    const changed = await capture(site, maya, 'Heard in a long tunnel', { requestId });
    const other = await capture(site, tom, 'Heard in a tunnel', { requestId });
    expect(again.documentId).toBe(first.documentId);
    const ids = [first, changed, other].map(({ documentId }) => documentId);
    expect(new Set(ids).size).toBe(3);
  });

  test('is taken as text, whatever it holds', async () => {
    const words = '<script>alert(1)</script> %_!\\ \u{1F600} “quoted”';
    const item = await capture(site, maya, words);
    expect(item.buyerWords).toBe(words);
  });
});

describe('hearing it too', () => {
  test('counts once per rep and day, and not for who brought it in today', async () => {
    const item = await capture(site, maya, 'Can we keep our own login system?');
    expect(await echo(maya, item.documentId)).toEqual({ counted: false, heard: 1 });
    expect(await echo(tom, item.documentId)).toEqual({ counted: true, heard: 2 });
    expect(await echo(tom, item.documentId)).toEqual({ counted: false, heard: 2 });
    const { heard, demand, hearings, history } = await detail(site, maya, item.documentId);
    expect(heard).toBe(2);
    expect(demand.figure).toBeCloseTo(2, 3);
    expect(hearings.map(({ rep, kind }) => [rep?.displayName, kind])).toEqual([
      ['Maya Roth', 'broughtIn'],
      ['Tom Berg', 'echo'],
    ]);
    expect(history.map(({ kind }) => kind)).toEqual(['echoed', 'created']);
  });

  test('of an item that is not there is a 404', async () => {
    expect((await sales(site, 'POST', '/items/nosuchitem/echo', tom, {})).status).toBe(404);
  });

  test('counts once when a rep presses many times at once', async () => {
    const item = await capture(site, maya, 'Is there a trial?');
    const results = await Promise.all(Array.from({ length: 8 }, () => echo(tom, item.documentId)));
    expect(results.map(({ counted }) => counted).sort()).toEqual([
      ...Array.from({ length: 7 }, () => false),
      true,
    ]);
    expect((await detail(site, maya, item.documentId)).heard).toBe(2);
  });
});

describe('similar items', () => {
  test('are those that share words, the closest first, five at most', async () => {
    const close = await capture(site, maya, 'Does single sign-on cost extra?');
    await capture(site, tom, 'What does the single sign-on integration look like?');
    for (let count = 0; count < 6; count += 1)
      await capture(site, tom, `Is sign-on hard ${count}?`);
    const found = await similar(tom, 'does SINGLE SIGN-ON cost extra money?');
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found[0]).toMatchObject({
      documentId: close.documentId,
      heard: 1,
      answered: false,
      link: null,
      heardToday: false,
    });
    await echo(tom, close.documentId);
    expect((await similar(tom, 'single sign-on cost'))[0]?.heardToday).toBe(true);
    expect((await similar(maya, 'single sign-on cost'))[0]?.heardToday).toBe(true);
    expect(await similar(tom, 'Wholly different: bananas')).toEqual([]);
    expect(await similar(tom, '   ')).toEqual([]);
    expect(await similar(tom, '%')).toEqual([]);
  });

  test('leave out what was declined', async () => {
    const item = await capture(site, maya, 'Do you support Esperanto keyboards?');
    const { revision } = await detail(site, maya, item.documentId);
    const declined = { revision, to: 'declined', reason: 'Nobody else asked' };
    await sales(site, 'POST', `/items/${item.documentId}/transition`, maya, declined);
    expect(await similar(tom, 'Esperanto keyboards')).toEqual([]);
  });
});

describe('my contributions', () => {
  test('tell where each stands, who else heard it, and why it was declined', async () => {
    const token = await signInRep(site, 'Mine Only');
    const first = await capture(site, token, 'How long is the contract?');
    const second = await capture(site, token, 'We lost the deal to a cheaper one.');
    await echo(tom, first.documentId);
    const { revision } = await detail(site, token, second.documentId);
    await sales(site, 'POST', `/items/${second.documentId}/transition`, maya, {
      revision,
      to: 'declined',
      reason: 'Not for the site',
    });
    const mine = (await sales(site, 'GET', '/mine', token)).body as unknown as MyItems;
    expect(mine.meta.pagination.total).toBe(2);
    expect(mine.data).toMatchObject([
      { kind: 'loss', state: 'declined', declineReason: 'Not for the site', echoedBy: [] },
      { kind: 'question', state: 'received', echoedBy: [{ displayName: 'Tom Berg' }] },
    ]);
  });

  test('are empty for who is no rep yet', async () => {
    const mine = (await sales(site, 'GET', '/mine', await signIn(site))).body as unknown as MyItems;
    expect(mine.data).toEqual([]);
  });
});
