/** Folding counted groups into the matrix: the arithmetic, without a database. */
import fc from 'fast-check';

import { foldCoverage, type CountedType } from '../../../server/src/coverage/matrix';

const stage = (id: number) => ({
  id,
  documentId: `s${id}`,
  slug: `stage-${id}`,
  name: `Stage ${id}`,
  position: id,
  alwaysOn: false,
  buyerQuestion: null,
  color: null,
  retired: false,
});
const persona = (id: number) => ({
  id,
  documentId: `p${id}`,
  slug: `persona-${id}`,
  name: `Persona ${id}`,
  buyingRole: null,
  retired: false,
});

const STAGES = [stage(1), stage(2)];
const PERSONAS = [persona(11), persona(12)];
const FIRST = 1;
const SECOND = 2;

const type = (...groups: CountedType['groups']): CountedType => ({
  uid: 'api::article.article',
  displayName: 'Article',
  groups,
});
const at = (stageId: number | null, mask: number, fresh = true) =>
  `${stageId ?? ''}:${fresh ? 1 : 0}:${mask}`;
const inAll = (...places: string[]) => places.join(',');
/** The same target for every cell but those for everyone. */
const everywhere = (target: number) => (_stage: string, persona: string | null) =>
  persona === null ? 0 : target;
const fold = (types: CountedType[], target = 1) =>
  foldCoverage(STAGES, PERSONAS, types, everywhere(target));
const cell = (coverage: ReturnType<typeof fold>, stageSlug: string, personaSlug: string | null) =>
  coverage.cells.find((c) => c.stage === stageSlug && c.persona === personaSlug);

describe('the matrix', () => {
  test('has a cell for each stage and persona in order, and one more per stage for everyone', () => {
    expect(fold([]).cells.map((c) => [c.stage, c.persona])).toEqual([
      ['stage-1', 'persona-11'],
      ['stage-1', 'persona-12'],
      ['stage-1', null],
      ['stage-2', 'persona-11'],
      ['stage-2', 'persona-12'],
      ['stage-2', null],
    ]);
  });

  test('counts documents of two personas in two cells and once in the stage', () => {
    const coverage = fold([type({ places: at(1, FIRST + SECOND), documents: 3 })]);
    expect(cell(coverage, 'stage-1', 'persona-11')?.documents).toBe(3);
    expect(cell(coverage, 'stage-1', 'persona-12')?.documents).toBe(3);
    expect(coverage.stageTotals[0]).toEqual({ stage: 'stage-1', documents: 3, fresh: 3 });
    expect(coverage.totals.documents).toBe(3);
  });

  test('puts documents without persona into the row of everyone only', () => {
    const coverage = fold([type({ places: at(1, 0), documents: 2 })]);
    expect(cell(coverage, 'stage-1', null)?.documents).toBe(2);
    expect(cell(coverage, 'stage-1', 'persona-11')?.documents).toBe(0);
  });

  test('counts a document once where two of its versions stand, fresh if one of them is', () => {
    const places = inAll(at(1, FIRST, false), at(1, FIRST + SECOND, true), at(2, SECOND, false));
    const coverage = fold([type({ places, documents: 1 })]);
    expect(cell(coverage, 'stage-1', 'persona-11')).toMatchObject({ documents: 1, fresh: 1 });
    expect(cell(coverage, 'stage-2', 'persona-12')).toMatchObject({ documents: 1, fresh: 0 });
    expect(coverage.stageTotals).toEqual([
      { stage: 'stage-1', documents: 1, fresh: 1 },
      { stage: 'stage-2', documents: 1, fresh: 0 },
    ]);
    expect(coverage.totals).toMatchObject({ documents: 1, tagged: 1, untagged: 0 });
  });

  test('takes a document for tagged when one of its versions has a stage', () => {
    const coverage = fold([
      type(
        { places: inAll(at(null, 0), at(1, 0)), documents: 1 },
        { places: at(null, FIRST), documents: 4 }
      ),
    ]);
    expect(coverage.totals).toMatchObject({ documents: 5, tagged: 1, untagged: 4 });
    expect(coverage.types).toEqual([
      { uid: 'api::article.article', displayName: 'Article', documents: 5, untagged: 4 },
    ]);
  });

  test('takes a stage that is gone for none', () => {
    const coverage = fold([type({ places: at(99, FIRST), documents: 1 })]);
    expect(coverage.totals).toMatchObject({ documents: 1, untagged: 1 });
    expect(coverage.cells.every(({ documents }) => documents === 0)).toBe(true);
  });

  test('measures gap, coverage and fill against the target; surplus fills no other cell', () => {
    const coverage = fold(
      [
        type(
          { places: at(1, FIRST), documents: 5 },
          { places: at(1, SECOND), documents: 1 },
          { places: at(1, 0), documents: 9 }
        ),
      ],
      2
    );
    expect(cell(coverage, 'stage-1', 'persona-11')).toMatchObject({ target: 2, gap: 0 });
    expect(cell(coverage, 'stage-1', 'persona-12')).toMatchObject({ target: 2, gap: 1 });
    expect(cell(coverage, 'stage-1', null)).toMatchObject({ target: 0, gap: 0 });
    // Four cells in scope: one reaches 2, and 2 + 1 of 8 wanted documents are there.
    expect(coverage.totals).toMatchObject({ coverage: 1 / 4, fill: 3 / 8 });
  });

  test('has no coverage and no fill where nothing is in scope', () => {
    expect(fold([], 0).totals).toMatchObject({ coverage: null, fill: null });
    const one = everywhere(1);
    expect(foldCoverage([], PERSONAS, [], one).totals).toMatchObject({
      coverage: null,
      fill: null,
    });
    expect(foldCoverage(STAGES, [], [], one).totals).toMatchObject({ coverage: null, fill: null });
  });

  test('does not give row ids away', () => {
    const { stages, personas } = fold([]);
    for (const term of [...stages, ...personas]) expect(term).not.toHaveProperty('id');
  });
});

const place = fc
  .tuple(fc.constantFrom(1, 2, 99, null), fc.integer({ min: 0, max: 3 }), fc.boolean())
  .map(([stageId, mask, fresh]) => at(stageId, mask, fresh));
const group = fc.record({
  places: fc.array(place, { minLength: 1, maxLength: 4 }).map((places) => inAll(...places)),
  documents: fc.integer({ min: 1, max: 9 }),
});
const types = fc.array(
  fc.array(group, { maxLength: 6 }).map((groups) => type(...groups)),
  {
    maxLength: 3,
  }
);

describe('whatever is counted', () => {
  test('fresh is never more than all, a cell never more than its stage, a stage never more than the total', () => {
    fc.assert(
      fc.property(types, fc.nat(5), (counted, target) => {
        const coverage = fold(counted, target);
        for (const total of coverage.stageTotals) {
          expect(total.fresh).toBeLessThanOrEqual(total.documents);
          expect(total.documents).toBeLessThanOrEqual(coverage.totals.tagged);
          for (const c of coverage.cells.filter(({ stage: slug }) => slug === total.stage)) {
            expect(c.fresh).toBeLessThanOrEqual(c.documents);
            expect(c.documents).toBeLessThanOrEqual(total.documents);
            expect(c.gap).toBe(Math.max(0, c.target - c.documents));
          }
        }
      })
    );
  });

  test('splitting a group in two, or listing a place twice, changes no figure', () => {
    fc.assert(
      fc.property(types, (counted) => {
        const split = counted.map(({ groups, ...rest }) => ({
          ...rest,
          groups: groups.flatMap(({ places, documents }) => [
            { places: inAll(places, places), documents: documents - 1 },
            { places: places.split(',').reverse().join(','), documents: 1 },
          ]),
        }));
        expect(fold(split)).toEqual(fold(counted));
      })
    );
  });
});
