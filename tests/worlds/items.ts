/** Random items beside a random world: what sales heard, when, and what answers it. */
import fc from 'fast-check';

import { getService } from '../../server/src/services';
import { documentsOf, rowsOf } from '../../server/src/strapi';
import { aRep } from '../site/people';
import { ITEM_UID } from '../site/sales';
import type { Site } from '../site/site';
import { DAY, PERSONA, STAGE } from './build';
import { TAGGED_UIDS } from './site-types';

const ECHO = 'plugin::buyer-journey.echo';
const ANSWER = 'plugin::buyer-journey.answer';
const DEMAND = 'plugin::buyer-journey.demand';

/** Numbers are taken modulo as many stages, personas or documents as there are. */
export interface ItemPlan {
  kind: 'question' | 'objection' | 'request' | null;
  stage: number | null;
  resolveBy: number | null;
  personas: number[];
  state: 'received' | 'accepted' | 'declined' | 'merged';
  /** Days ago. */
  broughtIn: number;
  echoes: number[];
  published: boolean;
  /** Documents of the world in the ledger of answers; one that is no longer there too. */
  answers: number[];
}

const days = fc.oneof(fc.nat(400), fc.double({ min: 0, max: 5, noNaN: true }));

export const itemPlans: fc.Arbitrary<ItemPlan[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('question', 'question', 'objection', 'objection', 'request', null),
    stage: fc.option(fc.nat(6), { freq: 4 }),
    resolveBy: fc.option(fc.nat(6), { freq: 1 }),
    personas: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
    state: fc.constantFrom('received', 'received', 'accepted', 'accepted', 'declined', 'merged'),
    broughtIn: days,
    echoes: fc.array(days, { maxLength: 3 }),
    published: fc.boolean(),
    answers: fc.array(fc.nat(40), { maxLength: 1 }),
  }),
  { maxLength: 22, size: 'max' }
);

interface Ref {
  documentId: string;
}

/** Removes all items, which would keep stages and personas from going. */
export async function clearItems({ strapi }: Site): Promise<void> {
  for (const uid of [ITEM_UID, ECHO, ANSWER, DEMAND]) {
    await strapi.db.query(uid).deleteMany({});
  }
}

/** Replaces whatever items the site holds by the planned ones. */
export async function buildItems(site: Site, plans: ItemPlan[], now: number): Promise<void> {
  const { strapi } = site;
  await clearItems(site);
  const inOrder = (uid: string) => rowsOf<Ref>(strapi, uid).findMany({ orderBy: { slug: 'asc' } });
  const [stages, personas] = [await inOrder(STAGE), await inOrder(PERSONA)];
  const documents = await everyDocument(site);
  const rep =
    (await rowsOf<Ref>(strapi, 'plugin::buyer-journey.rep').findMany({}))[0] ??
    (await aRep(site, 'Maya Roth'));
  const pick = (from: Ref[], number: number | null) =>
    number === null ? null : (from[number % from.length]?.documentId ?? null);

  for (const [index, plan] of plans.entries()) {
    const versions = documentsOf<Ref>(strapi, ITEM_UID) as unknown as {
      create(params: object): Promise<Ref>;
      publish(params: object): Promise<unknown>;
    };
    const { documentId } = await versions.create({
      data: {
        buyerWords: `Why ${index}?`,
        stage: pick(stages, plan.stage),
        resolveByStage: pick(stages, plan.resolveBy),
        personas: [...new Set(plan.personas.flatMap((number) => pick(personas, number) ?? []))],
        answer: [{ type: 'paragraph', children: [{ type: 'text', text: 'So.' }] }],
      },
    });
    if (plan.published) await versions.publish({ documentId });
    // Past the rules on changes of state, as an import writes them.
    const createdAt = new Date(now - plan.broughtIn * DAY);
    await strapi.db.query(ITEM_UID).updateMany({
      where: { documentId, publishedAt: { $null: true } },
      data: { createdAt, workflowState: plan.state, kind: plan.kind },
    });
    for (const [number, echo] of plan.echoes.entries()) {
      const heardAt = new Date(now - echo * DAY);
      const row = { item: documentId, origin: documentId, rep: rep.documentId, heardAt };
      await strapi.db.query(ECHO).create({ data: { ...row, day: String(number), byMerge: false } });
    }
    for (const number of plan.answers) {
      const [type, document] = documents[number % documents.length] ?? ['', ''];
      const row = { item: documentId, type, document, answeredAt: new Date(now) };
      await strapi.db.query(ANSWER).create({ data: row });
    }
  }
  await getService(strapi, 'sales-sourced-admin').reconcileDemand();
}

/** Type and document id of all documents, live or not, and of one that is gone. */
async function everyDocument({ strapi }: Site): Promise<[string, string][]> {
  const documents: [string, string][] = [['api::faq.faq', 'gone']];
  for (const uid of TAGGED_UIDS) {
    const rows = await rowsOf<Ref>(strapi, uid).findMany({ orderBy: { id: 'asc' } });
    documents.push(...rows.map(({ documentId }): [string, string] => [uid, documentId]));
  }
  return documents;
}
