/** A set of personas written as numbers and read back. */
import fc from 'fast-check';

import { personaMasks, personasIn } from '../../../server/src/coverage/persona-mask';

/** What the database does: it sums the weights of an entry's personas, mask by mask. */
const written = (chosen: number[], personaIds: number[]) =>
  personaMasks(personaIds).map((mask) => chosen.reduce((sum, id) => sum + (mask.get(id) ?? 0), 0));

const personas = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 160 });

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
    expect(personaMasks([])).toHaveLength(1);
    expect(personasIn([0], [])).toEqual([]);
  });

  test('ignore a persona that is not known', () => {
    expect(personasIn(written([1, 99], [1, 2]), [1, 2])).toEqual([1]);
  });
});
