/**
 * How long coverage takes, next to what it must beat: one Document Service count per cell and type.
 * `BENCH_DOCUMENTS` (10000), `BENCH_ROUNDS` (7) and `DATABASE_CLIENT` (sqlite) set what is measured.
 */
import type { Coverage } from '../../contracts/coverage';
import { documentsOf } from '../../server/src/strapi';
import { get, signIn } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import { addLocales } from '../site/locales';
import type { Site } from '../site/site';
import { addDocuments, BENCH_TYPES, SECOND_LOCALE, tagAnew, UIDS } from './fill';
import { addItems } from './fill-items';
import { limitTable, measure, median, medians, table, type Limit } from './measure';
import { isCounting, planOf, runAlone, statementsOf, type Statement } from './statements';
import { growTerms, type Terms } from './tags';

const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 10_000);
const FEW_DOCUMENTS = Math.ceil(DOCUMENTS / 10);
const ITEMS = Math.ceil(DOCUMENTS / 20);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
/** The slow way is measured less often. */
const SLOW_ROUNDS = Math.max(1, Math.ceil(ROUNDS / 3));
const GRID = { stages: 6, personas: 8 };
const LARGE_GRID = { stages: 30, personas: 30 };

/** One Document Service count per cell and type, in the default locale. */
async function countCellByCell({ strapi }: Site, { stages, personas }: Terms): Promise<number> {
  let sum = 0;
  for (const uid of UIDS) {
    for (const { slug: stage } of stages) {
      const rows = [...personas.map(({ slug }) => ({ slug })), { id: { $null: true } }];
      for (const row of rows) {
        sum += await documentsOf(strapi, uid).count({
          status: 'published',
          filters: { journeyStage: { slug: stage }, personas: row },
        });
      }
    }
  }
  return sum;
}

/** Asks for coverage in all the ways that are measured. */
function requests(site: Site, token: string) {
  const ask = async (path: string) => {
    const { status, body } = await get(site, `/buyer-journey/coverage${path}`, token);
    if (status !== 200) throw new Error(body.error?.message);
    return body.data;
  };
  return {
    inEnglish: () => ask('?locale=en') as Promise<Coverage>,
    inAnyLocale: () => ask('') as Promise<Coverage>,
    demand: () => ask('/demand?locale=en'),
    fromSales: () => ask('/sales-sourced?locale=en'),
    /** Asks the database next to nothing: what signing in and permissions cost each request. */
    filters: () => ask('/filters'),
  };
}

/** @throws {Error} when coverage counts other documents than the Document Service. */
async function checkFigures(site: Site, terms: Terms, { cells, totals }: Coverage): Promise<void> {
  const expected = cells.reduce((sum, { documents }) => sum + documents, 0);
  const counted = await countCellByCell(site, terms);
  if (counted !== expected || totals.documents !== DOCUMENTS) {
    throw new Error(`Coverage counts ${expected} in its cells, the Document Service ${counted}.`);
  }
}

async function run(site: Site): Promise<void> {
  const terms: Terms = { stages: [], personas: [], reps: [] };
  await addLocales(site, SECOND_LOCALE);
  await growTerms(site, terms, GRID);
  const { inEnglish, inAnyLocale, demand, fromSales, filters } = requests(site, await signIn(site));

  await addDocuments(site, terms, { from: 0, to: FEW_DOCUMENTS });
  const few = await medians(ROUNDS, { inEnglish, inAnyLocale });

  await addDocuments(site, terms, { from: FEW_DOCUMENTS, to: DOCUMENTS });
  await addItems(site, { items: ITEMS, ...GRID });
  await checkFigures(site, terms, await inEnglish());
  const all = await statementsOf(site, inEnglish);
  const counting = all.filter(isCounting);
  const countingAnyLocale = (await statementsOf(site, inAnyLocale)).filter(isCounting);
  const times = await medians(ROUNDS, {
    ...{ inEnglish, inAnyLocale, demand, fromSales, filters },
    alone: () => runAlone(site, all),
    countingAlone: () => runAlone(site, counting),
    countingAnyLocaleAlone: () => runAlone(site, countingAnyLocale),
  });
  const plan = await planOf(site, counting[0] as Statement);
  const slow = await median(SLOW_ROUNDS, () => countCellByCell(site, terms));

  await growTerms(site, terms, LARGE_GRID);
  await tagAnew(site, terms, DOCUMENTS);
  const large = await medians(ROUNDS, { inEnglish, inAnyLocale });

  const grid = `${GRID.stages} x ${GRID.personas} cells`;
  const largeGrid = `${LARGE_GRID.stages} x ${LARGE_GRID.personas} cells`;
  const counts = UIDS.length * GRID.stages * (GRID.personas + 1);
  const fewer = `${FEW_DOCUMENTS.toLocaleString('en')} documents`;
  const results: [string, number][] = [
    ['coverage request, one locale', times.inEnglish],
    [`its ${counting.length} counting statements alone`, times.countingAlone],
    [`all its ${all.length} statements alone`, times.alone],
    ['coverage request, any locale', times.inAnyLocale],
    [
      `its ${countingAnyLocale.length} counting statements alone, any locale`,
      times.countingAnyLocaleAlone,
    ],
    ['demand beside coverage', times.demand],
    ['sales-sourced share', times.fromSales],
    ['a request that counts nothing', times.filters],
    [`coverage request, one locale, ${fewer}`, few.inEnglish],
    [`coverage request, any locale, ${fewer}`, few.inAnyLocale],
    [`coverage request, one locale, ${largeGrid}`, large.inEnglish],
    [`coverage request, any locale, ${largeGrid}`, large.inAnyLocale],
    [`${counts} Document Service counts, one per cell and type`, slow],
  ];
  const limits: Limit[] = [
    {
      name: 'one count per cell and type / coverage request',
      ratio: slow / times.inEnglish,
      atLeast: DATABASE_CLIENT === 'sqlite' ? 40 : 20,
      aside: DOCUMENTS < 100_000 ? 'from 100,000 documents on' : undefined,
    },
    {
      name: 'coverage request / all its statements alone',
      ratio: times.inEnglish / times.alone,
      atMost: 1.5,
    },
    {
      name: `${largeGrid} / ${grid}, one locale`,
      ratio: large.inEnglish / times.inEnglish,
      atMost: 1.3,
    },
    {
      name: `${largeGrid} / ${grid}, any locale`,
      ratio: large.inAnyLocale / times.inAnyLocale,
      atMost: 1.3,
    },
    {
      name: `10 times as many documents as ${fewer}, one locale`,
      ratio: times.inEnglish / few.inEnglish,
      atMost: 10,
    },
    {
      name: `10 times as many documents as ${fewer}, any locale`,
      ratio: times.inAnyLocale / few.inAnyLocale,
      atMost: 10,
    },
  ];
  process.stdout.write(
    `\nCoverage on ${DATABASE_CLIENT}: ${DOCUMENTS.toLocaleString('en')} documents of ${UIDS.length} types, ` +
      `${grid}, ${ITEMS.toLocaleString('en')} items, medians of ${ROUNDS} rounds ` +
      `(${SLOW_ROUNDS} of the slow way)\n\n${table(results, times.inEnglish)}\n\n${limitTable(limits)}\n\n` +
      `Plan of one counting statement:\n${plan.join('\n')}\n`
  );
}

measure({ types: BENCH_TYPES }, run);
