import { memo } from 'react';

import type { CellFace } from './cell-face';
import { CellStateIcon } from './CellStateMark';
import { CellButton } from './grid-styles';

interface GridCellViewProps extends CellFace {
  row: number;
  column: number;
  /** Stage and persona in words. */
  where: string;
  isTabStop: boolean;
  isOpen: boolean;
}

/** One cell. Plain props only, so that a grid of a thousand cells redraws just those that change. */
export const GridCellView = memo(function GridCellView(props: GridCellViewProps) {
  const { row, column, where, value, of, state, note, tint, isTotal, isTabStop, isOpen } = props;
  return (
    <td>
      <CellButton
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        tabIndex={isTabStop ? 0 : -1}
        data-row={row}
        data-column={column}
        data-tint={tint}
        data-state={state ?? undefined}
        data-total={isTotal || undefined}
      >
        <span>
          <span className="where">{where} </span>
          <b>{value}</b>
          {of !== null && <> / {of}</>}
        </span>
        {note !== null && (
          <small>
            {state && <CellStateIcon state={state} />}
            {note}
          </small>
        )}
      </CellButton>
    </td>
  );
});
