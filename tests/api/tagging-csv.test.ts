/** Tags as CSV: out with all that a person may read, and back in, all or nothing. */
import Papa from 'papaparse';

import type { TagsImportReport } from '../../contracts/tagging-csv';
import { linkTableOf, tableNameOf } from '../../server/src/strapi';
import { get, signIn, type Permission } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import { createDocument, emptyTypes, publishDocument, versionsOf } from '../site/documents';
import { addLocales } from '../site/locales';
import { openTransaction, untilSomebodyWaits, within } from '../site/locks';
import { aPersona, aRep, aStage, changeRep, type Doc } from '../site/people';
import { startSite, type Site } from '../site/site';
import { addEntries, tagsOf } from '../site/tagging';
import { contentType } from '../site/types';
import { uploadCsv } from '../site/upload';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const TAGS = '/buyer-journey/tagging/tags.csv';
const TAG = 'plugin::buyer-journey.tagging.tag';

let site: Site;
let token: string;
const terms: Record<string, Doc> = {};
beforeAll(async () => {
  site = await startSite({
    types: [
      contentType('article', { localized: true }),
      contentType('faq', { draftAndPublish: false }),
      contentType('page', { enabled: undefined }),
    ],
  });
  await addLocales(site, 'de');
  token = await signIn(site);
  terms.awareness = await aStage(site, 'Awareness');
  terms.decision = await aStage(site, 'Decision', { position: 1 });
  terms.cfo = await aPersona(site, 'CFO');
  terms.champion = await aPersona(site, 'Champion');
  terms.maya = await aRep(site, 'Maya');
  terms.tom = await aRep(site, 'Tom');
});
afterAll(() => site.remove());
beforeEach(async () => {
  await emptyTypes(site, ARTICLE, FAQ);
  await changeRep(site, idOf('tom'), { bylineConsent: true });
});

const idOf = (slug: string) => terms[slug]?.documentId ?? '';
const tags = (stage: string | null, personas: string[] = [], contributors: string[] = []) => ({
  journeyStage: stage === null ? null : idOf(stage),
  personas: personas.map(idOf),
  contributors: contributors.map(idOf),
});
const article = (title: string, data: object = {}) =>
  createDocument(site, ARTICLE, { title, ...data });
async function live(title: string, data: object = {}) {
  const { documentId } = await article(title, data);
  await publishDocument(site, ARTICLE, documentId);
  return documentId;
}
async function inGerman(documentId: string, title: string) {
  await versionsOf(site, ARTICLE).update({ documentId, locale: 'de', data: { title } });
}

const importCsv = (
  content: string,
  {
    dryRun = false,
    versions = 'both',
    as = token,
  }: { dryRun?: boolean; versions?: string; as?: string } = {}
) =>
  uploadCsv<TagsImportReport>(site, `${TAGS}?dryRun=${dryRun}&versions=${versions}`, content, as);

async function exported(as = token) {
  const { status, text } = await get(site, TAGS, as);
  expect(status).toBe(200);
  const { data } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), {
    header: true,
    skipEmptyLines: true,
  });
  return { text, rows: data };
}

interface Row {
  locale: string;
  publishedAt: string | null;
  updatedAt: string;
  journeyStage: { slug: string } | null;
  personas: { slug: string }[];
  contributors: { slug: string }[];
}
/** Tags of all versions: `en draft: decision cfo,champion maya`, in alphabetical order. */
async function versions(documentId: string, uid = ARTICLE): Promise<string[]> {
  const rows = (await site.strapi.db.query(uid).findMany({
    where: { documentId },
    populate: ['journeyStage', 'personas', 'contributors'],
  })) as Row[];
  const slugs = (list: { slug: string }[]) => list.map(({ slug }) => slug).join(',');
  return rows
    .map((row) => {
      const of = [row.journeyStage?.slug ?? '-', slugs(row.personas), slugs(row.contributors)];
      return `${row.locale} ${row.publishedAt ? 'live' : 'draft'}: ${of.join(' ')}`.trim();
    })
    .sort();
}

/** What somebody who tags may do with articles. */
const taggerWith = (...permissions: [string, Partial<Permission>?][]) =>
  signIn(site, [
    { action: TAG },
    ...permissions.map(([action, more]) => ({
      ...{ action: `plugin::content-manager.explorer.${action}`, subject: ARTICLE },
      ...(action === 'publish' ? { properties: { locales: ['en', 'de'] } } : { properties: ALL }),
      ...more,
    })),
  ]);
const TAG_FIELDS = ['journeyStage', 'personas', 'contributors'];
const ALL = { fields: ['title', ...TAG_FIELDS], locales: ['en', 'de'] };

describe('an export', () => {
  test('has a row for each document and locale, with the tags of the draft', async () => {
    const one = await live('=Ours, "best"', tags('decision', ['champion', 'cfo'], ['tom', 'maya']));
    await inGerman(one, 'Unser');
    const two = await createDocument(site, FAQ, { title: 'Faq', ...tags(null) });
    const { text, rows } = await exported();
    expect(text).toMatch(/^type,documentId,locale,title,stage,personas,contributors\r\n/);
    expect(text).toContain(`"'=Ours, ""best"""`);
    const both = { type: ARTICLE, documentId: one, stage: 'decision', personas: 'champion|cfo' };
    expect(rows).toEqual([
      { ...both, locale: 'en', title: `'=Ours, "best"`, contributors: 'tom|maya' },
      { ...both, locale: 'de', title: 'Unser', contributors: 'tom|maya' },
      {
        ...{ type: FAQ, documentId: two.documentId, locale: '', title: 'Faq' },
        ...{ stage: '', personas: '', contributors: '' },
      },
    ]);
  });

  test('holds what the user may read alone, and no column that would look empty', async () => {
    await live('Ours', tags('decision', ['cfo'], ['maya']));
    await createDocument(site, FAQ, { title: 'Faq' });
    const reader = await taggerWith([
      'read',
      { properties: { fields: ['journeyStage'], locales: ['en'] } },
    ]);
    const { rows } = await exported(reader);
    expect(rows).toEqual([
      {
        type: ARTICLE,
        documentId: expect.any(String) as string,
        locale: 'en',
        title: '',
        stage: 'decision',
      },
    ]);
    // What one type hides has no column for the other one either.
    const faqs = { subject: FAQ, properties: { fields: ['title', 'journeyStage'] } };
    const both = await exported(await taggerWith(['read'], ['read', faqs]));
    expect(both.rows).toHaveLength(2);
    expect(both.text).toMatch(/^type,documentId,locale,title,stage\r\n/);
    const creator = await taggerWith(['read', { conditions: ['admin::is-creator'] }]);
    expect((await exported(creator)).rows).toEqual([]);
    expect((await exported(await signIn(site, [{ action: TAG }]))).rows).toEqual([]);
  });

  test('is read page by page', async () => {
    const data = Array.from({ length: 1203 }, (_, index) => ({
      ...{ documentId: `d${index}`, title: `Entry ${index}`, locale: 'en', publishedAt: null },
    }));
    await site.strapi.db.query(ARTICLE).createMany({ data });
    let largest = 0;
    const note = (rows: unknown) => {
      largest = Math.max(largest, Array.isArray(rows) ? rows.length : 0);
    };
    site.strapi.db.connection.on('query-response', note);
    const { rows } = await exported();
    site.strapi.db.connection.removeListener('query-response', note);
    expect(rows.map(({ documentId }) => documentId)).toEqual(
      data.map(({ documentId }) => documentId)
    );
    expect(largest).toBeLessThanOrEqual(500);
  });
});

describe('an import', () => {
  test('of an export changes nothing; of an edited one what was edited, tried first', async () => {
    const one = await live('One', tags('awareness', ['cfo'], ['maya']));
    const two = await live('Two', tags('awareness'));
    await createDocument(site, FAQ, { title: 'Faq', ...tags('decision') });
    const { text } = await exported();
    expect((await importCsv(text)).report).toEqual({
      ...{
        dryRun: false,
        rows: 3,
        changes: 0,
        unchanged: 3,
        byTitle: 0,
        errors: [],
        errorCount: 0,
      },
    });
    const edited = text.replace('One,awareness,cfo,maya', 'One,decision,"champion, cfo",');
    const tried = await importCsv(edited, { dryRun: true });
    expect(tried.report).toMatchObject({ dryRun: true, changes: 1, unchanged: 2 });
    expect(await versions(one)).toEqual([
      'en draft: awareness cfo maya',
      'en live: awareness cfo maya',
    ]);
    expect((await importCsv(edited)).report).toMatchObject({ changes: 1, unchanged: 2 });
    const after = ': decision champion,cfo';
    expect(await versions(one)).toEqual([`en draft${after}`, `en live${after}`]);
    expect(await versions(two)).toEqual(['en draft: awareness', 'en live: awareness']);
  });

  test('leaves alone what has no column, and takes away what has an empty field', async () => {
    const one = await live('One', tags('awareness', ['cfo'], ['maya']));
    const file = `type,documentId,locale,personas\n${ARTICLE},${one},en,\n`;
    expect((await importCsv(file)).report).toMatchObject({ changes: 1 });
    expect(await versions(one)).toEqual(['en draft: awareness  maya', 'en live: awareness  maya']);
  });

  test('tags drafts alone when told so, publishes nothing else, and keeps “Modified” true', async () => {
    const one = await live('One');
    await versionsOf(site, ARTICLE).update({ documentId: one, data: { title: 'Edited' } });
    const stamps = async () =>
      ((await site.strapi.db.query(ARTICLE).findMany({ where: { documentId: one } })) as Row[]).map(
        ({ updatedAt, publishedAt }) => ({ updatedAt, publishedAt })
      );
    const before = await stamps();
    const file = `type,documentId,stage\n${ARTICLE},${one},decision\n`;
    await importCsv(file, { versions: 'draft' });
    expect(await versions(one)).toEqual(['en draft: decision', 'en live: -']);
    expect((await importCsv(file)).report).toMatchObject({ changes: 1 });
    expect(await versions(one)).toEqual(['en draft: decision', 'en live: decision']);
    expect(await stamps()).toEqual(before);
    const shown = await versionsOf(site, ARTICLE).findOne({ documentId: one, status: 'published' });
    expect(shown).toMatchObject({ title: 'One' });
  });

  test('tells sites of live versions, once, after all is written', async () => {
    const one = await live('One', tags('awareness'));
    await article('Draft', tags('awareness'));
    const told: unknown[] = [];
    const remove = site.strapi.eventHub.on('buyer-journey.tags-changed', (event: unknown) => {
      told.push(event);
      return Promise.resolve();
    });
    const { text } = await exported();
    await importCsv(text.replaceAll('awareness,', 'decision,cfo'));
    remove();
    expect(told).toEqual([
      {
        ...{ uid: ARTICLE, documentId: one, locale: 'en' },
        before: { stage: 'awareness', personas: [], contributors: [] },
        after: { stage: 'decision', personas: ['cfo'], contributors: [] },
      },
    ]);
  });

  test('keeps the locales of which the file does not speak in step, as saves do', async () => {
    const one = await live('One', tags('awareness'));
    await inGerman(one, 'Eins');
    await importCsv(`type,documentId,locale,stage\n${ARTICLE},${one},de,decision\n`);
    expect(await versions(one)).toEqual([
      'de draft: decision',
      'en draft: decision',
      'en live: awareness',
    ]);
    const each = `${ARTICLE},${one},en,awareness\n${ARTICLE},${one},de,\n`;
    await importCsv(`type,documentId,locale,stage\n${each}`);
    expect(await versions(one)).toEqual([
      'de draft: -',
      'en draft: awareness',
      'en live: awareness',
    ]);
  });

  test('finds the entries of another site by their exact title, where one alone has it', async () => {
    const one = await live('Über uns');
    await article('Twice');
    await article('Twice');
    const file = (title: string) =>
      `type,documentId,locale,title,stage\n${ARTICLE},elsewhere,en,${title},decision\n`;
    expect((await importCsv(file('Über uns'))).report).toMatchObject({ changes: 1, byTitle: 1 });
    expect(await versions(one)).toEqual(['en draft: decision', 'en live: decision']);
    for (const [title, column, message] of [
      ['Twice', 'title', '2 entries have this title'],
      ['über uns', 'documentId', 'there is no such entry, and none has this title'],
      ['', 'documentId', 'there is no such entry, and no title'],
    ] as const) {
      const { status, report } = await importCsv(file(title));
      expect([status, report.errors]).toMatchObject([400, [{ row: 2, column }]]);
      expect(report.errors[0]?.message).toContain(message);
    }
  });

  test('with one wrong row changes nothing, and tells each', async () => {
    const one = await live('One');
    const two = await live('Two');
    const faq = await createDocument(site, FAQ, { title: 'Faq' });
    await changeRep(site, idOf('tom'), { bylineConsent: false });
    const { status, report, message } = await importCsv(
      [
        'type,documentId,locale,title,stage,personas,contributors',
        `${ARTICLE},${one},en,,decision,,`,
        `api::page.page,x,,,decision,,`,
        `,${two},,,decision,,`,
        `${ARTICLE},${two},xx,,decision,,`,
        `${FAQ},${faq.documentId},en,,decision,,`,
        `${ARTICLE},${two},de,,decision,,`,
        `${ARTICLE},${two},en,,nowhere,,`,
        `${ARTICLE},${one},,,awareness,,`,
        `${FAQ},${faq.documentId},,,decision|awareness,,`,
        `${ARTICLE},,,,decision,,`,
        `${ARTICLE},a,b`,
      ].join('\n')
    );
    expect([status, message]).toEqual([400, 'Nothing was imported: 10 rows are wrong.']);
    expect(report.errors.map(({ row, column }) => `${row} ${column}`)).toEqual([
      ...['3 type', '4 type', '5 locale', '6 locale', '7 locale', '8 stage', '9 documentId'],
      ...['10 stage', '11 title', '12 null'],
    ]);
    expect(await versions(one)).toEqual(['en draft: -', 'en live: -']);
    for (const [tag, value, said] of [
      ['personas', 'cfo|nobody', 'there is no “nobody”'],
      ['contributors', 'maya|tom', 'did not consent'],
    ]) {
      const wrong = await importCsv(`type,documentId,${tag}\n${ARTICLE},${one},${value}\n`);
      expect(wrong.report.errors).toMatchObject([{ row: 2, column: tag }]);
      expect(wrong.report.errors[0]?.message).toContain(said);
    }
  });

  test.each([
    ['an unknown column', 'type,documentId,stage,mood\na,b,c,d', 'mood'],
    ['no type', 'documentId,stage\na,b', 'type'],
    ['nothing to find entries by', 'type,stage\na,b', 'documentId'],
    ['no tags', 'type,documentId\na,b', 'no column to import'],
    ['no rows', 'type,documentId,stage', 'no rows'],
  ])('of a file with %s is refused as a whole', async (_what, content, reason) => {
    const { status, message } = await importCsv(content);
    expect([status, message]).toEqual([400, expect.stringContaining(reason)]);
  });

  test('takes what a spreadsheet with another delimiter writes', async () => {
    const one = await live('One');
    const file = `type;documentId;stage;personas\r\n${ARTICLE};${one};decision;cfo,champion\r\n`;
    expect((await importCsv(file)).report).toMatchObject({ changes: 1 });
    expect(await versions(one)).toContain('en live: decision cfo,champion');
  });

  test('of 10,000 rows goes through, in few statements', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      ...{ documentId: `d${index}`, title: `Entry ${index}`, locale: 'en' },
    }));
    const at = new Date();
    for (let start = 0; start < rows.length; start += 1000) {
      const some = rows.slice(start, start + 1000);
      const data = some.flatMap((row) => [
        { ...row, publishedAt: null },
        { ...row, publishedAt: at },
      ]);
      await site.strapi.db.query(ARTICLE).createMany({ data });
    }
    const file = [
      'type,documentId,stage,personas',
      ...rows.map(
        ({ documentId }, index) =>
          `${ARTICLE},${documentId},${index % 2 ? 'decision' : 'awareness'},cfo|champion`
      ),
    ].join('\n');
    let statements = 0;
    const count = () => (statements += 1);
    site.strapi.db.connection.on('query', count);
    const start = Date.now();
    const { report } = await importCsv(file);
    const seconds = (Date.now() - start) / 1000;
    site.strapi.db.connection.removeListener('query', count);
    if (process.env.PRINT_TIMES)
      process.stdout.write(`10,000 rows: ${seconds} s, ${statements} statements\n`);
    expect(report).toMatchObject({ changes: 10_000, errorCount: 0 });
    expect(statements).toBeLessThan(1000);
    expect(await versions('d7777')).toEqual([
      'en draft: decision cfo,champion',
      'en live: decision cfo,champion',
    ]);
  });
});

describe('the rights of who imports', () => {
  let one: string;
  const file = () => `type,documentId,stage\n${ARTICLE},${one},decision\n`;
  beforeEach(async () => {
    one = await live('One');
  });
  const firstError = async (as: string, versionsToTag = 'both') => {
    const { report } = await importCsv(file(), { as, versions: versionsToTag });
    return report.errors[0]?.message ?? report.changes;
  };

  test('are those of the Content Manager: read, update, the field, publish', async () => {
    expect(await firstError(await taggerWith())).toContain('may not read');
    expect(await firstError(await taggerWith(['read']))).toContain('may not change this entry');
    const noStage = { ...ALL, fields: ['title', 'personas'] };
    const without = await taggerWith(['read'], ['update', { properties: noStage }]);
    expect(await firstError(without)).toContain('may not change this field');
    const editor = await taggerWith(['read'], ['update']);
    expect(await firstError(editor)).toContain('import into drafts alone');
    expect(await versions(one)).toEqual(['en draft: -', 'en live: -']);
    expect(await firstError(editor, 'draft')).toBe(1);
    const publisher = await taggerWith(['read'], ['update'], ['publish']);
    expect(await firstError(publisher)).toBe(1);
    expect(await versions(one)).toEqual(['en draft: decision', 'en live: decision']);
  });

  test('obey conditions and locales, and hide what may not be read', async () => {
    const own = await taggerWith(
      ['read'],
      ['update', { conditions: ['admin::is-creator'] }],
      ['publish']
    );
    expect(await firstError(own)).toContain('may not change this entry');
    const german = await taggerWith(
      ['read'],
      ['update', { properties: { ...ALL, locales: ['de'] } }],
      ['publish']
    );
    expect(await firstError(german)).toContain('may not change this entry');
    const blind = await taggerWith(
      ['read', { conditions: ['admin::is-creator'] }],
      ['update'],
      ['publish']
    );
    expect(await firstError(blind)).toContain('there is no such entry');
  });
});

test('an import tells of one entry after the other, and goes on where a listener fails', async () => {
  const logged = jest.spyOn(site.strapi.log, 'error').mockImplementation();
  await addEntries(site, FAQ, 30);
  const rows = (await versionsOf(site, FAQ).findMany({ limit: 30 })).map(
    ({ documentId }) => `${FAQ},${documentId},decision`
  );
  let [listening, most, told] = [0, 0, 0];
  const stop = site.strapi.eventHub.on('buyer-journey.tags-changed', async () => {
    listening += 1;
    most = Math.max(most, listening);
    await new Promise((resolve) => setTimeout(resolve, 5));
    listening -= 1;
    told += 1;
    if (told === 3) throw new Error('No answer.');
  });
  const { status } = await importCsv(['type,documentId,stage', ...rows].join('\n'));
  expect(status).toBe(200);
  for (const end = Date.now() + 20_000; told < 30 && Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  stop();
  expect([told, most, logged.mock.calls.length]).toEqual([30, 1, 1]);
  logged.mockRestore();
});

// With SQLite nobody is at work meanwhile.
if (DATABASE_CLIENT !== 'sqlite') {
  describe('an import beside others who work', () => {
    const faqs = async () => {
      const { documentId } = await createDocument(site, FAQ, { title: 'Why?' });
      return { documentId, content: `type,documentId,stage\n${FAQ},${documentId},decision` };
    };
    const table = (uid: string) => tableNameOf(site.strapi, uid);

    test('waits for nobody while it is a dry run', async () => {
      const { documentId, content } = await faqs();
      const other = await openTransaction(site);
      await other(table(FAQ)).where({ document_id: documentId }).forUpdate().select('id');
      const answer = await within(10_000, importCsv(content, { dryRun: true }));
      await other.rollback();
      expect(answer).toMatchObject({ status: 200, report: { changes: 1 } });
    });

    test('holds entries in one order, whatever that of the file', async () => {
      await addEntries(site, FAQ, 600);
      const ids = (await versionsOf(site, FAQ).findMany({ sort: 'documentId', limit: 600 })).map(
        ({ documentId }) => documentId
      );
      const rows = ids.toReversed().map((id) => `${FAQ},${id},decision`);
      const other = await openTransaction(site);
      const hold = (documentId: string | undefined) =>
        other(table(FAQ)).where('document_id', documentId).forUpdate().select('id');
      await hold(ids[0]);
      const importing = importCsv(['type,documentId,stage', ...rows].join('\n'));
      await untilSomebodyWaits(site);
      await hold(ids.at(-1));
      await other.commit();
      expect(await importing).toMatchObject({ status: 200, report: { changes: 600 } });
    });

    test('keeps what somebody saved since the file was looked at', async () => {
      const { documentId } = await faqs();
      const [row] = await versionsOf(site, FAQ).findMany({ documentId });
      const { name, joinColumn, inverseJoinColumn } = linkTableOf(site.strapi, FAQ, 'personas');
      const other = await openTransaction(site);
      await other(table(FAQ)).where({ id: row?.id }).update({ title: 'How?' });
      await other(name).insert({
        ...{ [joinColumn.name]: row?.id, [inverseJoinColumn.name]: terms.cfo?.id },
      });
      const importing = importCsv(`type,documentId,personas\n${FAQ},${documentId},cfo|champion`);
      await untilSomebodyWaits(site);
      await other.commit();
      expect((await importing).status).toBe(200);
      expect(await tagsOf(site, FAQ, documentId)).toEqual(['live: - | cfo champion']);
    });

    test('tags no entry that has the title only since it was looked at', async () => {
      await faqs();
      const other = await openTransaction(site);
      const record = other('strapi_core_store_settings').where({
        key: 'plugin_buyer-journey_link-tables',
      });
      await record.forUpdate().select('id');
      const importing = importCsv(`type,title,stage\n${FAQ},Why?,decision`);
      await untilSomebodyWaits(site);
      await other(table(FAQ)).update({ title: 'How?' });
      await other(table(FAQ)).insert({
        document_id: 'another',
        title: 'Why?',
        published_at: new Date(),
      });
      await other.commit();
      expect(await importing).toMatchObject({
        status: 400,
        report: {
          errors: [{ row: 2, column: 'title', message: 'is that of another entry since' }],
        },
      });
      expect(await tagsOf(site, FAQ, 'another')).toEqual(['live: -']);
    });
  });
}
