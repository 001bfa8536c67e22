/**
 * Whatever people do to items, in whatever order: no echo and no credit is lost, the history tells every
 * change of state, and the figures equal their brute-force twins.
 */
import fc from 'fast-check';

import type { SalesSourcedFigures } from '../../contracts/sales-sourced/figures';
import type { Item, WorkflowState } from '../../contracts/sales-sourced/items';
import { getService } from '../../server/src/services';
import { adminService, rowsOf, type AdminUser } from '../../server/src/strapi';
import { DATABASE_CLIENT } from '../site/database';
import { createDocument, publishDocument, versionsOf } from '../site/documents';
import { aPersona, aStage } from '../site/people';
import { ITEM_UID, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';
import {
  bruteForceDemand,
  bruteForceFigures,
  isAnswered,
  readSalesWorld,
  type EchoRow,
} from '../worlds/sales-brute-force';

const TYPES = ['api::article.article', 'api::faq.faq'];
/** `SEQUENCES` asks for more than a test does by itself. */
const SEQUENCES = Number(process.env.SEQUENCES ?? (DATABASE_CLIENT === 'sqlite' ? 200 : 15));
const START = Date.UTC(2026, 5, 1, 12);
const DAY = 24 * 60 * 60 * 1000;
let site: Site;
let users: AdminUser[];
let ability: object;
let documents: [type: string, documentId: string][];

beforeAll(async () => {
  site = await startSite({
    types: [contentType('article'), contentType('faq', { draftAndPublish: false })],
  });
  await aStage(site, 'Awareness');
  await aStage(site, 'Decision', { position: 1 });
  await aStage(site, 'Retention', { position: 2 });
  await aStage(site, 'Validation', { position: 3, alwaysOn: true });
  await aPersona(site, 'CFO');
  for (const name of ['Maya Roth', 'Tom Berg', 'Ana Paz']) await signInRep(site, name);
  users = await rowsOf<AdminUser>(site.strapi, 'admin::user').findMany({ orderBy: { id: 'asc' } });
  const permissions = adminService<{
    engine: { generateUserAbility(user: AdminUser | undefined): Promise<object> };
  }>(site.strapi, 'permission');
  ability = await permissions.engine.generateUserAbility(users[0]);
  documents = [];
  for (const [index, stage] of ['awareness', 'decision', null].entries()) {
    for (const type of TYPES) {
      const journeyStage =
        stage === null
          ? null
          : await rowsOf<{ documentId: string }>(
              site.strapi,
              'plugin::buyer-journey.stage'
            ).findOne({ where: { slug: stage } });
      const { documentId } = await createDocument(site, type, {
        title: `Document ${index}`,
        journeyStage: journeyStage?.documentId ?? null,
      });
      documents.push([type, documentId]);
    }
  }
  const timers = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] as const;
  jest.useFakeTimers({
    now: START,
    doNotFake: [
      ...timers,
      ...(['setInterval', 'setTimeout', 'clearImmediate', 'clearInterval'] as const),
      'clearTimeout',
    ],
  });
});
afterAll(async () => {
  jest.useRealTimers();
  await site.remove();
});

const service = () => getService(site.strapi, 'sales-sourced-admin');

type Action =
  | { do: 'capture'; who: number; kind: Item['kind']; stage: string | null; resolve: string | null }
  | { do: 'echo'; who: number; item: number }
  | { do: 'move'; item: number; to: WorkflowState }
  | { do: 'merge'; item: number; into: number }
  | { do: 'unmerge'; item: number }
  | { do: 'answer'; item: number; publish: boolean }
  | { do: 'unpublish'; item: number }
  | { do: 'link'; item: number; document: number }
  | { do: 'publishDocument'; document: number; publish: boolean }
  | { do: 'wait'; days: number };

const index = fc.nat({ max: 9 });
const who = fc.nat({ max: 2 });
const stage = fc.constantFrom('awareness', 'decision', 'retention', 'validation', null);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('capture' as const),
      who,
      kind: fc.constantFrom('objection' as const, 'question' as const),
      stage,
      resolve: stage,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('echo' as const), who, item: index }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      item: index,
      to: fc.constantFrom<WorkflowState>('received', 'accepted', 'in_progress', 'declined'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('merge' as const), item: index, into: index }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unmerge' as const), item: index }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      item: index,
      publish: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unpublish' as const), item: index }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('link' as const),
      item: index,
      document: fc.nat({ max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('publishDocument' as const),
      document: fc.nat({ max: 5 }),
      publish: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      days: fc.oneof(fc.nat(60), fc.constant(200)),
    }),
  }
);

/** What should have come of it. */
interface Model {
  items: string[];
  /** Where each rep heard something: item as it was pressed, rep and day. */
  heard: Set<string>;
  states: Map<string, WorkflowState[]>;
}

/** Refusals are part of the game: what the server says no to must leave nothing behind. */
async function tried(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const { name } = error as Error;
    if (['ValidationError', 'NotFoundError'].includes(name)) return false;
    throw error;
  }
}

async function act(model: Model, step: Action): Promise<void> {
  if (step.do === 'wait') {
    jest.setSystemTime(Date.now() + step.days * DAY);
    return;
  }
  if (step.do === 'publishDocument') {
    const [type, documentId] = documents[step.document] ?? ['', ''];
    if (type !== TYPES[0]) return;
    if (step.publish) await publishDocument(site, type, documentId);
    else await versionsOf(site, type).unpublish({ documentId });
    return;
  }
  if (step.do === 'capture') {
    const item = await service().capture(users[step.who] as AdminUser, {
      buyerWords: `Words ${model.items.length}`,
      kind: step.kind,
      stage: step.stage,
      resolveByStage: step.resolve,
    });
    model.items.push(item.documentId);
    model.states.set(item.documentId, ['received']);
    return;
  }
  const item = model.items[step.item % Math.max(1, model.items.length)];
  if (item === undefined) return;
  const { updatedAt, workflowState } = (await site.strapi.db
    .query(ITEM_UID)
    .findOne({ where: { documentId: item, publishedAt: null } })) as {
    updatedAt: string;
    workflowState: WorkflowState;
  };
  const revision = new Date(updatedAt).toISOString();
  const states = model.states.get(item) ?? [];
  switch (step.do) {
    case 'echo': {
      const user = users[step.who] as AdminUser;
      const { counted } = await service().echo(user, item);
      const day = new Date().toISOString().slice(0, 10);
      if (counted) model.heard.add(`${item} ${step.who} ${day}`);
      return;
    }
    case 'move':
      if (await tried(() => service().move(item, { revision, to: step.to, reason: 'So' }))) {
        if (workflowState !== step.to) states.push(step.to);
      }
      return;
    case 'merge':
      await tried(() =>
        service().merge(item, {
          revision,
          into: model.items[step.into % model.items.length] ?? '',
        })
      );
      return;
    case 'unmerge':
      await tried(() => service().unmerge(item, revision));
      return;
    case 'answer':
      await tried(async () => {
        const { updatedAt: at } = (await versionsOf(site, ITEM_UID).update({
          documentId: item,
          data: { answer: [{ type: 'paragraph', children: [{ type: 'text', text: 'So.' }] }] },
        })) as unknown as { updatedAt: string };
        if (!step.publish) return;
        const body = { withoutApproval: true, overrideFindings: false };
        const now = { ...body, revision: new Date(at).toISOString() };
        await service().publish(item, now, {
          ...{ withoutApproval: true, overrideFindings: false, readPrivate: true },
        });
        if (workflowState === 'received') states.push('accepted');
      });
      return;
    case 'unpublish':
      await service().unpublish(item, revision);
      return;
    case 'link': {
      const [type, documentId] = documents[step.document] ?? ['', ''];
      await tried(() => service().linkAnswer(ability, item, { type, documentId }));
    }
  }
}

/** Compares all that can be seen with the model and the brute-force twins. */
async function check(model: Model): Promise<void> {
  const world = await readSalesWorld(site, TYPES);
  const now = new Date();

  // No echo is lost: each row is still there, wherever it counts now.
  const repOf = new Map(world.reps.map(({ documentId }, position) => [documentId, position]));
  const keyOf = ({ origin, rep, day }: EchoRow) => `${origin} ${repOf.get(rep)} ${day}`;
  const pressed = world.echoes.filter(({ byMerge }) => !byMerge);
  expect(new Set(pressed.map(keyOf))).toEqual(model.heard);
  expect(pressed).toHaveLength(model.heard.size);

  // No credit is lost: who brought in a merged item is among those who heard the one that remains.
  const draftOf = new Map(world.drafts.map((draft) => [draft.documentId, draft]));
  for (const merged of world.drafts.filter(({ mergedInto }) => mergedInto !== null)) {
    let survivor = merged;
    while (survivor.mergedInto !== null) {
      survivor = draftOf.get(survivor.mergedInto) ?? { ...survivor, mergedInto: null };
    }
    const credited = world.echoes
      .filter(({ item }) => item === survivor.documentId)
      .map(({ rep }) => rep);
    expect([...credited, survivor.rep?.documentId]).toContain(merged.rep?.documentId);
  }

  // The demand of each item, and whether it is answered.
  const listed = await service().list(users[0] as AdminUser, {
    ...{ sort: 'demand', page: 1, pageSize: 100 },
    state: ['received', 'accepted', 'in_progress', 'declined', 'merged'],
  });
  expect(listed.data).toHaveLength(world.drafts.length);
  for (const item of listed.data) {
    const draft = draftOf.get(item.documentId);
    if (!draft) throw new Error('An item without a draft is listed.');
    expect(item.demand.figure).toBeCloseTo(bruteForceDemand(world, draft, now), 8);
    expect(item.answered).toBe(isAnswered(world, item.documentId));
  }
  const figures = listed.data.map(({ demand }) => demand.figure);
  expect(figures).toEqual([...figures].sort((a, b) => b - a));

  // Every change of state is told, each from where the one before led.
  const events = await rowsOf<{ item: string; kind: string; fromState: string; toState: string }>(
    site.strapi,
    'plugin::buyer-journey.item-event'
  ).findMany({ where: { kind: 'state' }, orderBy: { id: 'asc' } });
  for (const [item, states] of model.states) {
    const told = events.filter((event) => event.item === item);
    expect(told.map(({ toState }) => toState)).toEqual(states.slice(1));
  }

  expectClose(await service().figures(), bruteForceFigures(world, now));
}

/** Equal, but for the last digits of fractions. */
function expectClose(actual: SalesSourcedFigures, expected: SalesSourcedFigures): void {
  const rounded = (figures: SalesSourcedFigures) =>
    JSON.parse(
      JSON.stringify(figures, (_key, value: unknown) =>
        typeof value === 'number' ? Number(value.toFixed(6)) : value
      )
    ) as unknown;
  expect(rounded(actual)).toEqual(rounded(expected));
}

async function clear(): Promise<void> {
  for (const type of ['echo', 'answer', 'demand', 'item-event', 'sales-sourced']) {
    await site.strapi.db.query(`plugin::buyer-journey.${type}`).deleteMany({});
  }
  jest.setSystemTime(START);
}

test(
  `${SEQUENCES} random sequences of actions keep every echo, credit, step and figure`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), async (steps) => {
        await clear();
        const model: Model = { items: [], heard: new Set(), states: new Map() };
        for (const step of steps) await act(model, step);
        await check(model);
      }),
      { numRuns: SEQUENCES, endOnFailure: true }
    );
  },
  10 * 60_000
);
