/** Small decisions of the inbox: where to turn next, what can be undone, what an edit sends. */
import {
  changedFields,
  type EditableFields,
} from '../../../admin/src/inbox/actions/editable-fields';
import { hasWayBack, mayMove } from '../../../admin/src/inbox/actions/way-back';
import { calendarDate, dayOfLocalDate } from '../../../admin/src/ui/calendar-day';
import { AGES, ageOfValue, ageValue } from '../../../admin/src/inbox/filters/age';
import { itemAfter, itemBeside } from '../../../admin/src/inbox/neighbours';

const items = ['a', 'b', 'c'].map((documentId) => ({ documentId }));

describe('moving through the list', () => {
  test.each([
    ['a', 1, 'b'],
    ['b', -1, 'a'],
    ['c', 1, undefined],
    ['a', -1, undefined],
    [null, 1, 'a'],
    ['elsewhere', -1, 'a'],
  ] as const)('from %s by %s leads to %s', (from, step, to) => {
    expect(itemBeside(items, from, step)?.documentId).toBe(to);
  });

  test.each([
    ['a', 'b'],
    ['c', 'b'],
    ['elsewhere', undefined],
  ])('after %s is done comes %s', (done, next) => {
    expect(itemAfter(items, done)?.documentId).toBe(next);
  });

  test('a list of one leads nowhere', () => {
    expect(itemAfter(items.slice(0, 1), 'a')).toBeNull();
  });
});

describe('undoing', () => {
  test('what was accepted can go back', () => {
    expect(hasWayBack('received', 'accepted')).toBe(true);
    expect(hasWayBack('received', 'declined')).toBe(true);
  });
  test('what was started at once cannot become received again', () => {
    expect(hasWayBack('received', 'in_progress')).toBe(false);
  });
  test('reopening is not undone, as the reason would be needed again', () => {
    expect(mayMove('declined', 'received')).toBe(true);
    expect(hasWayBack('declined', 'received')).toBe(false);
  });
});

describe('an edit', () => {
  const before: EditableFields = {
    ...{ buyerWords: 'Why?', kind: 'question', slug: '', stage: 'decision' },
    ...{ resolveByStage: null, personas: ['cfo'], byline: [] },
  };
  test('sends nothing when nothing was changed', () => {
    expect(changedFields(before, { ...before, personas: ['cfo'] })).toEqual({});
  });
  test('sends what was changed, and what was taken away', () => {
    expect(changedFields(before, { ...before, stage: null, personas: [] })).toEqual({
      stage: null,
      personas: [],
    });
  });
});

test('a calendar day goes to the date picker and comes back', () => {
  expect(calendarDate('2026-01-31').toISOString()).toBe('2026-01-31T00:00:00.000Z');
  expect(dayOfLocalDate(new Date(2026, 0, 31))).toBe('2026-01-31');
});

test('each age on offer is found again by its value', () => {
  for (const age of AGES) expect(ageOfValue(ageValue(age))).toEqual(age);
  expect(ageOfValue(ageValue({ olderThan: 5, newerThan: 6 }))).toBeNull();
});
