import { CaretDown, CaretUp } from '@strapi/icons';
import { memo, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { CoverageStage } from '../../../../contracts/coverage';
import { displayShare } from '../../ui/display-share';
import { TABLE_COLUMNS, type OpenCell, type TableColumn, type TableSort } from '../address';
import { CellLink } from '../CellLink';
import type { GridRow } from '../grid/build-grid';
import { CellStateIcon, useCellStateTexts } from '../grid/CellStateMark';
import { useRowName } from '../grid/GridRowView';
import { GridFrame } from '../grid/grid-styles';
import { gapOf, sortRows, tableRows, type TableRow } from './sort-rows';
import { useColumnNames } from './column-names';

const Table = styled.table`
  inline-size: 100%;
  border-collapse: collapse;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-variant-numeric: tabular-nums;

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: start;
    white-space: nowrap;
  }

  th[data-number],
  td[data-number] {
    text-align: end;
  }

  td svg {
    inline-size: 1.2rem;
    block-size: 1.2rem;
    margin-inline-end: ${({ theme }) => theme.spaces[1]};
  }
`;

const SortButton = styled.button`
  padding: 0;
  border: 0;
  background: none;
  color: ${({ theme }) => theme.colors.neutral700};
  font: inherit;
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  cursor: pointer;

  svg {
    inline-size: 0.8rem;
    margin-inline-start: ${({ theme }) => theme.spaces[1]};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** Words stand at the start of a column, numbers at its end. */
const isNumber = (column: TableColumn) => column !== 'stage' && column !== 'persona';

interface CoverageTableProps {
  stages: CoverageStage[];
  rows: GridRow[];
  sort: TableSort;
  onSort: (sort: TableSort) => void;
  onOpen: (cell: OpenCell) => void;
}

/** Every cell as a row, in any order; the stage leads to the entries behind it. */
export function CoverageTable({ stages, rows, sort, onSort, onOpen }: CoverageTableProps) {
  const intl = useIntl();
  const names = useColumnNames();
  const sorted = useMemo(() => sortRows(tableRows(rows), sort), [rows, sort]);
  const caption = intl.formatMessage({
    id: 'buyer-journey.table.caption',
    defaultMessage: 'Cells of stage and persona, as a table that can be sorted',
  });

  return (
    <GridFrame>
      <Table aria-label={caption}>
        <thead>
          <tr>
            {TABLE_COLUMNS.map((column) => (
              <SortHeader
                key={column}
                column={column}
                name={names[column]}
                sort={sort}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <CellRow
              key={`${row.cell.stage} ${row.row.persona ?? ''}`}
              row={row}
              stageName={stages[row.place.stage]?.name ?? row.cell.stage}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </Table>
    </GridFrame>
  );
}

interface SortHeaderProps {
  column: TableColumn;
  name: string;
  sort: TableSort;
  onSort: (sort: TableSort) => void;
}

function SortHeader({ column, name, sort, onSort }: SortHeaderProps) {
  const isSorted = sort.column === column;
  const Direction = sort.descending ? CaretDown : CaretUp;
  return (
    <th
      scope="col"
      data-number={isNumber(column) || undefined}
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
    >
      <SortButton
        type="button"
        onClick={() => {
          // Figures are looked at from the largest down.
          onSort({ column, descending: isSorted ? !sort.descending : isNumber(column) });
        }}
      >
        {name}
        {isSorted && <Direction aria-hidden />}
      </SortButton>
    </th>
  );
}

interface CellRowProps {
  row: TableRow;
  stageName: string;
  onOpen: (cell: OpenCell) => void;
}

const CellRow = memo(function CellRow({ row: { cell, row }, stageName, onOpen }: CellRowProps) {
  const intl = useIntl();
  const { name } = useRowName(row);
  const stateTexts = useCellStateTexts();
  const number = (value: number | null, maximumFractionDigits = 0) =>
    value === null ? '–' : intl.formatNumber(value, { maximumFractionDigits });
  const percent = (share: number | null | undefined) =>
    share === null || share === undefined
      ? '–'
      : intl.formatNumber(displayShare(share), { style: 'percent' });

  return (
    <tr>
      <td>
        <CellLink
          onClick={() => {
            onOpen({ stage: cell.stage, persona: row.persona, page: 1 });
          }}
        >
          {stageName}
        </CellLink>
      </td>
      <td>{name}</td>
      <td data-number>{number(cell.documents)}</td>
      <td data-number>
        {cell.state && <CellStateIcon state={cell.state} />}
        {cell.target ? number(cell.target) : cell.state && stateTexts[cell.state]}
      </td>
      <td data-number>{cell.target ? number(gapOf(cell)) : '–'}</td>
      <td data-number>{number(cell.fresh)}</td>
      <td data-number>{number(cell.openDemand, 1)}</td>
      <td data-number>{number(cell.openItems)}</td>
      <td data-number>{percent(cell.priority?.figure)}</td>
      <td data-number>{percent(cell.sales?.share)}</td>
    </tr>
  );
});
