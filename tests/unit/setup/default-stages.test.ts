/** What content usually is, as rules: one choice changes one rule and leaves all others as they are. */
import {
  askedField,
  stageOf,
  tellingFields,
  withStage,
} from '../../../admin/src/setup/default-stages';
import { schemaFile, schemaLine } from '../../../admin/src/tagging/opt-in-schema';
import type { RuleField, SuggestionRule } from '../../../contracts/tagging-rules';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const article = { type: ARTICLE };
const guide = { type: ARTICLE, field: { name: 'category', value: 'guide' } };

const always = (id: string, type: string | null, stage: string | null, personas: string[] = []) =>
  ({ id, type, when: { kind: 'always' }, stage, personas }) satisfies SuggestionRule;
const byWords: SuggestionRule = {
  ...{ id: 'w', type: ARTICLE, stage: 'decision', personas: [] },
  when: { kind: 'words', in: ['title'], fields: [], words: ['vs'] },
};

test('a stage for a type is a rule of its own, and another choice changes that rule', () => {
  const rules = [byWords, always('f', FAQ, 'awareness')];
  const chosen = withStage(rules, article, 'decision', 'new');
  expect(chosen).toEqual([...rules, always('new', ARTICLE, 'decision')]);
  expect(stageOf(chosen, article)).toBe('decision');
  expect(stageOf(chosen, guide)).toBeNull();
  const changed = withStage(chosen, article, 'awareness', 'unused');
  expect(changed).toEqual([...rules, always('new', ARTICLE, 'awareness')]);
  expect(withStage(changed, article, null, 'unused')).toEqual(rules);
  expect(withStage(rules, article, null, 'unused')).toEqual(rules);
});

test('values of a field have stages of their own', () => {
  const rules = withStage([always('a', ARTICLE, 'awareness')], guide, 'decision', 'g');
  expect(rules[1]).toEqual({
    ...{ id: 'g', type: ARTICLE, stage: 'decision', personas: [] },
    when: { kind: 'field', field: 'category', value: 'guide' },
  });
  expect(stageOf(rules, guide)).toBe('decision');
  expect(stageOf(rules, article)).toBe('awareness');
  expect(askedField(rules, ARTICLE)).toBe('category');
  expect(askedField(rules, FAQ)).toBeNull();
  expect(withStage(rules, guide, null, 'unused')).toEqual([always('a', ARTICLE, 'awareness')]);
});

test('personas that a rule suggests stay, with its stage or without', () => {
  const rules = [always('p', ARTICLE, null, ['cfo']), always('a', ARTICLE, 'awareness', ['cto'])];
  expect(stageOf(rules, article)).toBe('awareness');
  expect(withStage(rules, article, 'decision', 'unused')[1]).toEqual(
    always('a', ARTICLE, 'decision', ['cto'])
  );
  expect(withStage(rules, article, null, 'unused')).toEqual([
    always('p', ARTICLE, null, ['cfo']),
    always('a', ARTICLE, null, ['cto']),
  ]);
});

test('rules about all types are not a choice for one', () => {
  expect(stageOf([always('x', null, 'awareness')], article)).toBeNull();
});

test('fields that tell content apart: lists of values first, free text and endless values never', () => {
  const field = (name: string, kind: RuleField['kind'], count: number): RuleField => ({
    ...{ name, kind },
    values: Array.from({ length: count }, (_, value) => ({ value: `${value}`, name: `${value}` })),
  });
  const fields = [
    ...[field('title', 'string', 50), field('area', 'string', 3), field('body', 'text', 0)],
    ...[field('isShort', 'boolean', 2), field('format', 'enumeration', 30)],
    ...[field('topic', 'relation', 5), field('empty', 'relation', 0)],
  ];
  expect(tellingFields(fields).map(({ name }) => name)).toEqual([
    ...['format', 'topic', 'isShort', 'area'],
  ]);
});

test('what opting in changes, and in which file', () => {
  expect(schemaFile('api::case-study.case-study')).toBe(
    'src/api/case-study/content-types/case-study/schema.json'
  );
  expect(schemaFile('plugin::users-permissions.user')).toBe(
    'src/extensions/users-permissions/content-types/user/schema.json'
  );
  expect(JSON.parse(`{ ${schemaLine({ localized: false })} }`)).toEqual({
    pluginOptions: { 'buyer-journey': { enabled: true } },
  });
  expect(JSON.parse(`{ ${schemaLine({ localized: true })} }`)).toEqual({
    pluginOptions: { i18n: { localized: true }, 'buyer-journey': { enabled: true } },
  });
});
