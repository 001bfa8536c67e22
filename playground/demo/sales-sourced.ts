import { itemData, type ItemData } from './data-shapes';
import { readList } from './data';
import { daysAgo, documentsOf, rowsOf, setDates, type Strapi } from './documents';
import type { TagTargets } from './content';
import { eachWithProgress } from './report';
import { idOf, idOrNull } from './taxonomy';

const UID = 'plugin::buyer-journey.sales-sourced';

/** How long an item waited until its answer was published. */
const DAYS_TO_ANSWER = 4;

/** Creates what sales brought in, and publishes what is answered with a byline. */
export async function seedItems(strapi: Strapi, references: TagTargets): Promise<void> {
  const items = readList('sales-sourced.json', itemData);
  const created = new Map<string, string>();
  await eachWithProgress('Sales-sourced items', items, async (item, index) => {
    const documentId = await createItem(strapi, item, references);
    await echoItem(strapi, item, documentId, index, references);
    await dateLedgers(strapi, item, documentId);
    created.set(item.slug, documentId);
  });
  for (const { slug, mergedInto } of items) {
    if (mergedInto) await mergeItem(strapi, idOf(created, slug), idOf(created, mergedInto));
  }
  // The dates above were written past the plugin.
  await inboxOf(strapi).reconcileDemand();
}

interface InboxService {
  merge(item: string, how: { into: string; revision: string }): Promise<void>;
  reconcileDemand(): Promise<void>;
}

const inboxOf = (strapi: Strapi) =>
  strapi.plugin('buyer-journey').service<InboxService>('sales-sourced-admin');

/** Makes an item part of another one, as somebody in the inbox would. */
async function mergeItem(strapi: Strapi, documentId: string, into: string): Promise<void> {
  const where = { documentId, publishedAt: { $null: true } };
  const item = await rowsOf(strapi, UID).findOne({ where });
  if (!item?.updatedAt) throw new Error(`There is no item ${documentId}.`);
  const revision = new Date(item.updatedAt).toISOString();
  await inboxOf(strapi).merge(documentId, { into, revision });
}

/** Lets up to three other reps have heard the same since, spread over the time. */
async function echoItem(
  strapi: Strapi,
  { rep, broughtInDaysAgo }: ItemData,
  item: string,
  index: number,
  { reps }: TagTargets
): Promise<void> {
  const others = [...reps.keys()].filter((slug) => slug !== rep);
  const count = (index * 7) % 4;
  for (let heard = 0; heard < count; heard += 1) {
    const slug = others[(index + heard) % others.length];
    if (slug === undefined) continue;
    const heardAt = daysAgo(Math.floor((broughtInDaysAgo * (heard + 1)) / (count + 1)));
    const day = heardAt.toISOString().slice(0, 10);
    const data = { item, origin: item, rep: idOf(reps, slug), day, heardAt };
    await rowsOf(strapi, 'plugin::buyer-journey.echo').create({ data });
  }
}

/** The history begins, and the answer was given, when the item says so and not when it was seeded. */
async function dateLedgers(strapi: Strapi, item: ItemData, documentId: string): Promise<void> {
  const where = { item: documentId };
  const data = { at: daysAgo(item.broughtInDaysAgo) };
  await rowsOf(strapi, 'plugin::buyer-journey.item-event').updateMany({ where, data });
  const answeredAt = answeredOn(item);
  const answered = { linkedAt: answeredAt, answeredAt };
  await rowsOf(strapi, 'plugin::buyer-journey.answer').updateMany({ where, data: answered });
}

function answeredOn({ broughtInDaysAgo }: ItemData): Date {
  return daysAgo(Math.max(0, broughtInDaysAgo - DAYS_TO_ANSWER));
}

async function createItem(
  strapi: Strapi,
  item: ItemData,
  { stages, personas, reps }: TagTargets
): Promise<string> {
  const { broughtInDaysAgo, published, mergedInto: _mergedLater, ...texts } = item;
  const documents = documentsOf(strapi, UID);
  const { documentId } = await documents.create({
    data: {
      ...texts,
      answer: texts.answer === null ? null : paragraph(texts.answer),
      // As the rep worded it.
      approvedWording: texts.answer,
      stage: idOrNull(stages, item.stage),
      resolveByStage: idOrNull(stages, item.resolveByStage),
      personas: item.personas.map((slug) => idOf(personas, slug)),
      rep: idOf(reps, item.rep),
      contributors: item.contributors.map((slug) => idOf(reps, slug)),
    },
  });
  const createdAt = daysAgo(broughtInDaysAgo);
  const answered = answeredOn(item);
  const dates = { createdAt, updatedAt: published ? answered : createdAt };
  await setDates(strapi, UID, { documentId, live: false }, dates);
  if (!published) return documentId;
  await documents.publish({ documentId });
  await setDates(strapi, UID, { documentId, live: true }, { ...dates, publishedAt: answered });
  await setDates(strapi, UID, { documentId, live: false }, dates);
  return documentId;
}

/** A text as a document of Strapi's block editor. */
function paragraph(text: string): object[] {
  return [{ type: 'paragraph', children: [{ type: 'text', text }] }];
}
