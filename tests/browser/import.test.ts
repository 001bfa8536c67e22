/** `npm run demo -- --import FILE`: a content library goes in row by row, and what does not fit is told. */
import knex from 'knex';
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SITE = join(__dirname, '..', '..', 'playground');
const SCRIPT = join(SITE, 'dist', 'demo', 'seed.js');
const MINUTE = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'buyer-journey-import-'));
const databaseFile = join(folder, 'data.db');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const piece = (slug: string, more: object = {}) => ({
  ...{ type: 'blog', slug, title: `About ${slug}`, description: 'In short', body: '# At length' },
  ...{ publishedAt: '2024-03-05', author: 'Ada', tags: ['one', 'two'] },
  ...more,
});

interface Import {
  code: number | null;
  lines: string[];
  /** What the progress bar was told: rows done, of how many. */
  progress: string[];
}

interface Message {
  kind: string;
  label: string;
  text: string;
  done: number;
  total: number;
}

/** Imports a file with this content, as `npm run demo` does. */
async function importFile(content: string): Promise<Import> {
  const file = join(folder, 'library.json');
  writeFileSync(file, content);
  const child = fork(SCRIPT, ['--import', file], {
    cwd: SITE,
    env: {
      ...process.env,
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: databaseFile,
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const result: Import = { code: null, lines: [], progress: [] };
  child.on('message', ({ kind, label, text, done, total }: Message) => {
    if (kind !== 'progress') result.lines.push(text);
    else if (label === 'Importing') result.progress.push(`${done}/${total}`);
  });
  result.code = await new Promise((resolve) => child.once('exit', resolve));
  return result;
}

/** Versions of articles in the database. */
async function articles(): Promise<unknown[]> {
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename: databaseFile },
    useNullAsDefault: true,
  });
  try {
    return await database('articles')
      .select<object[]>('slug', 'category', 'topics', 'published_at')
      .orderBy(['slug', 'published_at']);
  } finally {
    await database.destroy();
  }
}

test(
  'loads what fits, once, and reports each row that does not',
  async () => {
    const rows = [
      piece('first'),
      piece('second', { publishedAt: null }),
      piece('first'),
      piece('untitled', { title: '' }),
      piece('undated', { publishedAt: 'yesterday' }),
      piece('odd', { rating: 5 }),
      'not even a row',
    ];
    const first = await importFile(JSON.stringify(rows));
    expect(first.code).toBe(0);
    expect(first.progress).toEqual(rows.map((_, index) => `${index + 1}/${rows.length}`));
    expect(first.lines).toEqual([
      'Imported 2 of 7, refused 5.',
      '  row 3 (first): slug is taken by an earlier article',
      '  row 4 (untitled): title is empty',
      '  row 5 (undated): publishedAt is not a date such as 2026-01-31',
      '  row 6 (odd): has unknown keys: rating',
      '  row 7: is not an object',
    ]);
    const loaded = await articles();
    expect(loaded).toEqual([
      { slug: 'first', category: 'blog', topics: 'one, two', published_at: null },
      {
        ...{ slug: 'first', category: 'blog', topics: 'one, two' },
        published_at: Date.parse('2024-03-05'),
      },
      { slug: 'second', category: 'blog', topics: 'one, two', published_at: null },
      {
        ...{ slug: 'second', category: 'blog', topics: 'one, two' },
        published_at: expect.any(Number) as number,
      },
    ]);

    const again = await importFile(JSON.stringify(rows.slice(0, 2)));
    expect(again.lines).toContain('Imported 0 of 2, refused 2.');
    expect(await articles()).toEqual(loaded);
  },
  3 * MINUTE
);

test(
  'refuses a file that is no library, and says why',
  async () => {
    for (const [content, reason] of [
      ['', 'is empty'],
      ['{ "a": 1 }', 'is not a list'],
      ['[ oops', 'is not JSON'],
    ] as const) {
      const { code, lines } = await importFile(content);
      expect([code, lines]).toEqual([1, [expect.stringContaining(reason)]]);
    }
  },
  MINUTE
);
