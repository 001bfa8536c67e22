/** Items as CSV: in all or nothing, out as a spreadsheet takes them. */
import Papa from 'papaparse';

import type { ImportReport } from '../../contracts/sales-sourced/csv';
import { signIn } from '../site/client';
import { aPersona, aRep, aStage } from '../site/people';
import { capture, detail, inbox, ITEM_UID, sales, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';
import { uploadCsv } from '../site/upload';

let site: Site;
let maya: string;
beforeAll(async () => {
  site = await startSite({ types: [contentType('article')] });
  await aStage(site, 'Awareness');
  await aStage(site, 'Decision', { position: 1 });
  await aPersona(site, 'CFO');
  await aPersona(site, 'Champion');
  maya = await signInRep(site, 'Maya Roth');
  await aRep(site, 'Tom Berg', { email: 'tom@example.com' });
});
afterAll(() => site.remove());
beforeEach(async () => {
  for (const type of ['echo', 'answer', 'demand', 'item-event', 'sales-sourced']) {
    await site.strapi.db.query(`plugin::buyer-journey.${type}`).deleteMany({});
  }
});

const importCsv = (
  content: string | Uint8Array<ArrayBuffer>,
  { dryRun = false, token = maya } = {}
) =>
  uploadCsv<ImportReport>(
    site,
    `/buyer-journey/sales-sourced/import?dryRun=${dryRun}`,
    content,
    token
  );
const count = () => site.strapi.db.query(ITEM_UID).count({});

describe('an import', () => {
  const FILE = [
    'buyerWords,kind,answer,state,declineReason,stage,resolveByStage,personas,repEmail,account,crmReference,source,externalId,broughtInAt',
    '"Why, ""really""?",question,"Because.',
    'Twice.",accepted,,decision,awareness,cfo|champion,TOM@example.com,Sandmere,D-17,call,x-1,2026-01-31',
    "'=1+1 is a formula?,,,,,,,,,,,,,",
    'Too expensive.,,,declined,Not ours,,,,,,,,x-2,',
  ].join('\r\n');

  test('is tried first, then done, and done again changes nothing', async () => {
    const tried = await importCsv(FILE, { dryRun: true });
    expect([tried.status, tried.report]).toEqual([
      200,
      { dryRun: true, rows: 3, imported: 3, present: 0, errors: [], errorCount: 0 },
    ]);
    expect(await count()).toBe(0);

    expect((await importCsv(FILE)).report).toMatchObject({ imported: 3 });
    const { data, meta } = await inbox(site, maya, 'sort=oldest&state=received,accepted,declined');
    expect(meta.states).toMatchObject({ received: 1, accepted: 1, declined: 1 });
    expect(data.map(({ buyerWords, kind }) => [buyerWords, kind])).toEqual([
      ['Why, "really"?', 'question'],
      ['=1+1 is a formula?', 'question'],
      ['Too expensive.', 'objection'],
    ]);
    expect(await detail(site, maya, data[0]?.documentId ?? '')).toMatchObject({
      ...{ answer: 'Because.\nTwice.', state: 'accepted', heard: 1 },
      ...{ stage: { slug: 'decision' }, resolveByStage: { slug: 'awareness' }, byline: [] },
      personas: expect.arrayContaining([
        expect.objectContaining({ slug: 'cfo' }),
        expect.objectContaining({ slug: 'champion' }),
      ]) as unknown,
      rep: { displayName: 'Tom Berg' },
      broughtInAt: '2026-01-31T00:00:00.000Z',
      privateFields: { account: 'Sandmere', crmReference: 'D-17', source: 'call' },
      history: [{ kind: 'created' }],
    });
    // Imported items are items like all others.
    const { documentId, revision } = data[0] as { documentId: string; revision: string };
    const path = `/items/${documentId}`;
    expect((await sales(site, 'PUT', path, maya, { revision, kind: 'story' })).status).toBe(200);

    expect((await importCsv(FILE)).report).toMatchObject({ imported: 1, present: 2 });
  });

  test('with one wrong row imports nothing, and tells each', async () => {
    const { status, report, message } = await importCsv(
      [
        'buyerWords,kind,stage,personas,repEmail,state,broughtInAt,externalId',
        'Fine,,,,,,,a',
        ',,,,,,,',
        'b,poem,,,,,,',
        'c,,nowhere,,,,,',
        'd,,,cfo|nobody,,,,',
        'e,,,,stranger@example.com,,,',
        'f,,,,,declined,,',
        'g,,,,,merged,,',
        'h,,,,,,31.01.2026,',
        'i,,,,,,2999-01-01,',
        'j,,,,,,,a',
        `${'k'.repeat(10_001)},,,,,,,`,
        'l,too,many,fields,in,this,row,for,sure',
      ].join('\n')
    );
    expect([status, message]).toEqual([400, 'Nothing was imported: 11 rows are wrong.']);
    expect(report.errors.map(({ row, column }) => `${row} ${column}`)).toEqual([
      ...['4 kind', '5 stage', '6 personas', '7 repEmail', '8 declineReason', '9 state'],
      ...['10 broughtInAt', '11 broughtInAt', '12 externalId', '13 buyerWords', '14 null'],
    ]);
    expect(await count()).toBe(0);
  });

  test.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['1970-01-01', '1970-01-01T00:00:00.000Z'],
    ['2026-01-31T10:00Z', '2026-01-31T10:00:00.000Z'],
    ['2026-01-31T23:30:15.5-02:00', '2026-02-01T01:30:15.500Z'],
  ])('takes %s for the moment %s', async (broughtInAt, moment) => {
    await importCsv(`buyerWords,broughtInAt\nWhen?,${broughtInAt}`);
    expect((await inbox(site, maya)).data).toMatchObject([{ broughtInAt: moment }]);
  });

  test.each([
    ...['2026-01-31T10:00', '2026-01-31 10:00', '2026-01-31x', '2026-01-31 (about)'],
    ...['2026-02-30', '2025-02-29', '2026-13-01', '1969-12-31', '0001-01-01'],
    ...['1970-01-01T00:30:00+01:00', '2999-01-01', 'yesterday', '1750000000'],
  ])('takes %s for no date', async (broughtInAt) => {
    const { status, report } = await importCsv(`buyerWords,broughtInAt\nWhen?,${broughtInAt}`);
    expect([status, report.errors]).toMatchObject([400, [{ row: 2, column: 'broughtInAt' }]]);
  });

  test.each([
    ['an unknown column', 'buyerWords,mood\na,b', 'mood'],
    ['a missing column', 'kind\nquestion', 'buyerWords'],
    ['a column that is there twice', 'buyerWords,kind,kind\na,question,story', 'twice'],
    ['no rows', 'buyerWords', 'no rows'],
    ['nothing', '', 'buyerWords'],
    ['another encoding', Uint8Array.from([0x62, 0xfc, 0x0a, 0xff]), 'UTF-8'],
    ['too many rows', `buyerWords\n${'a\n'.repeat(10_001)}`, '10001 rows'],
  ])('of a file with %s is refused as a whole', async (_what, content, reason) => {
    const { status, message } = await importCsv(content);
    expect([status, message]).toEqual([400, expect.stringContaining(reason)]);
  });

  test('reads what Excel writes: UTF-8 and UTF-16 with a mark', async () => {
    await importCsv('\uFEFFbuyerWords\nÜber uns?');
    const utf16 = Buffer.from('\uFEFFbuyerWords\nÄrger?', 'utf16le');
    await importCsv(new Uint8Array(utf16));
    const { data } = await inbox(site, maya, 'sort=oldest');
    expect(data.map(({ buyerWords }) => buyerWords)).toEqual(['Über uns?', 'Ärger?']);
  });

  test('is refused over 10 MB, without a file, and to who may not see private fields', async () => {
    const large = `buyerWords\n${'x'.repeat(10 * 1024 * 1024)}`;
    expect((await importCsv(large)).status).toBe(413);
    expect((await sales(site, 'POST', '/import', maya, {})).status).toBe(400);
    const token = await signIn(
      site,
      ['inbox.read', 'inbox.triage'].map((name) => ({ action: `plugin::buyer-journey.${name}` }))
    );
    expect((await importCsv('buyerWords\na', { token })).status).toBe(403);
  });

  test('of 10,000 rows goes through', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `Question ${index}?,cfo,decision`);
    const { report } = await importCsv(`buyerWords,personas,stage\n${rows.join('\n')}`);
    expect(report.imported).toBe(10_000);
    expect((await inbox(site, maya, 'persona=cfo&stage=decision')).meta.pagination.total).toBe(
      10_000
    );
  });
});

describe('an export', () => {
  const exported = async (query: string, token = maya) => {
    const answer = await sales(site, 'GET', `/export?${query}`, token);
    const { data } = Papa.parse<Record<string, string>>(answer.text.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    return { ...answer, rows: data };
  };

  test('holds what the filters leave, keeps formulas from running, and can be imported', async () => {
    await capture(site, maya, '=HYPERLINK("http://evil.example")', {
      ...{ kind: 'loss', stage: 'decision', personas: ['cfo'], account: '+49', answer: '-1' },
    });
    await capture(site, maya, 'Other, with "quotes"\nand lines', { kind: 'request' });
    const { text, rows } = await exported('kind=loss');
    expect(rows).toHaveLength(1);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(rows[0]).toMatchObject({
      ...{ kind: 'loss', stage: 'decision', personas: 'cfo', account: "'+49", answer: "'-1" },
      ...{ rep: 'Maya Roth', heard: '1', answered: 'no' },
    });
    const all = await exported('');
    expect(all.rows).toHaveLength(2);
    for (const type of ['demand', 'item-event', 'sales-sourced']) {
      await site.strapi.db.query(`plugin::buyer-journey.${type}`).deleteMany({});
    }
    expect((await importCsv(all.text)).report).toMatchObject({ imported: 2, errorCount: 0 });
    const { data } = await inbox(site, maya, 'sort=oldest');
    expect(data.map(({ buyerWords }) => buyerWords)).toEqual([
      '=HYPERLINK("http://evil.example")',
      'Other, with "quotes"\nand lines',
    ]);
  });

  test('holds every state unless states are named, and reads it page by page', async () => {
    const data = Array.from({ length: 1203 }, (_, index) => ({
      ...{ documentId: `item${index}`, buyerWords: `Item ${index}`, kind: 'question' },
      workflowState: (['received', 'declined', 'merged'] as const)[index % 3],
      publishedAt: null,
    }));
    await site.strapi.db.query(ITEM_UID).createMany({ data });
    let largest = 0;
    const note = (rows: unknown) => {
      largest = Math.max(largest, Array.isArray(rows) ? rows.length : 0);
    };
    site.strapi.db.connection.on('query-response', note);
    const { rows } = await exported('');
    site.strapi.db.connection.removeListener('query-response', note);
    expect(rows.map(({ documentId }) => documentId)).toEqual(
      data.map(({ documentId }) => documentId)
    );
    expect(largest).toBeLessThanOrEqual(500);
    expect((await exported('state=merged')).rows).toHaveLength(401);
  });

  test('has no private columns for who may not see them', async () => {
    await capture(site, maya, 'Why?', { account: 'Sandmere' });
    const token = await signIn(site, [{ action: 'plugin::buyer-journey.inbox.read' }]);
    const { text, rows } = await exported('', token);
    expect(rows).toHaveLength(1);
    expect(text).not.toMatch(/Sandmere|account|crmReference|externalId/);
  });
});
