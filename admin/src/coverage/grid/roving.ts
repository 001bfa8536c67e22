import { useState, type FocusEvent, type KeyboardEvent } from 'react';

export interface Position {
  row: number;
  column: number;
}

const FIRST: Position = { row: 0, column: 0 };

const positionOf = (element: Element): Position | null => {
  const cell = element.closest<HTMLElement>('[data-row][data-column]');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
};

/** Where a key leads from `from` in a grid of `rows` x `columns`; null when the key is not ours. */
export function nextPosition(
  { row, column }: Position,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { rows, columns }: { rows: number; columns: number }
): Position | null {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(columns - 1, column + 1) };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}

/**
 * One tab stop for the whole grid; arrow keys, Home and End move it. Cells carry `data-row` and `data-column`.
 * Put what is returned next to `tabStop` on the element around the cells.
 */
export function useRovingCell(size: { rows: number; columns: number }, initial: Position = FIRST) {
  const [position, setPosition] = useState(initial);
  const inside = position.row < size.rows && position.column < size.columns;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = positionOf(event.target as Element);
    const to = from && nextPosition(from, event, size);
    if (!to) return;
    event.preventDefault();
    const target = event.currentTarget.querySelector<HTMLElement>(
      `[data-row="${String(to.row)}"][data-column="${String(to.column)}"]`
    );
    target?.focus();
  };

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const focused = positionOf(event.target);
    if (focused) setPosition(focused);
  };

  return { tabStop: inside ? position : FIRST, onKeyDown, onFocus };
}
