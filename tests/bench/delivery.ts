/**
 * How long a page of content over five types takes, next to Strapi's own routes: one of them, and all five as a site
 * would call them. `BENCH_DOCUMENTS` (10000), `BENCH_ROUNDS` (15), `BENCH_SECONDS` (30) under load and `DATABASE_CLIENT` (sqlite)
 * set what is measured.
 */
import type { ContentPage } from '../../contracts/delivery';
import { allowPublic, get } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import { addLocales } from '../site/locales';
import type { Site } from '../site/site';
import { addDocuments, BENCH_TYPES, SECOND_LOCALE, UIDS } from './fill';
import { underLoad, type Load } from './load';
import { limitTable, measure, medians, table, type Limit } from './measure';
import { planOf, statementsOf } from './statements';
import { growTerms, type Terms } from './tags';

const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 10_000);
const FEW_DOCUMENTS = Math.ceil(DOCUMENTS / 10);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);
const GRID = { stages: 6, personas: 8 };
const PAGE_SIZE = 25;

const CONTENT = `/api/buyer-journey/content?stage=stage-2&persona=persona-3&pageSize=${PAGE_SIZE}`;
/** The same filters, order and page size on a type's own route, with the tags that content tells of. */
const NATIVE = BENCH_TYPES.map(({ info }) => {
  const populate = ['journeyStage', 'personas', 'contributors'];
  return `/api/${info.pluralName}?${[
    'filters[journeyStage][slug][$eq]=stage-2',
    'filters[personas][slug][$eq]=persona-3',
    ...populate.map((tag, index) => `populate[${index}]=${tag}`),
    'sort=publishedAt:desc',
    `pagination[pageSize]=${PAGE_SIZE}`,
  ].join('&')}`;
});
const [FIRST_NATIVE = ''] = NATIVE;

function requests(site: Site) {
  const ask = async (path: string) => {
    const { status, body } = await get(site, path);
    if (status !== 200) throw new Error(`${path}: ${body.error?.message}`);
    return body;
  };
  const content = (more = '') => ask(CONTENT + more) as unknown as Promise<ContentPage>;
  return {
    content,
    native: () => ask(FIRST_NATIVE),
    /** The leanest that a site can ask one route for: title and tags, uncounted. */
    lean: () => ask(`${FIRST_NATIVE}&pagination[withCount]=false&fields[0]=title`),
    five: () => Promise.all(NATIVE.map(ask)),
    expanded: (pageSize: number, more = '') =>
      ask(`/api/buyer-journey/content?expand=true&populate=*&pageSize=${pageSize}${more}`),
  };
}

/** The cursor of the last page of a walk, and how many entries the walk met. */
async function walk(content: (more?: string) => Promise<ContentPage>) {
  let last = '';
  let entries = 0;
  for (let page = await content(); ;) {
    entries += page.data.length;
    const { nextCursor } = page.meta.pagination;
    if (nextCursor === null) return { last: last && `&cursor=${last}`, entries };
    last = nextCursor;
    page = await content(`&cursor=${nextCursor}`);
  }
}

/** @throws {Error} when whole entries of a type cost more statements the more of them there are. */
async function statementsOfType(site: Site, ask: ReturnType<typeof requests>): Promise<number> {
  const few = await statementsOf(site, () => ask.expanded(50, '&type=articles'));
  const many = await statementsOf(site, () => ask.expanded(100, '&type=articles'));
  if (few.length !== many.length) {
    throw new Error(`${few.length} statements for 50 whole entries, ${many.length} for 100.`);
  }
  return many.length;
}

async function run(site: Site): Promise<void> {
  const terms: Terms = { stages: [], personas: [], reps: [] };
  await addLocales(site, SECOND_LOCALE);
  await growTerms(site, terms, GRID);
  await allowPublic(
    site,
    ...UIDS.map((uid) => `${uid}.find`),
    ...['stage', 'persona', 'rep', 'content'].map((name) => `plugin::buyer-journey.${name}.find`)
  );
  const ask = requests(site);

  await addDocuments(site, terms, { from: 0, to: FEW_DOCUMENTS });
  const few = await medians(ROUNDS, { first: () => ask.content() });

  await addDocuments(site, terms, { from: FEW_DOCUMENTS, to: DOCUMENTS });
  const { last, entries } = await walk(ask.content);
  const { meta } = await ask.content('&withCount=true');
  if (meta.pagination.total !== entries) {
    throw new Error(`The walk met ${entries} entries of ${meta.pagination.total}.`);
  }
  const statements = await statementsOf(site, () => ask.content());
  const whole = await statementsOfType(site, ask);
  const times = await medians(ROUNDS, {
    first: () => ask.content(),
    last: () => ask.content(last),
    counted: () => ask.content('&withCount=true'),
    native: ask.native,
    lean: ask.lean,
    five: ask.five,
    expanded: () => ask.expanded(PAGE_SIZE),
  });
  const [union] = statements.filter(({ sql }) => sql.includes('union all'));
  const plan = union ? await planOf(site, union) : [];

  const ours = await underLoad(site, [CONTENT], SECONDS);
  const fiveCalls = await underLoad(site, NATIVE, SECONDS);

  const fewer = FEW_DOCUMENTS.toLocaleString('en');
  const results: [string, number][] = [
    ['content, page 1 of stage and persona over five types', times.first],
    [`content, last page of ${entries.toLocaleString('en')} entries`, times.last],
    ['content, page 1 with its count', times.counted],
    [`content, page 1 of ${fewer} documents`, few.first],
    ['content, page of whole entries, all populated', times.expanded],
    ['one type’s own route', times.native],
    ['one type’s own route, title and tags alone, uncounted', times.lean],
    ['five types’ own routes at once', times.five],
  ];
  process.stdout.write(
    `\nDelivery on ${DATABASE_CLIENT}: ${DOCUMENTS.toLocaleString('en')} documents of ${UIDS.length} types, ` +
      `${statements.length} statements for a page, ${whole} for a page of whole entries of one type, whatever its size, ` +
      `medians of ${ROUNDS} rounds\n\n${table(results, times.native)}\n\n` +
      `${loadLine('content', ours, 1)}\n${loadLine('five routes', fiveCalls, NATIVE.length)}\n\n` +
      `${limitTable(limitsOf(times, few.first, ours, fiveCalls))}\n\nPlan of the page:\n${plan.join('\n')}\n`
  );
}

type Times = Record<'first' | 'last' | 'native' | 'five', number>;

function limitsOf(times: Times, few: number, ours: Load, fiveCalls: Load): Limit[] {
  return [
    { name: 'page 1 / one native route', ratio: times.first / times.native, atMost: 1.5 },
    { name: 'five native routes / page 1', ratio: times.five / times.first, atLeast: 3 },
    { name: 'page 1 / page 1 of a tenth', ratio: times.first / few, atMost: 1.5 },
    { name: 'last page / page 1', ratio: times.last / times.first, atMost: 1.5 },
    {
      name: 'rate / rate of the five-call way',
      ratio: ours.rate / (fiveCalls.rate / NATIVE.length),
      atLeast: 2,
    },
    { name: 'errors under load, and one', ratio: ours.errors + 1, atMost: 1 },
    {
      name: 'memory after / before load',
      ratio: ours.memoryAfter / ours.memoryBefore,
      atMost: 1.2,
    },
  ];
}

const loadLine = (name: string, load: Load, calls: number) =>
  `${name}, ${load.connections} connections for ${SECONDS} s: ${(load.rate / calls).toFixed(0)} pages a second, ` +
  `${load.errors} errors, median ${load.median} ms, 99th percentile ${load.p99} ms, ` +
  `heap ${load.memoryBefore.toFixed(0)} MB before, ${load.memoryAfter.toFixed(0)} MB after`;

measure({ types: BENCH_TYPES }, run);
