import { memo } from 'react';
import { useIntl } from 'react-intl';

import type { CoverageStage } from '../../../../contracts/coverage';
import { useBuyingRoleText } from '../../taxonomy/buying-role';
import type { GridCell, GridRow } from './build-grid';
import type { CellFace } from './cell-face';
import { GridCellView } from './GridCellView';

interface GridRowViewProps {
  row: GridRow;
  /** Counts from 0. */
  index: number;
  stages: CoverageStage[];
  faceOf: (cell: GridCell) => CellFace;
  /** Column that the Tab key reaches; null in all rows but one. */
  tabStop: number | null;
  /** Column whose entries are open; null for none. */
  openColumn: number | null;
}

/** One row of the grid. Moving about redraws the row that is left and the one that is entered. */
export const GridRowView = memo(function GridRowView(props: GridRowViewProps) {
  const { row, index, stages, faceOf, tabStop, openColumn } = props;
  const intl = useIntl();
  const { name, hint } = useRowName(row);

  return (
    <tr>
      <th scope="row">
        {name}
        {hint && <small>{hint}</small>}
      </th>
      {row.cells.map((cell, column) => (
        <GridCellView
          key={cell.stage}
          row={index}
          column={column}
          where={intl.formatMessage(
            { id: 'buyer-journey.cell.where', defaultMessage: '{stage}, {persona}:' },
            { stage: stages[column]?.name, persona: name }
          )}
          {...faceOf(cell)}
          isTabStop={tabStop === column}
          isOpen={openColumn === column}
        />
      ))}
    </tr>
  );
});

/** Name and small print of a row: personas bring theirs, the two other rows have words of ours. */
export function useRowName(row: GridRow): { name: string; hint: string | null } {
  const intl = useIntl();
  const buyingRoleText = useBuyingRoleText();
  switch (row.kind) {
    case 'persona': {
      const retired = row.retired
        ? intl.formatMessage({ id: 'buyer-journey.term.retired', defaultMessage: 'Retired' })
        : null;
      const parts = [buyingRoleText(row), retired].filter((part) => part !== null);
      return { name: row.name, hint: parts.join(' · ') || null };
    }
    case 'everyone':
      return {
        name: intl.formatMessage({ id: 'buyer-journey.grid.everyone', defaultMessage: 'Everyone' }),
        hint: intl.formatMessage({
          id: 'buyer-journey.grid.everyone.hint',
          defaultMessage: 'for no persona in particular',
        }),
      };
    case 'total':
      return {
        name: intl.formatMessage({ id: 'buyer-journey.grid.total', defaultMessage: 'All' }),
        hint: intl.formatMessage({
          id: 'buyer-journey.grid.total.hint',
          defaultMessage: 'each document once',
        }),
      };
  }
}
