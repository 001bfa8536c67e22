/** What the forms for stages and personas compute, without a browser. */
import { contrast } from '../../../admin/src/settings/terms/contrast';
import {
  differing,
  toDraft,
  toFields,
  wrongField,
} from '../../../admin/src/settings/terms/term-draft';
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
