/**
 * How long it takes to merge a stage and a persona that many entries have, to list their uses, and to undo it.
 * `BENCH_DOCUMENTS` (22000, so that about 10,000 have the stage) and `DATABASE_CLIENT` (sqlite) set what is
 * measured.
 */
import type { TermUses } from '../../contracts/taxonomy-terms';
import { call, get, signIn } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import { addLocales } from '../site/locales';
import type { Site } from '../site/site';
import { addDocuments, BENCH_TYPES, SECOND_LOCALE } from './fill';
import { measure } from './measure';
import { growTerms, type Terms } from './tags';

const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 22_000);

interface Term {
  documentId: string;
  slug: string;
}

async function run(site: Site): Promise<void> {
  await addLocales(site, SECOND_LOCALE);
  const terms: Terms = { stages: [], personas: [], reps: [] };
  await growTerms(site, terms, { stages: 2, personas: 3 });
  await addDocuments(site, terms, { from: 0, to: DOCUMENTS });
  const token = await signIn(site);
  const lines: string[] = [];
  for (const [kind, of] of [
    ['stages', terms.stages],
    ['personas', terms.personas],
  ] as const) {
    const [from, into] = of as unknown as [Term, Term];
    const path = `/buyer-journey/taxonomy/${kind}/${from.documentId}`;
    const timed = async (what: string, work: () => Promise<{ status: number; text: string }>) => {
      const start = performance.now();
      const { status, text } = await work();
      if (status !== 200) throw new Error(`${what}: ${status} ${text.slice(0, 400)}`);
      lines.push(`${kind}  ${what.padEnd(22)} ${(performance.now() - start).toFixed(0)} ms`);
      return text;
    };
    const uses = JSON.parse(
      await timed('uses by type', () => get(site, `${path}/uses`, token))
    ) as {
      data: TermUses;
    };
    const list = await timed('list as CSV', () => get(site, `${path}/uses.csv`, token));
    lines.push(`${kind}  ${uses.data.total} documents, ${list.split('\r\n').length} lines`);
    await timed('merge', () =>
      call(site, 'POST', `${path}/merge`, { token, body: { into: into.documentId } })
    );
    await timed('undo', async () => {
      const form = new FormData();
      form.append('file', new Blob([list]), 'uses.csv');
      const response = await fetch(`${site.url}/buyer-journey/taxonomy/merges/undo`, {
        ...{ method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form },
      });
      return { status: response.status, text: await response.text() };
    });
  }
  process.stdout.write(
    `\nMerging on ${DATABASE_CLIENT}: ${DOCUMENTS.toLocaleString('en')} documents\n\n${lines.join('\n')}\n`
  );
}

measure({ types: BENCH_TYPES }, run);
