/** The inbox: what buyers say, ranked by demand, and every step that it can take. */
import type { BulkResult } from '../../contracts/sales-sourced/inbox';
import type { Item, WorkflowState } from '../../contracts/sales-sourced/items';
import { signIn } from '../site/client';
import { aPersona, aStage } from '../site/people';
import { versionsOf } from '../site/documents';
import { capture, detail, inbox, ITEM_UID, sales, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

let site: Site;
let maya: string;
let tom: string;
let ana: string;
beforeAll(async () => {
  site = await startSite({ types: [contentType('article')] });
  await aStage(site, 'Awareness');
  await aStage(site, 'Decision', { position: 1 });
  await aPersona(site, 'CFO');
  maya = await signInRep(site, 'Maya Roth');
  tom = await signInRep(site, 'Tom Berg');
  ana = await signInRep(site, 'Ana Paz');
});
afterAll(() => site.remove());
beforeEach(async () => {
  for (const type of ['echo', 'answer', 'demand', 'item-event', 'sales-sourced']) {
    await site.strapi.db.query(`plugin::buyer-journey.${type}`).deleteMany({});
  }
});

const echo = (token: string, item: Item) =>
  sales(site, 'POST', `/items/${item.documentId}/echo`, token, {});
const post = async (token: string, item: string, action: string, body: object = {}) => {
  const { revision } = await detail(site, maya, item);
  return sales(site, 'POST', `/items/${item}/${action}`, token, { revision, ...body });
};
const words = async (query = '') =>
  (await inbox(site, maya, query)).data.map(({ buyerWords }) => buyerWords);

/** Lets an item have been brought in some days ago. */
async function age(item: Item, days: number): Promise<void> {
  const createdAt = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  await site.strapi.db
    .connection('buyer_journey_sales_sourced_items')
    .where('document_id', item.documentId)
    .update({ created_at: createdAt });
  const service = site.strapi.plugin('buyer-journey').service('sales-sourced-admin') as unknown as {
    reconcileDemand(): Promise<void>;
  };
  await service.reconcileDemand();
}

describe('the list', () => {
  test('is ranked by demand, of which it shows the parts', async () => {
    const old = await capture(site, maya, 'An old question?');
    const fresh = await capture(site, maya, 'A fresh question?');
    const loud = await capture(site, maya, 'A loud question?');
    await age(old, 90);
    await echo(tom, loud);
    await echo(ana, loud);
    const { data, meta } = await inbox(site, maya);
    expect(data.map(({ documentId }) => documentId)).toEqual(
      [loud, fresh, old].map(({ documentId }) => documentId)
    );
    expect(data[0]?.heard).toBe(3);
    expect(data[0]?.demand.item).toBeCloseTo(1, 3);
    expect(data[0]?.demand.echoes).toBeCloseTo(2, 3);
    expect(data[2]?.demand.figure).toBeCloseTo(0.5, 3);
    expect(meta).toEqual({
      pagination: { page: 1, pageSize: 25, pageCount: 1, total: 3 },
      states: { received: 3, accepted: 0, in_progress: 0, declined: 0, merged: 0 },
    });
  });

  test('is narrowed by every filter, and paged', async () => {
    await capture(site, maya, 'What does a terminal cost?', {
      stage: 'decision',
      personas: ['cfo'],
    });
    const objection = await capture(site, tom, 'Nobody our size uses it.', {
      kind: 'objection',
      stage: 'decision',
      resolveByStage: 'awareness',
    });
    const request = await capture(site, tom, 'Send us 100 % of the costs!', { kind: 'request' });
    await post(maya, objection.documentId, 'transition', { to: 'accepted' });
    const me = (await detail(site, maya, request.documentId)).history[0]?.by?.id;
    const { revision } = await detail(site, maya, request.documentId);
    await sales(site, 'PUT', `/items/${request.documentId}`, maya, { revision, owner: me });
    await age(request, 10);

    const [cost, size, send] = [
      'What does a terminal cost?',
      'Nobody our size uses it.',
      'Send us 100 % of the costs!',
    ];
    const cases: [string, string[]][] = [
      ['kind=objection', [size]],
      ['kind=objection,request&sort=oldest', [size, send]],
      ['state=accepted', [size]],
      ['state=declined', []],
      ['stage=decision', [cost]],
      ['stage=awareness', [size]],
      ['stage=none', [send]],
      ['stage=decision,none&sort=oldest', [cost, send]],
      ['stage=unknown', []],
      ['persona=cfo', [cost]],
      ['persona=everyone&sort=oldest', [size, send]],
      ['persona=nobody', []],
      ['owner=none&sort=oldest', [cost, size]],
      [`owner=${me}`, [send]],
      ['owner=99999999999', []],
      ['search=nobody%20OUR', [size]],
      [`rep=${objection.rep?.documentId}&sort=newest`, [send, size]],
      ['answered=true', []],
      ['answered=false&sort=oldest', [cost, size, send]],
      ['olderThan=5', [send]],
      ['newerThan=5&sort=oldest', [cost, size]],
      ['search=COST%20terminal', [cost]],
      [`search=${encodeURIComponent('100 %')}`, [send]],
      ['search=%25', [send]],
      ['search=_', []],
      ['pageSize=1&page=2&sort=oldest', [size]],
      ['pageSize=1&page=9', []],
    ];
    for (const [query, expected] of cases) {
      expect([query, await words(query)]).toEqual([query, expected]);
    }
    expect(await sales(site, 'GET', '/items?owner=me', tom)).toMatchObject({
      body: { data: [{}] },
    });
    expect((await inbox(site, maya, 'state=declined')).meta.states.received).toBe(2);
  });

  test.each([
    'state=answered',
    'kind=poem',
    'sort=random',
    'answered=maybe',
    'olderThan=-1',
    'olderThan=1.5',
    'search=',
    'page=0',
    'pageSize=101',
    'stage=a,,b',
    'rep=%00',
  ])('refuses %s by name', async (query) => {
    const { status, body } = await sales(site, 'GET', `/items?${query}`, maya);
    expect([status, body.error?.message]).toEqual([
      400,
      expect.stringContaining(query.split('=')[0] ?? ''),
    ]);
  });
});

describe('changes of state', () => {
  const STATES: WorkflowState[] = ['received', 'accepted', 'in_progress', 'declined', 'merged'];
  const ALLOWED: Record<WorkflowState, WorkflowState[]> = {
    received: ['accepted', 'in_progress', 'declined'],
    accepted: ['received', 'in_progress', 'declined'],
    in_progress: ['accepted', 'declined'],
    declined: ['received', 'accepted'],
    merged: [],
  };

  test.each(STATES)('from %s only go where they make sense, by whatever way', async (from) => {
    for (const to of STATES.filter((state) => state !== from)) {
      const item = await capture(site, maya, `From ${from} to ${to}`);
      const other = await capture(site, maya, 'Another one');
      if (from === 'merged') await post(maya, item.documentId, 'merge', { into: other.documentId });
      else if (from !== 'received') {
        await post(maya, item.documentId, 'transition', { to: from, reason: 'Because' });
      }
      const expected = ALLOWED[from].includes(to) ? 200 : 400;
      const answer = await post(tom, item.documentId, 'transition', { to, reason: 'Because' });
      expect([from, to, answer.status]).toEqual([from, to, expected]);
      if (expected === 200) continue;
      const write = versionsOf(site, ITEM_UID).update({
        documentId: item.documentId,
        data: { workflowState: to, declineReason: 'Because' },
      });
      await expect(write).rejects.toThrow('cannot become');
      expect((await detail(site, maya, item.documentId)).state).toBe(from);
    }
  });

  test('are told in the history, with who made them', async () => {
    const item = await capture(site, maya, 'Why?');
    await post(tom, item.documentId, 'transition', { to: 'accepted' });
    await post(tom, item.documentId, 'transition', { to: 'declined', reason: 'Asked once only' });
    const { history, declineReason } = await detail(site, maya, item.documentId);
    expect(declineReason).toBe('Asked once only');
    expect(history.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['edited', null, null],
      ['state', 'accepted', 'declined'],
      ['state', 'received', 'accepted'],
      ['created', null, null],
    ]);
    expect(history[1]?.by?.id).not.toBe(history[3]?.by?.id);
  });

  test('to declined need a reason each time, and the history keeps them all', async () => {
    const item = await capture(site, maya, 'Why?');
    await post(tom, item.documentId, 'transition', { to: 'declined', reason: 'First' });
    await post(tom, item.documentId, 'transition', { to: 'received' });
    expect((await detail(site, maya, item.documentId)).declineReason).toBeNull();
    expect((await post(tom, item.documentId, 'transition', { to: 'declined' })).status).toBe(400);
    await post(tom, item.documentId, 'transition', { to: 'declined', reason: 'Second' });
    const { history } = await detail(site, maya, item.documentId);
    const declined = history.filter(({ to }) => to === 'declined');
    expect(declined.map(({ note }) => note)).toEqual(['Second', 'First']);
  });

  test('to declined need a reason, in the inbox and in the Content Manager', async () => {
    const item = await capture(site, maya, 'Why?');
    const answer = await post(tom, item.documentId, 'transition', { to: 'declined' });
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining('declineReason'),
    ]);
    const write = versionsOf(site, ITEM_UID).update({
      documentId: item.documentId,
      data: { workflowState: 'declined' },
    });
    await expect(write).rejects.toThrow('reason');
  });
});

test.each(['%00', '1;drop', 'a%20b', 'x'.repeat(300)])(
  'an item called %s is refused, and one that nobody knows is not found',
  async (id) => {
    expect((await sales(site, 'GET', `/items/${id}`, maya)).status).toBe(400);
    expect((await sales(site, 'GET', '/items/nosuchitem', maya)).status).toBe(404);
  }
);

describe('two people at once', () => {
  test('the second one is told, and nothing is overwritten', async () => {
    const item = await capture(site, maya, 'Why?');
    const { revision } = await detail(site, maya, item.documentId);
    const change = (kind: string) =>
      sales(site, 'PUT', `/items/${item.documentId}`, maya, { revision, kind });
    expect((await change('story')).status).toBe(200);
    const late = await change('loss');
    expect([late.status, late.body.error?.details]).toEqual([409, { reason: 'changed' }]);
    expect((await detail(site, maya, item.documentId)).kind).toBe('story');
  });

  test('at the very same moment one is served', async () => {
    const item = await capture(site, maya, 'Why?');
    const { revision } = await detail(site, maya, item.documentId);
    const answers = await Promise.all(
      ['story', 'loss', 'request', 'objection'].map((kind) =>
        sales(site, 'PUT', `/items/${item.documentId}`, maya, { revision, kind })
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe('editing', () => {
  test('changes what is named and nothing else', async () => {
    const item = await capture(site, maya, 'Why?', { stage: 'decision', account: 'Sandmere' });
    const { revision } = await detail(site, maya, item.documentId);
    const body = {
      ...{ revision, buyerWords: 'Why now?', stage: null, resolveByStage: 'awareness' },
      ...{ personas: ['cfo'], answer: 'Because.', dueDate: '2027-01-31', byline: [] },
    };
    const answer = await sales(site, 'PUT', `/items/${item.documentId}`, tom, body);
    expect(answer.body.data).toMatchObject({
      ...{ buyerWords: 'Why now?', stage: null, resolveByStage: { slug: 'awareness' } },
      ...{ personas: [{ slug: 'cfo' }], answer: 'Because.', dueDate: '2027-01-31', byline: [] },
      privateFields: { account: 'Sandmere' },
    });
    const { history } = await detail(site, maya, item.documentId);
    expect(history[0]).toMatchObject({
      kind: 'edited',
      fields: [
        ...['buyerWords', 'answer', 'stage', 'resolveByStage', 'personas', 'contributors'],
        'dueDate',
      ],
    });
  });

  test('keeps the formatting of an answer that says the same', async () => {
    const item = await capture(site, maya, 'Why?');
    const bold = [
      { type: 'paragraph', children: [{ type: 'text', text: 'Because.', bold: true }] },
    ];
    await versionsOf(site, ITEM_UID).update({
      documentId: item.documentId,
      data: { answer: bold },
    });
    const { revision, answer } = await detail(site, maya, item.documentId);
    await sales(site, 'PUT', `/items/${item.documentId}`, maya, { revision, answer, kind: 'loss' });
    const row = (await site.strapi.db
      .query(ITEM_UID)
      .findOne({ where: { documentId: item.documentId } })) as { answer: object[] };
    expect(row.answer).toEqual(bold);
  });

  test.each([
    ['stage', { stage: 'nowhere' }],
    ['personas', { personas: ['nobody'] }],
    ['owner', { owner: 987_654 }],
    ['owner', { owner: 99_999_999_999 }],
    ['dueDate', { dueDate: '31.01.2027' }],
    ['slug', { slug: 'not a slug' }],
    ['workflowState', { workflowState: 'declined' }],
    ['rep', { rep: 'x' }],
  ])('refuses a wrong %s', async (field, body) => {
    const item = await capture(site, maya, 'Why?');
    const { revision } = await detail(site, maya, item.documentId);
    const path = `/items/${item.documentId}`;
    const answer = await sales(site, 'PUT', path, maya, { revision, ...body });
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining(field),
    ]);
    expect((await detail(site, maya, item.documentId)).revision).toBe(revision);
  });

  test('private fields are for who may see them', async () => {
    const item = await capture(site, maya, 'Why?', { account: 'Sandmere', source: 'call' });
    const actions = ['inbox.read', 'inbox.triage'].map((name) => ({
      action: `plugin::buyer-journey.${name}`,
    }));
    const outsider = await signIn(site, actions);
    const seen = await detail(site, outsider, item.documentId);
    expect(seen.privateFields).toBeNull();
    expect(JSON.stringify(seen)).not.toContain('Sandmere');
    const { revision } = seen;
    const path = `/items/${item.documentId}`;
    const answer = await sales(site, 'PUT', path, outsider, { revision, account: null });
    expect(answer.status).toBe(403);
  });
});

describe('what grows without end', () => {
  test('is told up to the latest hundred, with how many there are', async () => {
    const item = await capture(site, maya, 'Heard by everybody?');
    const at = (index: number) => new Date(Date.UTC(2025, 0, 1 + index));
    const { documentId } = item;
    await site.strapi.db.query('plugin::buyer-journey.echo').createMany({
      data: Array.from({ length: 150 }, (_, index) => ({
        ...{ item: documentId, origin: documentId, rep: 'somebody', heardAt: at(index) },
        day: at(index).toISOString().slice(0, 10),
      })),
    });
    await site.strapi.db.query(ITEM_UID).createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        ...{ documentId: `merged${index}`, buyerWords: `Merged ${index}`, kind: 'question' },
        ...{ workflowState: 'merged', mergedInto: documentId, publishedAt: null },
      })),
    });
    const { hearings, hearingsTotal, mergedFrom, mergedFromTotal } = await detail(
      site,
      maya,
      documentId
    );
    expect([hearings.length, hearingsTotal]).toEqual([100, 151]);
    expect(hearings[0]).toMatchObject({ kind: 'broughtIn', rep: { displayName: 'Maya Roth' } });
    expect(hearings.slice(1).map((hearing) => hearing.at)).toEqual(
      Array.from({ length: 99 }, (_, index) => at(51 + index).toISOString())
    );
    expect([mergedFrom.length, mergedFromTotal]).toEqual([100, 120]);
    expect([mergedFrom[0], mergedFrom.at(-1)]).toMatchObject([
      ...[{ buyerWords: 'Merged 119', rep: null }, { buyerWords: 'Merged 20' }],
    ]);
  });
});

describe('merging', () => {
  test('moves what was heard, keeps every credit, and can be undone', async () => {
    const one = await capture(site, maya, 'What does it cost?');
    const two = await capture(site, tom, 'How much is it?');
    const three = await capture(site, ana, 'What is the price?');
    await echo(ana, one);
    await echo(ana, two);
    await echo(maya, two);
    const before = [
      await detail(site, maya, one.documentId),
      await detail(site, maya, two.documentId),
    ];

    expect((await post(maya, two.documentId, 'merge', { into: one.documentId })).status).toBe(200);
    const merged = await detail(site, maya, one.documentId);
    // Ana was heard on both the same day, and Maya brought the other one in.
    expect(merged.hearings.map(({ rep, kind }) => `${rep?.displayName} ${kind}`).sort()).toEqual([
      'Ana Paz echo',
      'Maya Roth broughtIn',
      'Maya Roth echo',
      'Tom Berg merged',
    ]);
    expect(merged.heard).toBe(4);
    expect(merged.mergedFrom.map(({ documentId }) => documentId)).toEqual([two.documentId]);
    expect(await detail(site, maya, two.documentId)).toMatchObject({
      state: 'merged',
      mergedInto: { documentId: one.documentId },
    });

    await post(maya, one.documentId, 'merge', { into: three.documentId });
    expect((await detail(site, maya, three.documentId)).heard).toBeGreaterThanOrEqual(4);
    expect((await post(maya, one.documentId, 'unmerge')).status).toBe(200);
    expect((await detail(site, maya, three.documentId)).heard).toBe(1);
    expect((await post(maya, two.documentId, 'unmerge')).status).toBe(200);
    for (const [index, item] of [one, two].entries()) {
      const after = await detail(site, maya, item.documentId);
      expect(after).toMatchObject({ state: 'received', mergedInto: null, mergedFrom: [] });
      expect(after.heard).toBe(before[index]?.heard);
      expect(after.demand.figure).toBeCloseTo(before[index]?.demand.figure ?? 0, 4);
      const kinds = after.history.map(({ kind }) => kind);
      expect(kinds.slice(0, 1)).toEqual(['unmerged']);
    }
  });

  test('within merges can be undone in any order, and each echo is back where it was heard', async () => {
    const [a, b, c] = [
      await capture(site, maya, 'A'),
      await capture(site, maya, 'B'),
      await capture(site, maya, 'C'),
    ];
    await echo(tom, a);
    await echo(tom, c);
    await post(maya, a.documentId, 'merge', { into: b.documentId });
    await post(maya, b.documentId, 'merge', { into: c.documentId });
    await post(maya, a.documentId, 'unmerge');
    await post(maya, b.documentId, 'unmerge');
    const heard = async ({ documentId }: Item) => (await detail(site, maya, documentId)).heard;
    expect([await heard(a), await heard(b), await heard(c)]).toEqual([2, 1, 2]);
  });

  test('is not lost by discarding changes, and a clone is an item of its own', async () => {
    const one = await capture(site, maya, 'One', { answer: 'So.' });
    const two = await capture(site, maya, 'Two', { answer: 'So.' });
    await post(maya, two.documentId, 'merge', { into: one.documentId });
    const service = versionsOf(site, ITEM_UID);
    await expect(service.discardDraft({ documentId: two.documentId })).rejects.toThrow('merge');
    const clone = service as unknown as {
      clone(params: object): Promise<{ documentId: string; entries: { documentId: string }[] }>;
    };
    const made = await clone.clone({ documentId: two.documentId });
    const documentId = made.documentId || made.entries[0]?.documentId || '';
    expect(await detail(site, maya, documentId)).toMatchObject({
      ...{ state: 'received', mergedInto: null, heard: 1 },
    });
  });

  test('and declining wait until the item is no longer public', async () => {
    const one = await capture(site, maya, 'One');
    const two = await capture(site, maya, 'Two', { answer: 'So.' });
    await post(maya, two.documentId, 'publish');
    const refused = await post(maya, two.documentId, 'merge', { into: one.documentId });
    expect([refused.status, refused.body.error?.message]).toEqual([
      400,
      expect.stringContaining('unpublish'),
    ]);
    await post(maya, two.documentId, 'unpublish');
    expect((await post(maya, two.documentId, 'merge', { into: one.documentId })).status).toBe(200);
  });

  test('and editing at once is a conflict, and never a fault', async () => {
    for (let round = 0; round < 6; round += 1) {
      const one = await capture(site, maya, 'One');
      const two = await capture(site, maya, 'Two');
      const { revision } = await detail(site, maya, two.documentId);
      const answers = await Promise.all([
        sales(site, 'POST', `/items/${two.documentId}/merge`, maya, {
          revision,
          into: one.documentId,
        }),
        sales(site, 'PUT', `/items/${two.documentId}`, tom, { revision, kind: 'story' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  test('refuses itself, a circle, a merged one and one that is not there', async () => {
    const one = await capture(site, maya, 'One');
    const two = await capture(site, maya, 'Two');
    const into = (item: Item, other: string) =>
      post(maya, item.documentId, 'merge', { into: other });
    expect((await into(one, one.documentId)).status).toBe(400);
    expect((await into(one, 'nosuchitem')).status).toBe(404);
    expect((await into(two, one.documentId)).status).toBe(200);
    expect((await into(one, two.documentId)).status).toBe(400);
    expect((await into(two, one.documentId)).status).toBe(400);
    expect((await post(maya, one.documentId, 'unmerge')).status).toBe(400);
  });

  test('an echo on a merged item counts for what it became', async () => {
    const one = await capture(site, maya, 'One');
    const two = await capture(site, maya, 'Two');
    await post(maya, two.documentId, 'merge', { into: one.documentId });
    await echo(ana, two);
    expect((await detail(site, maya, one.documentId)).heard).toBe(3);
    await post(maya, two.documentId, 'unmerge');
    expect((await detail(site, maya, two.documentId)).heard).toBe(2);
  });

  test('an item that others became part of cannot be deleted', async () => {
    const one = await capture(site, maya, 'One');
    const two = await capture(site, maya, 'Two');
    await post(maya, two.documentId, 'merge', { into: one.documentId });
    const remove = () => versionsOf(site, ITEM_UID).delete({ documentId: one.documentId });
    await expect(remove()).rejects.toThrow('merged into this one');
    await post(maya, two.documentId, 'unmerge');
    await remove();
    expect(await words()).toEqual(['Two']);
    expect(await site.strapi.db.query('plugin::buyer-journey.demand').count({})).toBe(1);
  });
});

describe('many at once', () => {
  test('does what can be done and tells what cannot', async () => {
    const [one, two, three] = [
      await capture(site, maya, 'One'),
      await capture(site, maya, 'Two'),
      await capture(site, maya, 'Three'),
    ];
    await post(maya, two.documentId, 'transition', { to: 'accepted' });
    const items = [one, two, three].map(({ documentId, revision }) => ({ documentId, revision }));
    const bulk = async (action: object) =>
      (await sales(site, 'POST', '/bulk', maya, { items, action })).body.data as BulkResult;
    const result = await bulk({ do: 'transition', to: 'declined', reason: 'Not now' });
    expect(result.done).toEqual([one.documentId, three.documentId]);
    expect(result.failed).toEqual([
      { documentId: two.documentId, message: expect.stringContaining('Somebody else') as string },
    ]);
    expect((await detail(site, maya, two.documentId)).state).toBe('accepted');
  });
});
