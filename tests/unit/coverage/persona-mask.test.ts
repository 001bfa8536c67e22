/** A set of personas written as numbers and read back. */
import fc from 'fast-check';

import { personaReader, personaWindows } from '../../../server/src/coverage/persona-mask';

/** What the database does: it sums the bits of an entry's personas, window by window. */
const written = (chosen: number[], personaIds: number[]) =>
  personaWindows(personaIds).map(({ first, last }) =>
    chosen.filter((id) => first <= id && id <= last).reduce((sum, id) => sum + 2 ** (id - first), 0)
  );

const personasIn = (masks: number[], personaIds: number[]) =>
  personaReader(personaIds)(masks.join(':')).map((index) => personaIds[index]);

const personas = fc.uniqueArray(
  fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 1_000_000 })),
  { maxLength: 160 }
);

describe('masks of personas', () => {
  test('bring back the very set that was written, however many personas there are', () => {
    fc.assert(
      fc.property(
        personas.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all))),
        ([all, chosen]) => {
          expect(personasIn(written(chosen, all), all)).toEqual(chosen);
        }
      )
    );
  });

  test('bring back all personas at once', () => {
    for (const count of [1, 49, 50, 51, 100, 101]) {
      const all = Array.from({ length: count }, (_, index) => index + 7);
      expect(personasIn(written(all, all), all)).toEqual(all);
    }
  });

  test('stay within what every database and JavaScript hold exactly', () => {
    const all = Array.from({ length: 120 }, (_, index) => index + 1);
    const sums = written(all, all);
    expect(sums).toHaveLength(3);
    for (const sum of sums) expect(Number.isSafeInteger(sum)).toBe(true);
  });

  test('are one at least, and tell nobody where there are no personas', () => {
    expect(personaWindows([])).toHaveLength(1);
    expect(personasIn([0], [])).toEqual([]);
  });

  test('ignore a persona that is not known', () => {
    expect(personasIn(written([1, 99], [1, 2]), [1, 2])).toEqual([1]);
  });
});
