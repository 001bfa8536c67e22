/** Typing into a profile that somebody else may save meanwhile, and how a profile fits on a page. */
import type { PersonaProfile } from '../../../contracts/persona-profile';
import {
  changedFields,
  contestedFields,
  fieldsOf,
} from '../../../admin/src/personas/profile/edit-fields';
import { densityOf, linesOf } from '../../../admin/src/personas/profile/profile-density';

const standing = { owner: null, signOff: null };
const profile = (more: Partial<PersonaProfile> = {}): PersonaProfile => ({
  ...{ documentId: 'cfo', slug: 'cfo', name: 'CFO', buyingRole: null, description: null },
  retired: false,
  ...{ goals: 'Save', pains: null, triggers: null, objections: null },
  ...{ sales: standing, marketing: standing, evidenceCount: 0, revision: '1' },
  evidence: { data: [], meta: { pagination: { page: 1, pageSize: 10, pageCount: 0, total: 0 } } },
  ...more,
});

describe('what is typed', () => {
  const before = fieldsOf(profile());

  test('is a change only where it says something else', () => {
    expect(changedFields({}, before)).toEqual([]);
    expect(changedFields({ goals: ' Save\n', pains: ' ' }, before)).toEqual([]);
    expect(changedFields({ goals: '', pains: 'Cost' }, before)).toEqual(['goals', 'pains']);
  });

  test('is contested where somebody else saved something else in the same field', () => {
    const stored = fieldsOf(profile({ goals: 'Earn', pains: 'Cost' }));
    expect(contestedFields({ goals: 'Grow' }, before, stored)).toEqual(['goals']);
    expect(contestedFields({ triggers: 'A tender' }, before, stored)).toEqual([]);
    expect(contestedFields({ goals: 'Earn' }, before, stored)).toEqual([]);
  });
});

describe('a text', () => {
  test('is a list of its lines, without bullets that somebody typed', () => {
    expect(linesOf(null)).toEqual([]);
    expect(linesOf('- One\n\n• Two \n* Three\nFour-fold')).toEqual([
      'One',
      'Two',
      'Three',
      'Four-fold',
    ]);
  });

  test('is set smaller the more lines stand below each other', () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'A line.').join('\n');
    expect(densityOf(profile())).toBe('roomy');
    expect(densityOf(profile({ goals: lines(8), pains: lines(8) }))).toBe('roomy');
    expect(densityOf(profile({ goals: lines(9), pains: lines(8) }))).toBe('regular');
    expect(densityOf(profile({ goals: lines(17), triggers: lines(10) }))).toBe('small');
    expect(densityOf(profile({ goals: 'x'.repeat(3000) }))).toBe('smallest');
  });
});
