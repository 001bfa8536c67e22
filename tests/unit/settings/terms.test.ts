/** What the forms for stages and personas compute, without a browser. */
import type { UseGroup } from '../../../contracts/taxonomy-terms';
import { readTagFilter } from '../../../admin/src/content-manager/list/tag-filter';
import { contrast } from '../../../admin/src/settings/terms/contrast';
import {
  differing,
  toDraft,
  toFields,
  wrongField,
} from '../../../admin/src/settings/terms/term-draft';
import { usesLink, type UsesAccess } from '../../../admin/src/settings/terms/uses-link';
import { defaultMapping } from '../../../admin/src/taxonomy/default-mapping';

test('contrast is that of WCAG', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#4945ff', '#4945ff')).toBe(1);
});

describe('a form', () => {
  const empty = toDraft(null);

  test('differs in what says something else, whatever blanks are around it', () => {
    expect(differing('stage', empty, { ...empty, name: ' ' })).toEqual([]);
    expect(differing('stage', empty, { ...empty, name: 'A', alwaysOn: true })).toEqual([
      'name',
      'alwaysOn',
    ]);
    const texts = { de: { name: 'A', question: '' }, fr: {} };
    const other = { ...empty, translations: { de: { name: 'A ' } } };
    expect(differing('persona', { ...empty, translations: texts }, other)).toEqual([]);
    expect(differing('persona', empty, other)).toEqual(['translations']);
    expect(differing('persona', empty, { ...empty, color: '#000000' })).toEqual([]);
  });

  test('sends no empty slug, and an empty colour as none', () => {
    expect(toFields(empty, ['name', 'slug', 'color'])).toEqual({ name: '', color: null });
  });

  test('names what is wrong', () => {
    const fine = { ...empty, name: 'A' };
    expect(wrongField(fine)).toBeNull();
    expect(wrongField({ ...fine, name: ' ' })).toBe('name');
    expect(wrongField({ ...fine, slug: 'a b' })).toBe('slug');
    expect(wrongField({ ...fine, color: '#12345' })).toBe('color');
  });
});

describe('stages of another model', () => {
  const steps = (...slugs: string[]) => slugs.map((slug) => ({ slug, alwaysOn: false }));
  const always = (slug: string) => ({ slug, alwaysOn: true });

  test('go to the same part of the way', () => {
    expect(defaultMapping(steps('a', 'b', 'c', 'd'), steps('x', 'y'))).toEqual([
      ...['x', 'x', 'y', 'y'],
    ]);
    expect(defaultMapping(steps('a', 'b'), steps('x', 'y', 'z'))).toEqual(['x', 'z']);
    expect(defaultMapping(steps('a'), steps('x', 'y'))).toEqual(['x']);
  });

  test('that are always on go to their like, or stay', () => {
    expect(defaultMapping([...steps('a'), always('v')], steps('x'))).toEqual(['x', null]);
    expect(defaultMapping([always('v')], [...steps('x'), always('w')])).toEqual(['w']);
  });
});

describe('what uses a stage', () => {
  const term = { kind: 'stage', documentId: 'abc', slug: 'decision' } as const;
  const group: UseGroup = {
    ...{ kind: 'entries', uid: 'api::article.article', name: 'Article', optedOut: false },
    ...{ attributes: ['journeyStage'], documents: 1, live: 1 },
  };
  const access: UsesAccess = {
    inbox: true,
    coverage: true,
    kinds: new Map([
      ['api::article.article', 'collectionType'],
      ['api::home.home', 'singleType'],
    ] as const),
  };
  const link = (changed: Partial<UseGroup>, may: Partial<UsesAccess> = {}) => {
    const to = usesLink({ ...group, ...changed }, term, { ...access, ...may });
    return to === null ? null : decodeURIComponent(to);
  };

  test('is listed by the filter that the list itself has', () => {
    const to = link({}) ?? '';
    expect(to).toBe(
      '/content-manager/collection-types/api::article.article?filters[$and][0][journeyStage][documentId][$eq]=abc'
    );
    const fields = { journeyStage: 'journeyStage', personas: 'personas' };
    expect(readTagFilter(to.slice(to.indexOf('?')), fields).stage).toBe('abc');
  });

  test('is opened where there is one entry only', () => {
    const to = '/content-manager/single-types/api::home.home';
    expect(link({ uid: 'api::home.home' })).toBe(to);
  });

  test('leads nowhere where nothing can be filtered, or as long as the kind of the type is not known', () => {
    expect(link({ optedOut: true })).toBeNull();
    expect(link({ kind: 'other' })).toBeNull();
    expect(link({ attributes: ['journeyStage', 'otherStage'] })).toBeNull();
    expect(link({ uid: 'api::unknown.unknown' })).toBeNull();
    expect(link({}, { kinds: undefined })).toBeNull();
  });

  test('leads to inbox and coverage for who may see them', () => {
    expect(link({ kind: 'items' })).toBe('/plugins/buyer-journey/inbox?stage=decision');
    expect(link({ kind: 'targets' })).toBe('/plugins/buyer-journey/coverage');
    expect(link({ kind: 'items' }, { inbox: false })).toBeNull();
    expect(link({ kind: 'targets' }, { coverage: false })).toBeNull();
  });
});
