import { memo } from 'react';

import type { CellState, Tint } from './build-grid';
import { CellStateIcon } from './CellStateMark';
import { CellButton } from './grid-styles';

interface GridCellViewProps {
  row: number;
  column: number;
  /** Stage and persona in words. */
  where: string;
  documents: string;
  /** Null where there is no target to show. */
  target: string | null;
  state: CellState | null;
  stateText: string | null;
  tint: Tint;
  isTabStop: boolean;
  isOpen: boolean;
}

/** One cell. Plain props only, so that a grid of a thousand cells redraws just those that change. */
export const GridCellView = memo(function GridCellView(props: GridCellViewProps) {
  const { row, column, where, documents, target, state, stateText, tint, isTabStop, isOpen } =
    props;
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
      >
        <span>
          <span className="where">{where} </span>
          <b>{documents}</b>
          {target !== null && <> / {target}</>}
        </span>
        {state && (
          <small>
            <CellStateIcon state={state} />
            {stateText}
          </small>
        )}
      </CellButton>
    </td>
  );
});
