/** Formulas that set supply beside demand, on figures that one can check by hand. */
import { alignment, gapPriorities } from '../../../server/src/coverage/supply-and-demand';

const places = (supply: number[], demand: number[]) =>
  supply.map((documents, index) => ({ supply: documents, demand: demand[index] ?? 0 }));

describe('alignment', () => {
  test('is what the two spreads have in common', () => {
    expect(alignment(10, places([2, 3, 5], [5, 3, 2])).figure).toBeCloseTo(0.7, 12);
    expect(alignment(10, places([4, 6], [2, 3])).figure).toBeCloseTo(1, 12);
    expect(alignment(10, places([4, 0], [0, 3])).figure).toBe(0);
  });

  test('has no figure where there is too little to say something', () => {
    expect(alignment(9, places([1], [1]))).toEqual({ figure: null, reason: 'fewItems' });
    expect(alignment(10, places([0, 0], [1, 2]))).toEqual({ figure: null, reason: 'noDocuments' });
    expect(alignment(10, places([1, 2], [0, 0]))).toEqual({ figure: null, reason: 'noDemand' });
  });
});

describe('gap priority', () => {
  const figures = (cells: [openDemand: number, shortage: number][]) =>
    gapPriorities(cells.map(([openDemand, shortage]) => ({ openDemand, shortage })));

  test('is half the share of open demand and half the share of shortage', () => {
    expect(
      figures([
        [3, 1],
        [1, 3],
      ])
    ).toEqual([
      { figure: 0.5, demandShare: 0.75, shortageShare: 0.25 },
      { figure: 0.5, demandShare: 0.25, shortageShare: 0.75 },
    ]);
  });

  test('leaves a part out that is 0 everywhere, and the other one counts whole', () => {
    expect(
      figures([
        [3, 0],
        [1, 0],
      ])
    ).toEqual([
      { figure: 0.75, demandShare: 0.75, shortageShare: null },
      { figure: 0.25, demandShare: 0.25, shortageShare: null },
    ]);
    expect(
      figures([
        [0, 1],
        [0, 4],
      ])[1]
    ).toEqual({ figure: 0.8, demandShare: null, shortageShare: 0.8 });
  });

  test('is nothing where nothing is asked for and nothing is short', () => {
    expect(figures([[0, 0]])).toEqual([null]);
  });
});
