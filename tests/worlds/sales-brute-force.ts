/**
 * Figures of sales-sourced items the slow way: plain loops over documents read through the Document
 * Service and over the rows of the ledgers.
 */
import type {
  Percentiles,
  SalesSourcedFigures,
  Share,
} from '../../contracts/sales-sourced/figures';
import { documentsOf, rowsOf } from '../../server/src/strapi';
import { ITEM_UID } from '../site/sales';
import type { Site } from '../site/site';

const DAY = 24 * 60 * 60 * 1000;

interface Ref {
  id: number;
  documentId: string;
}
export interface ItemDoc extends Ref {
  publishedAt: string | null;
  buyerWords: string;
  kind: string | null;
  workflowState: keyof SalesSourcedFigures['items'];
  answer: unknown[] | null;
  createdAt: string;
  mergedInto: string | null;
  stage: Ref | null;
  resolveByStage: Ref | null;
  personas: Ref[];
  rep: Ref | null;
}
interface AnswerRow {
  item: string;
  type: string;
  document: string;
  answeredAt: string | null;
}
export interface EchoRow {
  item: string;
  origin: string;
  rep: string;
  day: string;
  heardAt: string;
  byMerge: boolean | number;
}
interface LiveDoc extends Ref {
  type: string;
  publishedAt: string;
  journeyStage: Ref | null;
  contributors: Ref[];
}

export interface SalesWorld {
  drafts: ItemDoc[];
  published: ItemDoc[];
  echoes: EchoRow[];
  answers: AnswerRow[];
  live: LiveDoc[];
  stages: (Ref & { position: number; alwaysOn: boolean })[];
  reps: (Ref & { active: boolean })[];
}

/** Everything that the figures are about. @param types uids of the tagged types. */
export async function readSalesWorld(site: Site, types: string[]): Promise<SalesWorld> {
  const items = documentsOf<ItemDoc>(site.strapi, ITEM_UID);
  const populate = ['stage', 'resolveByStage', 'personas', 'rep'];
  const live: LiveDoc[] = [];
  for (const type of types) {
    const documents = await documentsOf<LiveDoc>(site.strapi, type).findMany({
      status: 'published',
      populate: ['journeyStage', 'contributors'],
    });
    live.push(...documents.map((document) => ({ ...document, type })));
  }
  const plugin = (name: string) => `plugin::buyer-journey.${name}`;
  return {
    drafts: await items.findMany({ status: 'draft', populate }),
    published: await items.findMany({ status: 'published', populate }),
    echoes: await rowsOf<EchoRow>(site.strapi, plugin('echo')).findMany({}),
    answers: await rowsOf<AnswerRow>(site.strapi, plugin('answer')).findMany({}),
    live,
    stages: await documentsOf<SalesWorld['stages'][number]>(site.strapi, plugin('stage')).findMany({
      sort: ['position', 'id'],
    }),
    reps: await documentsOf<SalesWorld['reps'][number]>(site.strapi, plugin('rep')).findMany({}),
  };
}

/** Neither declined nor merged. */
export const isValid = ({ workflowState }: ItemDoc) =>
  workflowState !== 'declined' && workflowState !== 'merged';

/** An item is answered when it is published with an answer, or a live document is linked to it. */
export function isAnswered(world: SalesWorld, item: string): boolean {
  return answeringSince(world, item, new Date(0));
}

/** The same, looking only at what was last published or saved since a moment. */
function answeringSince(world: SalesWorld, item: string, since: Date): boolean {
  const isFresh = (doc: { publishedAt: string | null }) =>
    new Date(doc.publishedAt ?? 0).getTime() >= since.getTime();
  const publishedWithAnswer = (documentId: string) =>
    world.published.some(
      (doc) => doc.documentId === documentId && doc.answer !== null && isFresh(doc)
    );
  if (publishedWithAnswer(item)) return true;
  for (const answer of world.answers) {
    if (answer.item !== item) continue;
    if (answer.type === ITEM_UID && publishedWithAnswer(answer.document)) return true;
    for (const doc of world.live) {
      const isIt = doc.type === answer.type && doc.documentId === answer.document;
      if (isIt && isFresh(doc)) return true;
    }
  }
  return false;
}

/** Valid items that are accepted or in progress, or published. */
function acceptedItems(world: SalesWorld): ItemDoc[] {
  return world.drafts.filter(
    (item) =>
      isValid(item) &&
      (item.workflowState === 'accepted' ||
        item.workflowState === 'in_progress' ||
        world.published.some((doc) => doc.documentId === item.documentId))
  );
}

/** Whether a document is linked as the answer of an accepted item. */
export function answersAccepted(
  world: SalesWorld,
  { type, documentId }: { type: string; documentId: string }
): boolean {
  const accepted = acceptedItems(world).map((item) => item.documentId);
  return world.answers.some(
    (answer) =>
      accepted.includes(answer.item) && answer.type === type && answer.document === documentId
  );
}

/** Demand for an item: what is left of it and of each of its echoes. */
export function bruteForceDemand(world: SalesWorld, item: ItemDoc, now: Date): number {
  const left = (at: string) => Math.pow(0.5, (now.getTime() - new Date(at).getTime()) / DAY / 90);
  let demand = left(item.createdAt);
  for (const echo of world.echoes) if (echo.item === item.documentId) demand += left(echo.heardAt);
  return demand;
}

export function bruteForceFigures(world: SalesWorld, now: Date): SalesSourcedFigures {
  const items = { received: 0, accepted: 0, in_progress: 0, declined: 0, merged: 0 };
  for (const { workflowState } of world.drafts) items[workflowState] += 1;
  const valid = world.drafts.filter(isValid);
  const answered = valid.filter(({ documentId }) => isAnswered(world, documentId));
  const open = valid.filter(({ documentId }) => !isAnswered(world, documentId));

  const staleBefore = new Date(now.getTime() - 180 * DAY);
  const waits: number[] = [];
  for (const item of answered) {
    const stamps = world.answers
      .filter((answer) => answer.item === item.documentId && answer.answeredAt !== null)
      .map(({ answeredAt }) => new Date(answeredAt ?? 0).getTime());
    if (stamps.length > 0) {
      waits.push((Math.min(...stamps) - new Date(item.createdAt).getTime()) / DAY);
    }
  }

  const accepted = acceptedItems(world);
  const fromSales = world.live.filter(
    (doc) => doc.contributors.length > 0 || answersAccepted(world, doc)
  );
  const active = world.reps.filter((rep) => rep.active);
  const taking = active.filter((rep) =>
    accepted.some(
      (item) =>
        item.rep?.id === rep.id && now.getTime() - new Date(item.createdAt).getTime() <= 90 * DAY
    )
  );
  return {
    items,
    open: open.length,
    valid: valid.length,
    timeToAnswer: spread(waits),
    ageOfOpen: spread(
      open.map(({ createdAt }) => (now.getTime() - new Date(createdAt).getTime()) / DAY)
    ),
    answerRate: fraction(answered.length, valid.length),
    freshAnswerRate: fraction(
      valid.filter(({ documentId }) => answeringSince(world, documentId, staleBefore)).length,
      valid.length
    ),
    salesSourcedShare: fraction(fromSales.length, world.live.length),
    participation: fraction(taking.length, active.length),
    objectionLeakage: leakage(world, valid),
  };
}

function leakage(world: SalesWorld, valid: ItemDoc[]): Share {
  const order = world.stages.filter(({ alwaysOn }) => !alwaysOn).map(({ id }) => id);
  const rank = (stage: Ref | null) => (stage === null ? -1 : order.indexOf(stage.id));
  let [leaking, all] = [0, 0];
  for (const item of valid) {
    if (item.kind !== 'objection') continue;
    const [raised, resolve] = [rank(item.stage), rank(item.resolveByStage)];
    if (raised < 0 || resolve < 0) continue;
    all += 1;
    if (raised <= resolve) continue;
    const own = world.published.some(
      (doc) => doc.documentId === item.documentId && doc.answer !== null
    );
    const inTime = world.answers.some(
      ({ item: of, type, document }) =>
        of === item.documentId &&
        world.live.some((doc) => {
          const at = rank(doc.journeyStage);
          return doc.type === type && doc.documentId === document && at >= 0 && at <= resolve;
        })
    );
    if (!own && !inTime) leaking += 1;
  }
  return fraction(leaking, all);
}

function fraction(part: number, of: number): Share {
  return { figure: of === 0 ? null : part / of, part, of };
}

/** Median and 90th percentile by linear interpolation between neighbours. */
function spread(values: number[]): Percentiles {
  const sorted = values.slice().sort((a, b) => a - b);
  const at = (share: number): number | null => {
    if (sorted.length === 0) return null;
    const place = share * (sorted.length - 1);
    const low = Math.trunc(place);
    const high = Math.min(low + 1, sorted.length - 1);
    const [a, b] = [sorted[low] ?? NaN, sorted[high] ?? NaN];
    return a * (1 - (place - low)) + b * (place - low);
  };
  return { median: at(0.5), p90: at(0.9), count: values.length };
}
