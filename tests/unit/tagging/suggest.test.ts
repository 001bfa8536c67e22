/** What rules suggest for an entry: which of them decides, and what counts as a word. */
import fc from 'fast-check';

import {
  suggestionRule,
  wordsOf,
  type RuleCondition,
  type SuggestionRule,
} from '../../../contracts/tagging-rules';
import {
  prepareRules,
  suggest,
  type SuggestionEntry,
} from '../../../server/src/tagging/rules/suggest';

const ARTICLE = 'api::article.article';
const CASE = 'api::case.case';

const rule = (id: string, when: RuleCondition, more: Partial<SuggestionRule> = {}) => ({
  ...{ id, type: null, when, stage: `stage-of-${id}`, personas: [] },
  ...more,
});
const always: RuleCondition = { kind: 'always' };
const hasWords = (...words: string[]): RuleCondition => ({
  ...{ kind: 'words', in: ['title', 'slug'], fields: [], words },
});
const hasValue = (field: string, value: string): RuleCondition => ({ kind: 'field', field, value });
const entry = (title: string, more: Partial<SuggestionEntry> = {}): SuggestionEntry => ({
  ...{ type: ARTICLE, title, slug: null, fields: {} },
  ...more,
});
const stageOf = (about: SuggestionEntry, ...rules: SuggestionRule[]) =>
  suggest(about, prepareRules(rules)).stage?.ruleId ?? null;

describe('which rule decides', () => {
  test('words come before a field, a field before the whole type, whatever their order', () => {
    const [whole, field, words] = [
      rule('whole', always),
      rule('field', hasValue('category', 'pricing')),
      rule('words', hasWords('vs')),
    ];
    const priced = { fields: { category: 'pricing' } };
    expect(stageOf(entry('Ours vs theirs', priced), whole, field, words)).toBe('words');
    expect(stageOf(entry('What it costs', priced), whole, field, words)).toBe('field');
    expect(stageOf(entry('Hello'), words, field, whole)).toBe('whole');
  });

  test('the first among equals', () => {
    const rules = [rule('one', hasWords('cost')), rule('two', hasWords('cost', 'price'))];
    expect(stageOf(entry('The cost'), ...rules)).toBe('one');
    expect(stageOf(entry('The price'), ...rules)).toBe('two');
  });

  test('stage and personas are decided each on its own, and tell why', () => {
    const rules = prepareRules([
      rule('whole', always, { type: ARTICLE, personas: ['cfo'] }),
      rule('stage', hasWords('Pricing'), { personas: [] }),
    ]);
    expect(suggest(entry('PRICING, explained'), rules)).toEqual({
      stage: { ruleId: 'stage', rule: 'words', detail: 'Pricing', stage: 'stage-of-stage' },
      personas: { ruleId: 'whole', rule: 'always', detail: '', personas: ['cfo'] },
      fitting: ['stage', 'whole'],
    });
  });

  test('a rule of another type says nothing', () => {
    const rules = [rule('case', always, { type: CASE })];
    expect(stageOf(entry('Hello'), ...rules)).toBe(null);
    expect(stageOf(entry('Hello', { type: CASE }), ...rules)).toBe('case');
  });
});

describe('words', () => {
  test.each([
    ['vs', 'Ours vs. theirs', true],
    ['cost', 'A costly thing', false],
    ['ROI', 'What is the roi?', true],
    ['évaluer', 'Evaluer un logiciel', true],
    ['Straße', 'Die STRASSE', false],
    ['get started', 'Get-started guide', true],
    ['get started', 'Started to get', false],
    ['7 day', '7-day trial', true],
    ['c', 'C++ for all', true],
    ['データ', 'データ', true],
  ])('“%s” in “%s”: %s', (word, title, fits) => {
    expect(stageOf(entry(title), rule('words', hasWords(word))) !== null).toBe(fits);
  });

  test('are looked for in the places named alone', () => {
    const inSlug = rule('slug', { kind: 'words', in: ['slug'], fields: [], words: ['vs'] });
    const inTopics = rule('topics', { kind: 'words', in: [], fields: ['topics'], words: ['vs'] });
    expect(stageOf(entry('a vs b'), inSlug, inTopics)).toBe(null);
    expect(stageOf(entry('a', { slug: 'a-vs-b' }), inSlug, inTopics)).toBe('slug');
    expect(stageOf(entry('a', { fields: { topics: 'x, vs' } }), inSlug, inTopics)).toBe('topics');
    expect(stageOf(entry('a', { fields: { topics: null } }), inSlug, inTopics)).toBe(null);
  });

  test('are found whatever stands around them, and never as part of another word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        fc.string(),
        (word, before, after) => {
          fc.pre(wordsOf(word).length > 0);
          const found = (title: string) => stageOf(entry(title), rule('words', hasWords(word)));
          expect(found(`${before} ${word} ${after}`)).toBe('words');
          expect(found(`xq${wordsOf(word).join('qx')}qx`)).toBe(null);
        }
      )
    );
  });
});

describe('values', () => {
  test.each([
    ['pricing', 'Pricing ', true],
    ['pricing', 'pricing and more', false],
    ['true', true, true],
    ['true', false, false],
    ['5', 5, true],
    ['5', 50, false],
    ['abc', ['xyz', 'abc'], true],
    ['abc', [], false],
    ['null', null, false],
    ['undefined', undefined, false],
  ])('“%s” of %j: %s', (value, actual, fits) => {
    const about = entry('a', { fields: { category: actual } });
    expect(stageOf(about, rule('field', hasValue('category', value))) !== null).toBe(fits);
  });
});

describe('for any rules and any entry', () => {
  const words = fc.constantFrom('alpha', 'beta', 'gamma');
  const condition = fc.oneof(
    fc.constant(always),
    fc.constantFrom('a', 'b').map((value) => hasValue('category', value)),
    words.map((word) => hasWords(word))
  );
  const rules = fc
    .array(fc.tuple(condition, fc.boolean(), fc.boolean(), fc.constantFrom(null, ARTICLE, CASE)), {
      maxLength: 8,
    })
    .map((list) =>
      list.map(([when, stage, persona, type], index) => ({
        ...{ id: `r${index}`, type, when },
        ...{ stage: stage ? `s${index}` : null, personas: persona ? [`p${index}`] : [] },
      }))
    );
  const entries = fc.record({
    type: fc.constantFrom(ARTICLE, CASE),
    title: fc.array(words).map((list) => list.join(' ')),
    slug: fc.constant(null),
    fields: fc.record({ category: fc.constantFrom('a', 'b', null) }),
  });

  test('the decision is that of the best rule that fits by itself', () => {
    fc.assert(
      fc.property(rules, entries, (all, about) => {
        const rank = ['always', 'field', 'words'];
        const fitting = all.filter(
          (one) => suggest(about, prepareRules([one])).fitting.length === 1
        );
        const best = (list: SuggestionRule[]) =>
          list.reduce<SuggestionRule | null>(
            (winner, one) =>
              winner && rank.indexOf(winner.when.kind) >= rank.indexOf(one.when.kind)
                ? winner
                : one,
            null
          )?.id;
        const { stage, personas } = suggest(about, prepareRules(all));
        expect(stage?.ruleId).toBe(best(fitting.filter((one) => one.stage !== null)));
        expect(personas?.ruleId).toBe(best(fitting.filter((one) => one.personas.length > 0)));
      })
    );
  });
});

describe('a rule is refused', () => {
  const good = { id: 'a', type: ARTICLE, when: always, stage: 'abc', personas: [] };
  const words = { kind: 'words', in: ['title'], words: ['vs'] };
  test.each([
    ['that suggests nothing', { stage: null }, 'stage'],
    ['about a field of all types', { type: null, when: hasValue('category', 'a') }, 'type'],
    ['about words in no place', { when: { ...words, in: [] } }, 'when.in'],
    ['about no words', { when: { ...words, words: [] } }, 'when.words'],
    ['about marks alone', { when: { ...words, words: ['?!'] } }, 'when.words.0'],
    ['about text of all types', { type: null, when: { ...words, fields: ['a'] } }, 'type'],
    ['of another kind', { when: { kind: 'regex' } }, 'when.kind'],
    ['with a strange field', { when: hasValue('a.b', 'c') }, 'when.field'],
    ['with a null byte', { when: hasValue('a', '\0') }, 'when.value'],
  ])('%s', (_what, part, path) => {
    expect(suggestionRule.safeParse(good).success).toBe(true);
    const { error } = suggestionRule.safeParse({ ...good, ...part });
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
