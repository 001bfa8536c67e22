/** From what a buyer said to a published answer with a byline: three ways, and what holds each back. */
import { setTimeout } from 'node:timers/promises';

import type { AnsweredItem, Answerable } from '../../contracts/sales-sourced/answers';
import type { MyItem } from '../../contracts/sales-sourced/capture';
import type { ItemDetail } from '../../contracts/sales-sourced/detail';
import { inTransaction, lockOwnRecord } from '../../server/src/strapi';
import { allowPublic, get, signIn, type Answer } from '../site/client';
import {
  createDocument,
  publishDocument,
  updateDocument,
  versionsOf,
  type Doc,
} from '../site/documents';
import { aPersona, aStage } from '../site/people';
import { capture, detail, ITEM_UID, sales, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const SHORT = 'api::short.short';

let site: Site;
let maya: string;
let marketer: string;
beforeAll(async () => {
  site = await startSite({
    types: [
      contentType('article', {
        attributes: { slug: { type: 'uid', targetField: 'title' } },
      }),
      contentType('faq', { draftAndPublish: false }),
      contentType('guide', { localized: true }),
      contentType('note', { enabled: undefined }),
      contentType('short', { attributes: { title: { type: 'string', maxLength: 20 } } }),
    ],
  });
  await aStage(site, 'Awareness');
  await aStage(site, 'Decision', { position: 1 });
  await aPersona(site, 'CFO');
  maya = await signInRep(site, 'Maya Roth');
  marketer = await signIn(
    site,
    ['sales-sourced.capture', 'inbox.read', 'inbox.triage', 'inbox.publish'].map((name) => ({
      action: `plugin::buyer-journey.${name}`,
    }))
  );
  await allowPublic(
    site,
    ...['stage', 'persona', 'rep', 'sales-sourced'].map(
      (type) => `plugin::buyer-journey.${type}.find`
    ),
    'plugin::buyer-journey.sales-sourced.findOne',
    `${ARTICLE}.find`,
    `${ARTICLE}.findOne`
  );
});
afterAll(() => site.remove());

const revised = async (
  token: string,
  method: 'POST' | 'PUT',
  item: string,
  action: string,
  body = {}
) => {
  const { revision } = await detail(site, maya, item);
  return sales(site, method, `/items/${item}${action}`, token, { revision, ...body });
};
const publish = (token: string, item: string, body: object = {}) =>
  revised(token, 'POST', item, '/publish', body);
const edit = (token: string, item: string, body: object) => revised(token, 'PUT', item, '', body);
const publicItems = async (query = '') =>
  (await get(site, `/api/buyer-journey/sales-sourced?${query}`)).body.data as Record<
    string,
    unknown
  >[];
const publicItem = async (item: string) =>
  (await publicItems(`populate=*&filters[documentId][$eq]=${item}`))[0];

describe('an answer written on the item', () => {
  test('goes public with the rep’s name, and only what is public', async () => {
    const item = await capture(site, maya, 'What does it cost to leave?', {
      ...{ answer: 'Nothing at all.', stage: 'decision', personas: ['cfo'] },
      ...{ account: 'Port of Sandmere', crmReference: 'D-1777', source: 'call' },
    });
    const answer = await publish(marketer, item.documentId);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      ...{ published: true, modified: false, answered: true, state: 'accepted' },
      slug: 'what-does-it-cost-to-leave',
    });
    const shown = await publicItem(item.documentId);
    expect(shown).toMatchObject({
      buyerWords: 'What does it cost to leave?',
      slug: 'what-does-it-cost-to-leave',
      stage: { slug: 'decision' },
      personas: [{ slug: 'cfo' }],
      contributors: [{ displayName: 'Maya Roth' }],
      answeredBy: [],
    });
    expect(JSON.stringify(shown)).not.toMatch(/Sandmere|D-1777|workflowState|approved|"rep"/);
    expect((await detail(site, maya, item.documentId)).history[0]?.kind).toBe('published');

    expect((await revised(marketer, 'POST', item.documentId, '/unpublish')).status).toBe(200);
    expect(await publicItem(item.documentId)).toBeUndefined();
    expect((await detail(site, maya, item.documentId)).answered).toBe(false);
  });

  test('must be there, and the item not declined', async () => {
    const item = await capture(site, maya, 'Why?');
    const refused = await publish(marketer, item.documentId);
    expect([refused.status, refused.body.error?.details.reason]).toEqual([400, 'noAnswer']);
    await edit(maya, item.documentId, { answer: 'Because.' });
    await revised(maya, 'POST', item.documentId, '/transition', { to: 'declined', reason: 'No' });
    const declined = await publish(marketer, item.documentId);
    expect([declined.status, declined.body.error?.message]).toEqual([
      400,
      expect.stringContaining('declined'),
    ]);
  });

  test('of blank paragraphs alone is none, whichever way it is saved and published', async () => {
    const blank = [' ', '\u00a0', ''].map((text) => ({
      type: 'paragraph',
      children: [{ type: 'text', text }],
    }));
    const service = versionsOf(site, ITEM_UID) as unknown as Record<
      'create' | 'update',
      (params: object) => Promise<{ documentId: string }>
    >;
    const status = 'published';
    const created = await service.create({
      data: { buyerWords: 'Blank from the start?', answer: blank },
      status,
    });
    const updated = await capture(site, maya, 'Blank by a change?', { answer: 'Not yet.' });
    await service.update({ documentId: updated.documentId, data: { answer: blank }, status });
    // As rows are that an import wrote past the plugin.
    const imported = await capture(site, maya, 'Blank by an import?');
    await site.strapi.db.query(ITEM_UID).update({
      where: { documentId: imported.documentId },
      data: { answer: blank },
    });
    await publishDocument(site, ITEM_UID, imported.documentId);

    for (const { documentId } of [created, updated, imported]) {
      const { answered, answer, published } = await detail(site, maya, documentId);
      expect({ answered, answer, published }).toEqual({
        ...{ answered: false, answer: null, published: true },
      });
      expect((await publicItem(documentId))?.answer).toBeNull();
      const refused = await publish(maya, documentId);
      expect([refused.status, refused.body.error?.details.reason]).toEqual([400, 'noAnswer']);
    }
    const { history } = await detail(site, maya, created.documentId);
    expect(history.map(({ kind }) => kind)).toEqual(['published', 'created']);
  });

  test('taken back is history only if it was there', async () => {
    const item = await capture(site, maya, 'Never published?', { answer: 'Never.' });
    const kinds = async () =>
      (await detail(site, maya, item.documentId)).history.map(({ kind }) => kind);
    await revised(marketer, 'POST', item.documentId, '/unpublish');
    await versionsOf(site, ITEM_UID).unpublish({ documentId: item.documentId });
    expect(await kinds()).toEqual(['created']);
    await publishDocument(site, ITEM_UID, item.documentId);
    for (let times = 0; times < 2; times += 1) {
      await versionsOf(site, ITEM_UID).unpublish({ documentId: item.documentId });
    }
    expect(await kinds()).toEqual(['unpublished', 'published', 'created']);
  });

  test('that marketing reworded waits for the rep, who approves it', async () => {
    const item = await capture(site, maya, 'How long?', { answer: 'A weekend, mostly.' });
    await edit(marketer, item.documentId, { answer: 'Most customers switch in one weekend.' });
    expect((await detail(site, maya, item.documentId)).wording).toBe('waiting');
    const refused = await publish(marketer, item.documentId);
    expect([refused.status, refused.body.error?.details.reason]).toEqual([400, 'approval']);
    await expect(
      versionsOf(site, ITEM_UID).publish({ documentId: item.documentId })
    ).rejects.toThrow('approved');
    expect(await publicItem(item.documentId)).toBeUndefined();
    expect((await publish(marketer, item.documentId, { withoutApproval: true })).status).toBe(403);

    const mine = (await sales(site, 'GET', '/mine?pageSize=1', maya)).body.data;
    expect(mine).toMatchObject([{ toApprove: 'Most customers switch in one weekend.' }]);
    const other = await signInRep(site, 'Other Rep');
    expect((await revised(other, 'POST', item.documentId, '/approve')).status).toBe(403);
    expect((await revised(maya, 'POST', item.documentId, '/approve')).status).toBe(200);
    expect((await publish(marketer, item.documentId)).status).toBe(200);
  });

  test('can be published without approval by who may, and that is recorded', async () => {
    const item = await capture(site, maya, 'How much?', { answer: 'Ten.' });
    await edit(marketer, item.documentId, { answer: 'Twenty.' });
    expect((await publish(maya, item.documentId, { withoutApproval: true })).status).toBe(200);
    const [last] = (await detail(site, maya, item.documentId)).history;
    expect(last).toMatchObject({ kind: 'published', note: 'withoutApproval' });
  });

  test('with another name on it waits too: only who said it can approve', async () => {
    await signInRep(site, 'Tom Berg');
    const { reps } = (await sales(site, 'GET', '/filters', maya)).body.data as {
      reps: { documentId: string; displayName: string }[];
    };
    const tom = reps.find(({ displayName }) => displayName === 'Tom Berg')?.documentId ?? '';
    const item = await capture(site, maya, 'Who?', { answer: 'Them.' });
    await edit(marketer, item.documentId, { byline: [tom] });
    const refused = await publish(marketer, item.documentId);
    expect([refused.status, refused.body.error?.details.reason]).toEqual([400, 'approval']);
    await versionsOf(site, ITEM_UID).update({ documentId: item.documentId, data: { rep: tom } });
    expect((await publish(marketer, item.documentId)).status).toBe(400);
  });

  test('goes public however long the words are, and whatever they are made of', async () => {
    for (const words of ['long '.repeat(400), '??? 🤷']) {
      const item = await capture(site, maya, words, { answer: 'So.' });
      const { status, body } = await publish(marketer, item.documentId);
      expect([status, (body.data as ItemDetail).slug]).toEqual([
        200,
        expect.stringMatching(/^[A-Za-z0-9-]{3,100}$/) as string,
      ]);
    }
  });

  test('needs no approval without a byline', async () => {
    const item = await capture(site, maya, 'Who are you?', { answer: 'Us.' });
    await edit(marketer, item.documentId, { answer: 'We are us.', byline: [] });
    expect((await publish(marketer, item.documentId)).status).toBe(200);
  });
});

const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more });
const paragraph = (...words: (string | object)[]) => ({
  type: 'paragraph',
  children: words.map((part) => (typeof part === 'string' ? text(part) : part)),
});
const inLink = (url: string) => [paragraph('See ', { type: 'link', url, children: [text('it')] })];
const inImage = (image: object) => [
  {
    type: 'image',
    image: { name: 'a.png', url: '/uploads/a.png', ...IMAGE, ...IMAGE_MADE, ...image },
    children: [text('')],
  },
];
const IMAGE = { hash: 'a', ext: '.png', mime: 'image/png', size: 1, width: 1, height: 1 };
const IMAGE_MADE = { provider: 'local', createdAt: '2026-01-31', updatedAt: '2026-01-31' };
const list = (children: object[]) => ({
  ...{ type: 'list', format: 'unordered' },
  children: children.map((child) =>
    'text' in child ? { type: 'list-item', children: [child] } : child
  ),
});

describe('nothing private goes public', () => {
  test.each([
    ['answer', 'email', { answer: 'Write to jane.doe@example.com.' }],
    ['answer', 'phone', { answer: 'Call +49 30 901820 today.' }],
    ['buyerWords', 'account', { buyerWords: 'How would PORT-OF SANDMERE do it?' }],
    ['answer', 'phone', { answer: 'Ring 0612345678 or nobody.' }],
    ['answer', 'phone', { answer: 'Ring 415 555 0100 or nobody.' }],
    ['answer', 'crmReference', { answer: 'As in D-1777, yes.' }],
    ['slug', 'account', { slug: 'as-port-of-sandmere-does' }],
    ['buyerWords', 'email', { buyerWords: 'Write to jane%40example.com or jane&#64;example.com?' }],
  ])('a %s with an %s is held back on every way', async (field, kind, change) => {
    const item = await capture(site, maya, 'How?', {
      ...{ answer: 'So.', account: 'Port of Sandmere', crmReference: 'D-1777' },
    });
    await edit(maya, item.documentId, { answer: 'So.', ...change });
    await edit(maya, item.documentId, { byline: [] });
    const refused = await publish(marketer, item.documentId);
    expect([refused.status, refused.body.error?.details]).toEqual([
      400,
      {
        reason: 'findings',
        findings: expect.arrayContaining([expect.objectContaining({ field, kind })]) as unknown,
      },
    ]);
    // The marketer does not see private fields, and does not learn them by trying.
    const told = refused.body.error?.details.findings as { kind: string; text: string }[];
    const guessed = told.filter((finding) => ['account', 'crmReference'].includes(finding.kind));
    expect(guessed.map(({ text }) => text)).toEqual(guessed.map(() => ''));
    const service = versionsOf(site, ITEM_UID);
    await expect(service.publish({ documentId: item.documentId })).rejects.toThrow('private');
    const path = `/content-manager/collection-types/${ITEM_UID}/${item.documentId}/actions/publish`;
    const byHand = await fetch(site.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${maya}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(byHand.status).toBe(400);
    expect(await publicItem(item.documentId)).toBeUndefined();
    expect((await publish(marketer, item.documentId, { overrideFindings: true })).status).toBe(403);
    expect((await publish(maya, item.documentId, { overrideFindings: true })).status).toBe(200);
    const [last] = (await detail(site, maya, item.documentId)).history;
    expect(last).toMatchObject({ kind: 'published', note: 'overrideFindings' });
  });

  test.each([
    ['email', inLink('mailto:jane%40example.com')],
    ['email', inLink('https://example.com/?to=jane%2540example.com&broken=%E0%A4%A')],
    ['email', [paragraph('jane&commat;example&period;com, &#x110000; and &nothing;')]],
    ['phone', inLink('tel:4930901820')],
    ['phone', inLink('tel:%2B49%2030%20901820')],
    ['account', inLink('https://example.com/Port%20of%20Sandmere')],
    ['account', inImage({ alternativeText: 'The offices of Port of Sandmere' })],
    ['crmReference', inImage({ caption: 'As of D-1777' })],
    ['email', inImage({ caption: null, alternativeText: null, name: 'jane@example.com.png' })],
    ['email', [{ type: 'quote', children: [text('jane@'), text('example.com')] }]],
    ['account', [{ type: 'code', children: [text('for (port of sandmere) {}')] }]],
    ['phone', [list([list([text('Call +49 30 901820')])])]],
  ])('with an %s in any part of a formatted answer', async (kind, answer) => {
    const item = await capture(site, maya, 'How?', {
      ...{ account: 'Port of Sandmere', crmReference: 'D-1777' },
    });
    await versionsOf(site, ITEM_UID).update({
      documentId: item.documentId,
      data: { answer, contributors: [] },
    });
    const refused = await publish(maya, item.documentId);
    expect([refused.status, refused.body.error?.details]).toEqual([
      400,
      {
        reason: 'findings',
        findings: expect.arrayContaining([
          expect.objectContaining({ field: 'answer', kind }),
        ]) as unknown,
      },
    ]);
  });

  test('not by saving and publishing in one go either', async () => {
    const create = versionsOf(site, ITEM_UID) as unknown as {
      create(params: object): Promise<object>;
    };
    const data = { buyerWords: 'Mail me: a@example.com' };
    await expect(create.create({ data, status: 'published' })).rejects.toThrow('private');
    expect(await site.strapi.db.query(ITEM_UID).count({ where: data })).toBe(0);
  });
});

describe('a document that answers', () => {
  const link = (token: string, item: string, type: string, documentId: string) =>
    sales(site, 'POST', `/items/${item}/answers`, token, { type, documentId });

  test('counts while it is live, is shown as what it is, and is told to who may read it', async () => {
    const item = await capture(site, maya, 'Is it secure?', { answer: 'Yes.' });
    await publish(maya, item.documentId);
    await revised(maya, 'POST', item.documentId, '/unpublish');
    const article = await createDocument(site, ARTICLE, { title: 'On security' });
    const faq = await createDocument(site, FAQ, { title: 'SECRET to the public' });
    expect((await link(maya, item.documentId, ARTICLE, article.documentId)).status).toBe(200);
    const state = async () => {
      const { answers, answered } = await detail(site, maya, item.documentId);
      return [answered, ...answers.map(({ state: standing }) => standing)];
    };
    expect(await state()).toEqual([false, 'draft']);
    // A visitor who asks for it does not make it live.
    await get(site, `/api/articles/${article.documentId}?status=published`);
    expect((await detail(site, maya, item.documentId)).answers[0]?.answeredAt).toBeNull();
    await publishDocument(site, ARTICLE, article.documentId);
    expect(await state()).toEqual([true, 'live']);
    const { answers } = await detail(site, maya, item.documentId);
    expect(answers[0]?.answeredAt).not.toBeNull();

    await publish(maya, item.documentId);
    await link(maya, item.documentId, FAQ, faq.documentId);
    expect((await publicItem(item.documentId))?.answeredBy).toEqual([
      { type: ARTICLE, documentId: article.documentId, locale: null, title: 'On security' },
    ]);
    const one = await get(site, `/api/buyer-journey/sales-sourced/${item.documentId}`);
    expect(one.body.data).toMatchObject({ answeredBy: [{ title: 'On security' }] });
    expect(one.text).not.toContain('SECRET');

    await revised(maya, 'POST', item.documentId, '/unpublish');
    await versionsOf(site, FAQ).delete({ documentId: faq.documentId });
    await versionsOf(site, ARTICLE).unpublish({ documentId: article.documentId });
    expect(await state()).toEqual([false, 'draft', 'gone']);
    const again = await detail(site, maya, item.documentId);
    expect(again.answers[0]?.answeredAt).toBe(answers[0]?.answeredAt);
    const path = `/items/${item.documentId}/answers/${again.answers[1]?.id}`;
    expect((await sales(site, 'DELETE', path, maya)).status).toBe(200);
    expect(await state()).toEqual([false, 'draft']);
    expect((await sales(site, 'DELETE', path, maya)).status).toBe(404);
  });

  test('is linked once, and only where that makes sense', async () => {
    const item = await capture(site, maya, 'Why not?');
    const article = await createDocument(site, ARTICLE, { title: 'Why' });
    const note = await createDocument(site, 'api::note.note', { title: 'Note' });
    await link(maya, item.documentId, ARTICLE, article.documentId);
    await link(maya, item.documentId, ARTICLE, article.documentId);
    expect((await detail(site, maya, item.documentId)).answers).toHaveLength(1);
    const refusals: [string, number, string, string][] = [
      [item.documentId, 400, 'api::note.note', note.documentId],
      [item.documentId, 400, 'no.such', 'x'],
      [item.documentId, 400, ARTICLE, 'nosuchdocument'],
      ['nosuchitem', 404, ARTICLE, article.documentId],
    ];
    for (const [to, status, type, documentId] of refusals) {
      expect([type, (await link(maya, to, type, documentId)).status]).toEqual([type, status]);
    }
    // Who may not read the type cannot link to it, or learn its titles.
    expect((await link(marketer, item.documentId, ARTICLE, article.documentId)).status).toBe(400);
    expect((await detail(site, marketer, item.documentId)).answers[0]?.title).toBeNull();
    await revised(maya, 'POST', item.documentId, '/transition', { to: 'declined', reason: 'No' });
    expect((await link(maya, item.documentId, FAQ, article.documentId)).status).toBe(400);
  });

  test('that goes live while it is linked is live from then on', async () => {
    const item = await capture(site, maya, 'Published meanwhile?');
    const article = await createDocument(site, ARTICLE, { title: 'Meanwhile' });
    let linking: Promise<unknown> = Promise.resolve();
    await inTransaction(site.strapi, async (trx) => {
      await lockOwnRecord(site.strapi, trx, 'update');
      await publishDocument(site, ARTICLE, article.documentId);
      linking = link(maya, item.documentId, ARTICLE, article.documentId);
      await setTimeout(1000);
    });
    await linking;
    const { answers } = await detail(site, maya, item.documentId);
    expect(answers).toMatchObject([{ state: 'live', answeredAt: expect.any(String) as unknown }]);
  });

  test('cannot be linked to what was declined or merged, nor be started for it', async () => {
    const declined = await capture(site, maya, 'Declined?');
    const merged = await capture(site, maya, 'Merged?');
    const into = await capture(site, maya, 'Merged into?');
    const reason = { to: 'declined', reason: 'No' };
    await revised(maya, 'POST', declined.documentId, '/transition', reason);
    await revised(maya, 'POST', merged.documentId, '/merge', { into: into.documentId });
    const article = await createDocument(site, ARTICLE, { title: 'Too late' });
    const count = () => site.strapi.db.query(ARTICLE).count({});
    const before = await count();
    for (const [{ documentId }, state] of [
      [declined, 'declined'],
      [merged, 'merged'],
    ] as const) {
      for (const answer of [
        await link(maya, documentId, ARTICLE, article.documentId),
        await sales(site, 'POST', `/items/${documentId}/draft`, maya, { type: ARTICLE }),
      ]) {
        expect([answer.status, answer.body.error?.message]).toEqual([
          400,
          `item: an item that is ${state} takes no answers.`,
        ]);
      }
    }
    expect(await count()).toBe(before);
  });

  test('is where a link leads only while it is live', async () => {
    const preview = {
      enabled: true,
      config: { handler: (uid: string, at: Doc) => `https://example.com/${uid}/${at.documentId}` },
    };
    site.strapi.config.set('admin.preview', preview);
    const linkOf = async (item: string) => {
      const { data } = (await sales(site, 'GET', '/mine?pageSize=5', maya)).body;
      return (data as MyItem[]).find(({ documentId }) => documentId === item)?.link;
    };
    try {
      const item = await capture(site, maya, 'Where can I read it?', { answer: 'Here.' });
      const gone = await createDocument(site, FAQ, { title: 'Gone' });
      const shut = await createDocument(site, ARTICLE, { title: 'Shut' });
      const open = await createDocument(site, ARTICLE, { title: 'Open' });
      await publishDocument(site, ARTICLE, shut.documentId);
      await publishDocument(site, ARTICLE, open.documentId);
      await link(maya, item.documentId, FAQ, gone.documentId);
      await link(maya, item.documentId, ARTICLE, shut.documentId);
      await link(maya, item.documentId, ARTICLE, open.documentId);
      const address = (uid: string, { documentId }: { documentId: string }) =>
        `https://example.com/${uid}/${documentId}`;
      expect(await linkOf(item.documentId)).toBe(address(FAQ, gone));
      await versionsOf(site, FAQ).delete({ documentId: gone.documentId });
      await versionsOf(site, ARTICLE).unpublish({ documentId: shut.documentId });
      expect(await linkOf(item.documentId)).toBe(address(ARTICLE, open));
      await publish(maya, item.documentId);
      await versionsOf(site, ARTICLE).delete({ documentId: open.documentId });
      expect(await linkOf(item.documentId)).toBe(address(ITEM_UID, item));

      // Published without an answer of its own, it is no answer.
      const bare = await capture(site, maya, 'Bare?');
      await publishDocument(site, ITEM_UID, bare.documentId);
      await publishDocument(site, ARTICLE, shut.documentId);
      await link(maya, bare.documentId, ARTICLE, shut.documentId);
      expect(await linkOf(bare.documentId)).toBe(address(ARTICLE, shut));
    } finally {
      site.strapi.config.set('admin.preview', undefined);
    }
  });

  test('is found by words, and tells which items it answers', async () => {
    const item = await capture(site, maya, 'Where are the berths?');
    const article = await createDocument(site, ARTICLE, { title: 'Berths and 100% quays' });
    const search = async (token: string, words: string) =>
      (await sales(site, 'GET', `/answerable?search=${encodeURIComponent(words)}`, token)).body
        .data as Answerable[];
    expect(await search(maya, 'QUAYS 100%')).toEqual([
      {
        ...{ type: ARTICLE, typeName: 'Article', documentId: article.documentId },
        ...{ title: 'Berths and 100% quays', live: false },
      },
    ]);
    expect(await search(maya, 'zebra')).toEqual([]);
    expect(await search(marketer, 'quays')).toEqual([]);
    await link(maya, item.documentId, ARTICLE, article.documentId);
    const query = `type=${ARTICLE}&documentId=${article.documentId}`;
    const answered = (await sales(site, 'GET', `/answered-by?${query}`, maya)).body
      .data as AnsweredItem[];
    expect(answered).toMatchObject([{ documentId: item.documentId, kind: 'question' }]);
  });
});

interface Titled {
  title: string;
}

describe('an answer started as content', () => {
  test('is a draft with all that the item knows, linked to it', async () => {
    const item = await capture(site, maya, 'Can we keep our own login?', {
      ...{ stage: 'decision', resolveByStage: 'awareness', personas: ['cfo'] },
    });
    const answer = await sales(site, 'POST', `/items/${item.documentId}/draft`, maya, {
      type: ARTICLE,
    });
    const { documentId } = answer.body.data as { documentId: string };
    const draft = (await site.strapi.db.query(ARTICLE).findOne({
      where: { documentId },
      populate: ['journeyStage', 'personas', 'contributors'],
    })) as unknown;
    expect(draft).toMatchObject({
      ...{ title: 'Can we keep our own login?', slug: 'can-we-keep-our-own-login' },
      ...{ publishedAt: null, journeyStage: { slug: 'awareness' } },
      ...{ personas: [{ slug: 'cfo' }], contributors: [{ slug: 'maya-roth' }] },
    });
    const { answers, answered } = await detail(site, maya, item.documentId);
    expect([answered, answers]).toMatchObject([false, [{ documentId, state: 'draft' }]]);
  });

  test('has a title that the type takes, cut between words where there are any', async () => {
    const start = async (words: string) => {
      const item = await capture(site, maya, words);
      const path = `/items/${item.documentId}/draft`;
      const { status, body } = await sales(site, 'POST', path, maya, { type: SHORT });
      if (status !== 200) return [status, body.error?.message];
      const { documentId } = body.data as { documentId: string };
      const draft = (await site.strapi.db
        .query(SHORT)
        .findOne({ where: { documentId } })) as Titled;
      return draft.title;
    };
    expect(await start('Exactly twenty chars')).toBe('Exactly twenty chars');
    expect(await start('Can we keep our own login?')).toBe('Can we keep our own…');
    expect(await start('Two\nlines of words, too')).toBe('Two lines of words,…');
    expect(await start('Donaudampfschifffahrtsgesellschaft')).toBe('Donaudampfschifffah…');
    expect(await start('🤷'.repeat(12))).toBe(`${'🤷'.repeat(9)}…`);
  });

  test('is started on what the item says once it is free', async () => {
    const item = await capture(site, maya, 'Said before?');
    let starting: Promise<Answer> | undefined;
    await inTransaction(site.strapi, async (trx) => {
      await lockOwnRecord(site.strapi, trx, 'update');
      starting = sales(site, 'POST', `/items/${item.documentId}/draft`, maya, { type: ARTICLE });
      await setTimeout(1000);
      await updateDocument(site, ITEM_UID, item.documentId, { buyerWords: 'Said meanwhile?' });
    });
    const { documentId } = (await starting)?.body.data as Doc;
    const where = { documentId };
    const draft = (await site.strapi.db.query(ARTICLE).findOne({ where })) as Titled;
    expect(draft.title).toBe('Said meanwhile?');
  });

  test('can be in a localized type, and by somebody who sees only what is their own', async () => {
    const item = await capture(site, maya, 'In which languages?');
    const start = (token: string, type: string) =>
      sales(site, 'POST', `/items/${item.documentId}/draft`, token, { type });
    expect((await start(maya, 'api::guide.guide')).status).toBe(200);
    const explorer = 'plugin::content-manager.explorer';
    const author = await signIn(site, [
      ...['inbox.read', 'inbox.triage'].map((name) => ({
        action: `plugin::buyer-journey.${name}`,
      })),
      { action: `${explorer}.create`, subject: ARTICLE },
      { action: `${explorer}.read`, subject: ARTICLE, conditions: ['admin::is-creator'] },
    ]);
    const { status, body } = await start(author, ARTICLE);
    expect([status, body.error]).toEqual([200, undefined]);
    expect((await detail(site, author, item.documentId)).answers).toMatchObject([
      { type: 'api::guide.guide', title: null },
      { type: ARTICLE, title: 'In which languages?' },
    ]);
  });

  test('is refused for types without drafts, and for who may not create', async () => {
    const item = await capture(site, maya, 'Again?');
    const start = (token: string, type: string) =>
      sales(site, 'POST', `/items/${item.documentId}/draft`, token, { type });
    expect((await start(maya, FAQ)).status).toBe(400);
    expect((await start(maya, 'api::note.note')).status).toBe(400);
    expect((await start(marketer, ARTICLE)).status).toBe(403);
    const choices = (await sales(site, 'GET', '/filters', maya)).body.data;
    expect(choices).toMatchObject({
      draftTypes: [{ uid: ARTICLE }, { uid: 'api::guide.guide' }, { uid: SHORT }],
    });
    expect((await sales(site, 'GET', '/filters', marketer)).body.data).toMatchObject({
      draftTypes: [],
    });
  });
});
