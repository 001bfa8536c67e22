/** Suggestion rules: kept for all, tried on what people tagged, and never in the way when what they name is gone. */
import type {
  RuleField,
  RulesTrial,
  SuggestionRule,
  SuggestionRules,
} from '../../contracts/tagging-rules';
import { suggesterFor } from '../../server/src/tagging';
import { call, get, signIn, type Permission } from '../site/client';
import { createDocument, emptyTypes, publishDocument } from '../site/documents';
import { addLocales } from '../site/locales';
import { exportedUses, undoWith } from '../site/merges';
import { aPersona, aStage, type Doc } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const TOPIC = 'api::topic.topic';
const RULES = '/buyer-journey/tagging/rules';
const EDIT_RULES = 'plugin::buyer-journey.tagging.rules';

let site: Site;
let token: string;
let awareness: Doc;
let decision: Doc;
let cfo: Doc;
beforeAll(async () => {
  site = await startSite({
    types: [
      contentType('article', {
        localized: true,
        attributes: {
          slug: { type: 'uid', targetField: 'title' },
          category: { type: 'string' },
          format: { type: 'enumeration', enum: ['guide', 'news'] },
          minutes: { type: 'integer' },
          featured: { type: 'boolean' },
          notes: { type: 'text' },
          secret: { type: 'string', private: true },
          topics: { type: 'relation', relation: 'manyToMany', target: TOPIC },
        },
      }),
      contentType('faq', { draftAndPublish: false }),
      contentType('topic', { enabled: undefined }),
    ],
  });
  await addLocales(site, 'de');
  token = await signIn(site);
  awareness = await aStage(site, 'Awareness');
  decision = await aStage(site, 'Decision', { position: 1 });
  cfo = await aPersona(site, 'CFO');
});
afterAll(() => site.remove());
beforeEach(async () => {
  await emptyTypes(site, ARTICLE, FAQ, TOPIC);
  await site.strapi
    .store({ type: 'plugin', name: 'buyer-journey' })
    .delete({ key: 'suggestion-rules' });
});

const rule = (id: string, more: Partial<SuggestionRule> = {}): SuggestionRule => ({
  ...{ id, type: ARTICLE, when: { kind: 'always' }, stage: decision.documentId, personas: [] },
  ...more,
});
const byWords = (id: string, words: string[], more: Partial<SuggestionRule> = {}) =>
  rule(id, { type: null, when: { kind: 'words', in: ['title'], fields: [], words }, ...more });
const byField = (id: string, field: string, value: string) =>
  rule(id, { when: { kind: 'field', field, value } });

const read = async (as = token) => (await get(site, RULES, as)).body.data as SuggestionRules;
const save = (version: number, rules: SuggestionRule[], as = token) =>
  call(site, 'PUT', RULES, { token: as, body: { version, rules } });
const trial = async (rules: SuggestionRule[], as = token) =>
  (await call(site, 'POST', `${RULES}/test`, { token: as, body: { rules } })).body
    .data as RulesTrial;
const article = (title: string, more: object = {}) =>
  createDocument(site, ARTICLE, { title, ...more });

/** What an editor of rules may read of articles. */
const editorReading = (fields: string[], more: Partial<Permission> = {}) =>
  signIn(site, [
    { action: EDIT_RULES },
    {
      ...{ action: 'plugin::content-manager.explorer.read', subject: ARTICLE },
      ...{ properties: { fields, locales: ['en', 'de'] }, ...more },
    },
  ]);

describe('the rules of a site', () => {
  test('are none at first, and are kept in order', async () => {
    expect(await read()).toEqual({
      ...{ version: 0, rules: [] },
      stages: [
        expect.objectContaining({ slug: 'awareness', name: 'Awareness' }),
        expect.objectContaining({ slug: 'decision' }),
      ],
      personas: [expect.objectContaining({ slug: 'cfo', name: 'CFO' })],
      types: [
        { uid: ARTICLE, displayName: 'Article' },
        { uid: FAQ, displayName: 'Faq' },
      ],
    });
    const rules = [byWords('b', ['vs']), rule('a', { personas: [cfo.documentId] })];
    expect((await save(0, rules)).status).toBe(200);
    const after = await read();
    expect(after.version).toBe(1);
    expect(after.rules).toEqual(
      rules.map((one) => ({ rule: one, problem: null, valueName: null }))
    );
  });

  test('are not overwritten by who saw older ones, were they saved at the same moment', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((id) => save(0, [rule(id)])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { version, rules } = await read();
    const winner = ['a', 'b', 'c'][answers.findIndex(({ status }) => status === 200)];
    expect([version, rules.map((one) => one.rule.id)]).toEqual([1, [winner]]);
    expect((await save(0, [])).body.error).toMatchObject({ details: { reason: 'changed' } });
  });

  test.each([
    ['rules.0.type', (): object => ({ type: TOPIC })],
    ['rules.0.stage', () => ({ stage: 'nosuchstage' })],
    ['rules.0.personas', () => ({ personas: ['nosuchpersona'] })],
    ['rules.0.when', () => ({ when: { kind: 'field', field: 'nothing', value: 'a' } })],
    ['rules.0.when', () => ({ when: { kind: 'field', field: 'notes', value: 'a' } })],
    ['rules.0.when', () => ({ when: { kind: 'field', field: 'journeyStage', value: 'a' } })],
    [
      'rules.0.when',
      () => ({ when: { kind: 'words', in: [], fields: ['minutes'], words: ['a'] } }),
    ],
    ['rules.0.when.value', () => ({ when: { kind: 'field', field: 'format', value: 'poem' } })],
    ['rules.0.when.value', () => ({ when: { kind: 'field', field: 'topics', value: 'abc' } })],
    ['rules.0.stage', () => ({ stage: null })],
    ['rules.0.surprise', () => ({ surprise: 1 })],
  ])('are refused when %s is wrong', async (path, part) => {
    const { status, body } = await save(0, [{ ...rule('a'), ...part() }]);
    expect([status, body.error?.message]).toEqual([400, expect.stringContaining(`${path}: `)]);
    expect((await read()).version).toBe(0);
  });

  test('that are broken by what is gone stay, say so, and suggest nothing', async () => {
    const [stage, persona] = [await aStage(site, 'Passing'), await aPersona(site, 'Guest')];
    const topic = await createDocument(site, TOPIC, { title: 'Ports' });
    const rules = [
      rule('stage', { stage: stage.documentId }),
      rule('persona', { personas: [persona.documentId] }),
      byField('value', 'topics', topic.documentId),
      rule('good', { stage: awareness.documentId }),
    ];
    expect((await save(0, rules)).status).toBe(200);
    expect((await read()).rules[2]).toMatchObject({ problem: null, valueName: 'Ports' });
    await emptyTypes(site, TOPIC);
    const terms = { stage: stage.documentId, persona: persona.documentId };
    for (const [type, documentId] of Object.entries(terms)) {
      await site.strapi.db.query(`plugin::buyer-journey.${type}`).delete({ where: { documentId } });
    }
    const problems = (await read()).rules.map(({ problem }) => problem);
    expect(problems).toEqual(['stage', 'persona', 'value', null]);
    await article('Ours', { journeyStage: awareness.documentId });
    expect((await trial(rules)).rules).toMatchObject([
      { fits: 0 },
      { fits: 0 },
      { fits: 0 },
      { fits: 1, stage: { speaks: 1, agrees: 1 } },
    ]);
    // Another rule can be added beside them, but they cannot be changed into something else that is broken.
    expect((await save(1, [...rules, byWords('new', ['vs'])])).status).toBe(200);
    const changed = rules.map((one) => (one.id === 'stage' ? { ...one, type: FAQ } : one));
    expect((await save(2, changed)).status).toBe(400);
  });

  test('that name what is retired keep its name, say so, and suggest nothing', async () => {
    const [stage, persona] = [await aStage(site, 'Passing'), await aPersona(site, 'Guest')];
    const rules = [
      rule('stage', { stage: stage.documentId, personas: [cfo.documentId] }),
      rule('persona', { personas: [persona.documentId] }),
      rule('good', { stage: awareness.documentId }),
    ];
    expect((await save(0, rules)).status).toBe(200);
    const setRetired = async (retired: boolean) => {
      for (const [type, { id }] of Object.entries({ stage, persona })) {
        const query = site.strapi.db.query(`plugin::buyer-journey.${type}`);
        await query.update({ where: { id }, data: { retired } });
      }
    };
    await setRetired(true);
    const after = await read();
    expect(after.rules.map(({ problem }) => problem)).toEqual(['retired', 'retired', null]);
    expect(after.stages).toContainEqual(
      expect.objectContaining({ name: 'Passing', retired: true })
    );
    expect(after.stages).toContainEqual(
      expect.objectContaining({ name: 'Decision', retired: false })
    );
    expect(after.personas).toContainEqual(
      expect.objectContaining({ name: 'Guest', retired: true })
    );
    await article('One');
    expect((await trial(rules)).rules).toMatchObject([
      { fits: 0, places: 0 },
      { fits: 0, places: 0 },
      { fits: 1, places: 1 },
    ]);
    const queue = await get(site, '/buyer-journey/tagging/queue', token);
    expect(queue.body.data).toMatchObject([{ suggestion: { stage: 'awareness', personas: [] } }]);
    // They stay as they are, and nothing new names what is retired.
    expect((await save(1, rules)).status).toBe(200);
    const refused = await save(2, [...rules, rule('new', { stage: stage.documentId })]);
    expect([refused.status, refused.body.error?.message]).toEqual([
      400,
      expect.stringContaining('rules.3: '),
    ]);
    await setRetired(false);
    expect((await read()).rules.map(({ problem }) => problem)).toEqual([null, null, null]);
    for (const [type, { id }] of Object.entries({ stage, persona })) {
      await site.strapi.db.query(`plugin::buyer-journey.${type}`).delete({ where: { id } });
    }
  });

  test('are about fields that their editor may read alone', async () => {
    const editor = await editorReading(['title', 'category', 'journeyStage', 'personas']);
    await article('Ours', { category: 'a', secret: 'x' });
    const names = async (as: string) =>
      ((await get(site, `${RULES}/fields?type=${ARTICLE}`, as)).body.data as RuleField[]).map(
        ({ name }) => name
      );
    expect(await names(editor)).toEqual(['title', 'category']);
    const secret = byField('secret', 'secret', 'x');
    expect((await save(0, [secret], editor)).body.error?.message).toContain('rules.0.when: ');
    expect((await trial([secret], editor)).places).toBe(0);
    expect((await trial([secret])).places).toBe(1);
    expect((await save(0, [secret])).status).toBe(200);
    expect((await read(editor)).rules[0]?.problem).toBe('unreadable');
    expect((await save(1, [secret, byField('b', 'category', 'a')], editor)).status).toBe(200);
  });
});

describe('the fields to choose from', () => {
  test('come with their values, the most frequent ones first', async () => {
    const topic = await createDocument(site, TOPIC, { title: 'Ports' });
    await article('One', { category: 'pricing', minutes: 5, topics: [topic.documentId] });
    await article('Two', { category: 'news', minutes: 7 });
    await article('Three', { category: 'news', minutes: 7 });
    await article('Four', { category: ' ' });
    const { body } = await get(site, `${RULES}/fields?type=${ARTICLE}`, token);
    const fields = body.data as RuleField[];
    const plain = (...values: string[]) => values.map((value) => ({ value, name: value }));
    expect(fields.filter(({ name }) => !['title', 'secret'].includes(name))).toEqual([
      { name: 'category', kind: 'string', values: plain('news', 'pricing') },
      { name: 'format', kind: 'enumeration', values: plain('guide', 'news') },
      { name: 'minutes', kind: 'integer', values: plain('7', '5') },
      { name: 'featured', kind: 'boolean', values: plain('true', 'false') },
      { name: 'notes', kind: 'text', values: [] },
      { name: 'topics', kind: 'relation', values: [{ value: topic.documentId, name: 'Ports' }] },
    ]);
    expect((await get(site, `${RULES}/fields?type=${TOPIC}`, token)).status).toBe(400);
  });

  test('do not tell the titles of what the user may not read', async () => {
    const topic = await createDocument(site, TOPIC, { title: 'Ports' });
    await article('One', { topics: [topic.documentId] });
    const editor = await editorReading(['topics']);
    const { text, body } = await get(site, `${RULES}/fields?type=${ARTICLE}`, editor);
    expect(body.data).toMatchObject([{ values: [{ name: topic.documentId }] }]);
    expect(text).not.toContain('Ports');
  });
});

describe('a trial', () => {
  test('counts where people and rules agree, for each rule and over all', async () => {
    const staged = (stage: Doc, more: object = {}) => ({ journeyStage: stage.documentId, ...more });
    const one = await article('Ours vs theirs', staged(decision, { personas: [cfo.documentId] }));
    await publishDocument(site, ARTICLE, one.documentId);
    await article('This vs that', staged(awareness));
    await article('Plain', staged(awareness));
    await article('Untagged vs untagged');
    await createDocument(site, FAQ, { title: 'Faq vs faq' });
    const result = await trial([
      byWords('vs', ['VS'], { personas: [cfo.documentId] }),
      rule('all', { stage: awareness.documentId }),
    ]);
    expect(result).toMatchObject({
      ...{ tagged: 3, untagged: 2, places: 2, isSample: false },
      stage: { speaks: 3, agrees: 2 },
      personas: { speaks: 2, agrees: 1 },
      rules: [
        {
          id: 'vs',
          fits: 4,
          stage: { speaks: 2, agrees: 1 },
          personas: { speaks: 2, agrees: 1 },
          places: 2,
        },
        { id: 'all', fits: 4, stage: { speaks: 1, agrees: 1 }, personas: { speaks: 0 }, places: 0 },
      ],
    });
    expect(result.disagreements).toMatchObject([
      {
        title: 'This vs that',
        about: 'stage',
        has: ['Awareness'],
        suggested: ['Decision'],
        rule: 'vs',
      },
      { title: 'This vs that', about: 'personas', has: [], suggested: ['CFO'] },
    ]);
  });

  test('looks at the live version, else the draft, of each locale', async () => {
    const one = await article('Live', { journeyStage: decision.documentId, category: 'a' });
    await publishDocument(site, ARTICLE, one.documentId);
    const documents = site.strapi.documents(ARTICLE);
    await documents.update({ documentId: one.documentId, data: { title: 'Changed' } as never });
    await documents.update({
      documentId: one.documentId,
      locale: 'de',
      data: { title: 'Entwurf' } as never,
    });
    const result = await trial([
      byWords('live', ['live', 'entwurf']),
      byWords('gone', ['changed']),
    ]);
    expect(result.rules).toMatchObject([{ fits: 2 }, { fits: 0 }]);
    expect(result.tagged).toBe(2);
  });

  test('asks fields of every kind', async () => {
    const topic = await createDocument(site, TOPIC, { title: 'Ports' });
    await article('One', {
      ...{
        category: 'Pricing',
        format: 'guide',
        minutes: 5,
        featured: true,
        topics: [topic.documentId],
      },
      notes: 'All about berths',
    });
    await article('Two', {
      category: 'pricing list',
      format: 'news',
      minutes: 50,
      featured: false,
    });
    const inNotes = { kind: 'words', in: [], fields: ['notes'], words: ['berths'] } as const;
    const { rules } = await trial([
      byField('category', 'category', 'pricing'),
      byField('format', 'format', 'guide'),
      byField('minutes', 'minutes', '5'),
      byField('featured', 'featured', 'true'),
      byField('topics', 'topics', topic.documentId),
      rule('notes', { when: { ...inNotes, in: [], fields: ['notes'], words: ['berths'] } }),
    ]);
    expect(rules.map(({ id, fits }) => [id, fits])).toEqual(
      ['category', 'format', 'minutes', 'featured', 'topics', 'notes'].map((id) => [id, 1])
    );
  });

  test('is about what the user may read alone', async () => {
    await article('Mine', { journeyStage: awareness.documentId });
    await createDocument(site, FAQ, { title: 'Faq', journeyStage: awareness.documentId });
    const everything = [rule('all', { type: null })];
    expect((await trial(everything)).tagged).toBe(2);
    const untitled = await editorReading(['journeyStage', 'personas']);
    const seen = await trial(everything, untitled);
    expect([seen.tagged, seen.disagreements]).toMatchObject([1, [{ title: null }]]);
    const noTags = await editorReading(['title']);
    expect((await trial(everything, noTags)).tagged).toBe(0);
    const own = { conditions: ['admin::is-creator'] };
    const creator = await editorReading(['title', 'journeyStage', 'personas'], own);
    expect((await trial(everything, creator)).tagged).toBe(0);
  });

  test.each(['title', 'slug'] as const)(
    'tells nothing of a %s that the user may not read',
    async (place) => {
      await article('Globex takeover', {
        slug: 'globex-takeover',
        journeyStage: awareness.documentId,
      });
      await article('Of others', { slug: 'of-others', journeyStage: awareness.documentId });
      const readable = ['title', 'slug', 'category', 'journeyStage', 'personas'];
      const editor = await editorReading(readable.filter((field) => field !== place));
      const when = { kind: 'words' as const, in: [place], fields: [], words: ['globex'] };
      const [ofAll, ofArticles] = [rule('all', { type: null, when }), rule('one', { when })];
      for (const asked of [ofAll, ofArticles]) {
        expect((await trial([asked])).rules).toMatchObject([{ fits: 1, stage: { speaks: 1 } }]);
        const { rules, disagreements } = await trial([asked], editor);
        expect(rules).toMatchObject([{ fits: 0, stage: { speaks: 0 } }]);
        expect(disagreements).toEqual([]);
      }
      expect((await save(0, [ofArticles], editor)).body.error?.message).toContain('rules.0.when: ');
      expect((await save(0, [ofAll, ofArticles])).status).toBe(200);
      const problems = (await read(editor)).rules.map(({ problem }) => problem);
      expect(problems).toEqual([null, 'unreadable']);
    }
  );

  test('tells nothing of fields that conditions hide on an entry', async () => {
    await article('Globex takeover', { category: 'globex', journeyStage: awareness.documentId });
    const reading = { action: 'plugin::content-manager.explorer.read', subject: ARTICLE };
    const locales = ['en', 'de'];
    const editor = await signIn(site, [
      { action: EDIT_RULES },
      { ...reading, properties: { fields: ['journeyStage', 'personas'], locales } },
      {
        ...{ ...reading, properties: { fields: ['title', 'category'], locales } },
        conditions: ['admin::is-creator'],
      },
    ]);
    const rules = [byWords('words', ['globex']), byField('field', 'category', 'globex')];
    const seen = await trial([...rules, rule('all')], editor);
    expect(seen.rules).toMatchObject([{ fits: 0 }, { fits: 0 }, { fits: 1 }]);
    expect(seen.disagreements).toMatchObject([{ rule: 'all', title: null }]);
  });

  test('asks a fixed number of questions, however many entries there are', async () => {
    const fill = async (count: number) => {
      await emptyTypes(site, ARTICLE);
      const data = Array.from({ length: count }, (_, index) => ({
        ...{ documentId: `d${index}`, title: `Entry ${index}`, locale: 'en', publishedAt: null },
      }));
      await site.strapi.db.query(ARTICLE).createMany({ data });
    };
    const asked = async (count: number) => {
      await fill(count);
      let statements = 0;
      const note = () => (statements += 1);
      site.strapi.db.connection.on('query', note);
      const result = await trial([byWords('w', ['entry'])]);
      site.strapi.db.connection.removeListener('query', note);
      expect(result.places).toBe(count);
      return statements;
    };
    expect(await asked(400)).toBe(await asked(4));
  });
});

describe('the queue', () => {
  interface Shown {
    title: string | null;
    stage: object | null;
    suggestion: { stage: string | null; personas: string[]; reason: object } | null;
  }
  const queue = async (as = token) => {
    const { body } = await get(site, '/buyer-journey/tagging/queue', as);
    const entries = body.data as Shown[];
    return entries.map(({ title, suggestion }) => [title, suggestion]);
  };

  test('shows what is suggested and why, and goes on counting the entry as untagged', async () => {
    const topic = await createDocument(site, TOPIC, { title: 'Ports' });
    await save(0, [
      byWords('vs', ['vs'], { personas: [cfo.documentId] }),
      byField('topic', 'topics', topic.documentId),
      rule('faq', { type: FAQ, stage: awareness.documentId }),
    ]);
    await article('Ours vs theirs');
    await article('On ports', { topics: [topic.documentId] });
    await article('Plain');
    await createDocument(site, FAQ, { title: 'Why?' });
    const suggested = (stage: string, personas: string[], reason: object) => ({
      ...{ stage, personas, reason },
    });
    expect(await queue()).toEqual(
      expect.arrayContaining([
        ['Ours vs theirs', suggested('decision', ['cfo'], { rule: 'words', detail: 'vs' })],
        ['On ports', suggested('decision', [], { rule: 'field', detail: 'topics: Ports' })],
        ['Plain', null],
        ['Why?', suggested('awareness', [], { rule: 'type', detail: 'Faq' })],
      ])
    );
    const { body } = await get(site, '/buyer-journey/coverage', token);
    expect(body.data).toMatchObject({ totals: { tagged: 0 } });
  });

  test('reads the rules once for the entries of a type', async () => {
    await save(0, [byWords('vs', ['vs'])]);
    await article('Ours vs theirs');
    await article('This vs that');
    let readings = 0;
    const note = ({ bindings = [] }: { bindings?: unknown[] }) => {
      if (bindings.includes('plugin_buyer-journey_suggestion-rules')) readings += 1;
    };
    site.strapi.db.connection.on('query', note);
    expect(await queue()).toHaveLength(2);
    site.strapi.db.connection.removeListener('query', note);
    expect(readings).toBe(1);
  });

  test('suggests nothing by a field that the user may not read, and tells no title that they may not', async () => {
    const topic = await createDocument(site, TOPIC, { title: 'Ports' });
    await save(0, [
      byField('secret', 'secret', 'x'),
      { ...byField('topic', 'topics', topic.documentId), stage: awareness.documentId },
    ]);
    await article('Hidden', { secret: 'x' });
    await article('Related', { topics: [topic.documentId] });
    const fields = ['title', 'topics', 'journeyStage', 'personas', 'contributors'];
    const tagger = await signIn(site, [
      { action: 'plugin::buyer-journey.tagging.tag' },
      ...['read', 'update'].map((action) => ({
        action: `plugin::content-manager.explorer.${action}`,
        subject: ARTICLE,
        properties: { fields, locales: ['en', 'de'] },
      })),
    ]);
    expect(await queue()).toContainEqual([
      'Hidden',
      expect.objectContaining({ stage: 'decision' }),
    ]);
    const shown = await queue(tagger);
    expect(shown).toContainEqual(['Hidden', null]);
    expect(shown).toContainEqual(['Related', expect.objectContaining({ stage: 'awareness' })]);
    expect(JSON.stringify(shown)).not.toContain('Ports');
  });
});

describe('suggestions for entries', () => {
  test('name slugs and reasons', async () => {
    await save(0, [
      byWords('vs', ['vs'], { type: ARTICLE }),
      { ...byField('pricing', 'category', 'pricing'), stage: null, personas: [cfo.documentId] },
    ]);
    const type = site.strapi.contentType(ARTICLE as never);
    const { reader, suggestFor } = await suggesterFor(site.strapi, type);
    const { select, populate, entryOf } = reader;
    expect([select, populate]).toEqual([['title', 'slug', 'category'], {}]);
    await article('Ours vs theirs', { category: 'pricing' });
    await article('Plain');
    const rows = (await site.strapi.db.query(ARTICLE).findMany({
      select: ['documentId', ...select],
    })) as { documentId: string; title: string }[];
    const suggestions = await suggestFor(
      rows.map((row) => ({ documentId: row.documentId, ...entryOf({ ...row }) }))
    );
    const placed = rows.find(({ title }) => title === 'Ours vs theirs');
    expect([...suggestions]).toEqual([
      [
        placed?.documentId,
        {
          ...{ stage: 'decision', personas: ['cfo'] },
          reasons: [
            { rule: 'words', detail: 'vs' },
            { rule: 'field', detail: 'category: pricing' },
          ],
        },
      ],
    ]);
  });
});

describe('a merge', () => {
  const at = (path: string) => `/buyer-journey/taxonomy${path}`;
  async function merge(path: string, into: Doc): Promise<string> {
    const { text } = await exportedUses(site, at(path), token);
    const { status } = await call(site, 'POST', at(`${path}/merge`), {
      token,
      body: { into: into.documentId },
    });
    expect(status).toBe(200);
    return text;
  }
  const kept = async () => {
    const { version, rules } = await read();
    return {
      version,
      rules: rules.map(({ rule: { id, stage, personas }, problem }) => ({
        ...{ id, stage, personas, problem },
      })),
    };
  };
  const sound = (id: string, stage: Doc | null, personas: Doc[]) => ({
    ...{ id, stage: stage?.documentId ?? null, problem: null },
    personas: personas.map(({ documentId }) => documentId),
  });

  test('of stages takes their rules along, and its undo gives them back', async () => {
    const brief = await aStage(site, 'Brief', { position: 2 });
    const rules = [
      rule('a', { stage: brief.documentId }),
      rule('b'),
      byWords('c', ['price'], { stage: brief.documentId }),
    ];
    await save(0, rules);
    const list = await merge(`/stages/${brief.documentId}`, awareness);
    expect(await kept()).toEqual({
      version: 2,
      rules: [sound('a', awareness, []), sound('b', decision, []), sound('c', awareness, [])],
    });
    expect((await save(1, rules)).status).toBe(409);

    // One of them is about something else by now: it stays.
    await save(2, [rule('a', { stage: awareness.documentId }), rule('b'), rule('c')]);
    expect((await undoWith(site, token, list)).status).toBe(200);
    expect(await kept()).toEqual({
      version: 4,
      rules: [sound('a', brief, []), sound('b', decision, []), sound('c', decision, [])],
    });
  });

  test('of personas leaves each in a rule once', async () => {
    const [boss, user] = [await aPersona(site, 'Boss'), await aPersona(site, 'User')];
    const ids = (...personas: Doc[]) => personas.map(({ documentId }) => documentId);
    await save(0, [
      rule('a', { personas: ids(boss, user, cfo) }),
      rule('b', { stage: null, personas: ids(boss) }),
      rule('c', { personas: ids(cfo) }),
    ]);
    const list = await merge(`/personas/${boss.documentId}`, cfo);
    expect((await kept()).rules).toEqual([
      sound('a', decision, [user, cfo]),
      sound('b', null, [cfo]),
      sound('c', decision, [cfo]),
    ]);
    expect((await undoWith(site, token, list)).status).toBe(200);
    expect((await kept()).rules).toEqual([
      sound('a', decision, [boss, user, cfo]),
      sound('b', null, [boss]),
      sound('c', decision, [cfo]),
    ]);
  });

  test('of what no rule names leaves the rules as they are', async () => {
    await save(0, [rule('a')]);
    const idle = await aStage(site, 'Idle', { position: 3 });
    await merge(`/stages/${idle.documentId}`, awareness);
    expect((await read()).version).toBe(1);
  });
});
