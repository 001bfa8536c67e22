/** The grid as CSV. No database in here. */
import { cellState, type CellState, type Coverage } from '../../../../contracts/coverage';
import type { CoverageDemand, GapPriority } from '../../../../contracts/coverage-demand';
import { BYTE_ORDER_MARK, csvLines, type CsvField } from '../../csv';
import type { HeadLine } from './words';

const COLUMNS = [
  ...['kind', 'stage', 'persona', 'documents', 'fresh', 'target', 'gap', 'state'],
  ...['demand', 'openDemand', 'openItems', 'priority'],
];

/** In the words of docs/metrics.md. */
const DEFINITIONS: HeadLine[] = [
  [
    'column documents',
    'live documents at the stage for the persona; Everyone are those for no persona',
  ],
  ['column fresh', 'documents that are fresh'],
  ['column target', 'how many documents there should be; 0 is out of scope'],
  ['column gap', 'documents missing to the target'],
  ['column demand', 'what sales hears, each time weighted down with its age; answered or not'],
  ['column openDemand', 'demand of what is not answered'],
  ['column openItems', 'items that are not answered'],
  [
    'column priority',
    'half the share of open demand and half the share of fresh documents missing to the target, 0 to 1',
  ],
  [
    'column kind',
    'cell; stage: each document and item of the stage once; unplaced: what buyers said without a stage',
  ],
  ['note', 'Filters narrow documents alone. Coverage counts quantity, not quality.'],
];

const STATES: Record<CellState, string> = {
  onTarget: 'on target',
  overTarget: 'over target',
  under: 'under',
  empty: 'empty',
  outOfScope: 'out of scope',
};

/** The cells in the order of the matrix, then the stages, then what buyers said without a stage. */
export function gridCsv(head: HeadLine[], coverage: Coverage, demand: CoverageDemand): string {
  const rows = [...cellRows(coverage, demand), ...stageRows(coverage, demand)];
  const { unplaced } = demand;
  rows.push([
    ...['unplaced', '', '', '', '', '', '', ''],
    ...[figure(unplaced.demand), figure(unplaced.openDemand), unplaced.openItems, ''],
  ]);
  return [
    BYTE_ORDER_MARK,
    csvLines([...head, ...DEFINITIONS]),
    '\r\n',
    csvLines([COLUMNS, ...rows]),
  ].join('');
}

function cellRows({ stages, personas, cells }: Coverage, demand: CoverageDemand): CsvField[][] {
  const stageNames = new Map(stages.map(({ slug, name }) => [slug, name]));
  const personaNames = new Map(personas.map(({ slug, name }) => [slug, name]));
  return cells.map(({ stage, persona, documents, fresh, target, gap }) => {
    const heard = demand.cells.find((cell) => cell.stage === stage && cell.persona === persona);
    return [
      ...['cell', stageNames.get(stage) ?? stage],
      persona === null ? 'Everyone' : (personaNames.get(persona) ?? persona),
      ...[documents, fresh, target, gap, STATES[cellState({ documents, target })]],
      ...heardFields(heard, heard?.priority ?? null),
    ];
  });
}

function stageRows({ stages, stageTotals }: Coverage, demand: CoverageDemand): CsvField[][] {
  return stages.map(({ slug, name }) => {
    const total = stageTotals.find(({ stage }) => stage === slug);
    const heard = demand.stages.find(({ stage }) => stage === slug);
    return [
      ...['stage', name, '', total?.documents ?? 0, total?.fresh ?? 0, '', '', ''],
      ...heardFields(heard, null),
    ];
  });
}

interface Heard {
  demand: number;
  openDemand: number;
  openItems: number;
}

function heardFields(heard: Heard | undefined, priority: GapPriority | null): CsvField[] {
  const { demand, openDemand, openItems } = heard ?? { demand: 0, openDemand: 0, openItems: 0 };
  return [figure(demand), figure(openDemand), openItems, priority && figure(priority.figure)];
}

const figure = (value: number) => Number(value.toFixed(4));
