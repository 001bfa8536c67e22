/**
 * How long coverage takes, next to what it must beat: one Document Service count per cell and type.
 * `BENCH_DOCUMENTS` (10000), `BENCH_ROUNDS` (7) and `DATABASE_CLIENT` (sqlite) set what is measured.
 */
import type { Coverage } from '../../contracts/coverage';
import { documentsOf } from '../../server/src/strapi';
import { get, signIn } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import type { Site } from '../site/site';
import { BENCH_TYPES, fill, UIDS, type Terms } from './fill';
import { measure, median, table } from './measure';

const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 10_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
/** The slow way is measured less often. */
const SLOW_ROUNDS = Math.max(1, Math.ceil(ROUNDS / 3));

async function coverageOf(site: Site, token: string, search: string): Promise<Coverage> {
  const { status, body } = await get(site, `/buyer-journey/coverage?${search}`, token);
  if (status !== 200) throw new Error(body.error?.message);
  return body.data as Coverage;
}

interface Statement {
  sql: string;
  bindings: unknown[];
}

/** The statements of a coverage request that count documents. */
async function countingStatements(work: () => Promise<unknown>, site: Site): Promise<Statement[]> {
  const statements: Statement[] = [];
  const listen = ({ sql, bindings }: Statement) => {
    if (sql.includes('mask0')) statements.push({ sql: sql.replaceAll(/\$\d+/g, '?'), bindings });
  };
  site.strapi.db.connection.on('query', listen);
  await work();
  site.strapi.db.connection.off('query', listen);
  return statements;
}

/** One Document Service count per cell and type; the sum is compared with the matrix. */
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

async function run(site: Site): Promise<void> {
  const terms = await fill(site, DOCUMENTS);
  const token = await signIn(site);
  const inEnglish = () => coverageOf(site, token, 'locale=en');
  const inAnyLocale = () => coverageOf(site, token, '');

  const { cells, totals } = await inEnglish();
  const expected = cells.reduce((sum, { documents }) => sum + documents, 0);
  const counted = await countCellByCell(site, terms);
  if (counted !== expected || totals.documents !== DOCUMENTS) {
    throw new Error(`Coverage counts ${expected} in its cells, the Document Service ${counted}.`);
  }

  const statements = await countingStatements(inEnglish, site);
  const sqlAlone = async () => {
    for (const { sql, bindings } of statements) {
      await site.strapi.db.connection.raw(sql, bindings as string[]);
    }
  };
  const request = await median(ROUNDS, inEnglish);
  const results: [string, number][] = [
    ['coverage request, one locale', request],
    ['coverage request, any locale', await median(ROUNDS, inAnyLocale)],
    [`its ${statements.length} counting statements alone`, await median(ROUNDS, sqlAlone)],
    [
      `${cells.length * UIDS.length} Document Service counts, one per cell and type`,
      await median(SLOW_ROUNDS, () => countCellByCell(site, terms)),
    ],
  ];
  process.stdout.write(
    `\nCoverage on ${DATABASE_CLIENT}: ${DOCUMENTS.toLocaleString('en')} documents of ${UIDS.length} types, ` +
      `${terms.stages.length} stages, ${terms.personas.length} personas, medians of ${ROUNDS} rounds ` +
      `(${SLOW_ROUNDS} of the slow way)\n\n${table(results, request)}\n`
  );
}

measure({ types: BENCH_TYPES }, run);
