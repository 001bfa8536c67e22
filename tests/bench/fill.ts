/** Fills a site with tagged documents, by bulk insert: the Document Service would take hours. */
import { modelOf, type JoinTable } from '../../server/src/strapi';
import { aPersona, aStage } from '../site/people';
import type { Site } from '../site/site';
import { contentType } from '../site/types';

export const BENCH_TYPES = [
  ...['article', 'guide', 'story', 'page'].map((name) => contentType(name, { localized: true })),
  contentType('faq', { draftAndPublish: false }),
];
export const UIDS = BENCH_TYPES.map(({ info: { singularName: name } }) => `api::${name}.${name}`);
const STAGES = 6;
const PERSONAS = 8;

const DAY = 24 * 60 * 60 * 1000;
/** Rows per statement, within what SQLite takes. */
const CHUNK = 500;

interface Term {
  id: number;
  slug: string;
}

export interface Terms {
  stages: Term[];
  personas: Term[];
}

/**
 * Makes six stages, eight personas and `documents` documents over the types, each with a draft and a
 * published version in English. One in ten has no stage, one in four no persona, the others up to three.
 */
export async function fill(site: Site, documents: number): Promise<Terms> {
  const terms: Terms = { stages: [], personas: [] };
  for (let position = 0; position < STAGES; position += 1) {
    terms.stages.push((await aStage(site, `Stage-${position}`, { position })) as unknown as Term);
  }
  for (let position = 0; position < PERSONAS; position += 1) {
    terms.personas.push(
      (await aPersona(site, `Persona-${position}`, { position })) as unknown as Term
    );
  }
  for (const [index, uid] of UIDS.entries()) {
    const share = Math.floor(documents / UIDS.length);
    const rest = index === 0 ? documents - share * UIDS.length : 0;
    await fillType(site, uid, share + rest, terms);
  }
  return terms;
}

async function fillType(site: Site, uid: string, documents: number, terms: Terms): Promise<void> {
  const model = modelOf(site.strapi, uid);
  if (!model) throw new Error(`There is no ${uid}.`);
  const { stages, personas } = terms;
  const rows: object[] = [];
  const stageLinks: object[] = [];
  const personaLinks: object[] = [];
  const stageLink = model.attributes.journeyStage?.joinTable as JoinTable;
  const personaLink = model.attributes.personas?.joinTable as JoinTable;
  const link = ({ joinColumn, inverseJoinColumn }: JoinTable, row: number, { id }: Term) => ({
    [joinColumn.name]: row,
    [inverseJoinColumn.name]: id,
  });
  const draftAndPublish = uid !== 'api::faq.faq';
  const next = dice(uid.length);
  for (let index = 0; index < documents; index += 1) {
    const stage = next(10) === 0 ? undefined : stages[next(stages.length)];
    const first = next(personas.length);
    const meant = Array.from(
      { length: next(4) },
      (_, nth) => personas[(first + nth) % personas.length] as Term
    );
    const published = new Date(Date.now() - next(400) * DAY);
    for (const publishedAt of draftAndPublish ? [null, published] : [published]) {
      const id = rows.length + 1;
      rows.push({
        id,
        document_id: `bench${String(index).padStart(19, '0')}`,
        title: `Entry ${index}`,
        locale: draftAndPublish ? 'en' : null,
        published_at: publishedAt,
        created_at: published,
        updated_at: published,
      });
      if (stage) stageLinks.push(link(stageLink, id, stage));
      for (const persona of meant) personaLinks.push(link(personaLink, id, persona));
    }
  }
  const { connection } = site.strapi.db;
  await connection.batchInsert(model.tableName, rows, CHUNK);
  await connection.batchInsert(stageLink.name, stageLinks, CHUNK);
  await connection.batchInsert(personaLink.name, personaLinks, CHUNK);
}

/** Numbers below `sides` that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}
