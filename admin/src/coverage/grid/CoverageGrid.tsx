import { Badge, Typography, VisuallyHidden } from '@strapi/design-system';
import type { MouseEvent } from 'react';
import { useIntl } from 'react-intl';

import type { CoverageStage } from '../../../../contracts/coverage';
import { StageDot } from '../../ui/StageName';
import type { CoverageView, OpenCell } from '../address';
import type { GridRow } from './build-grid';
import { useCellFaces } from './cell-face';
import { GridRowView } from './GridRowView';
import { GridFrame, GridTable } from './grid-styles';
import { useRovingCell } from './roving';

interface CoverageGridProps {
  stages: CoverageStage[];
  rows: GridRow[];
  view: CoverageView;
  openCell: OpenCell | null;
  onOpen: (cell: OpenCell) => void;
}

/** Stages across, personas down; each cell opens the entries behind it. */
export function CoverageGrid({ stages, rows, view, openCell, onOpen }: CoverageGridProps) {
  const intl = useIntl();
  const faceOf = useCellFaces(view, rows);

  const openRow = rows.findIndex((row) => row.persona === openCell?.persona);
  const openColumn = stages.findIndex((stage) => stage.slug === openCell?.stage);
  const { tabStop, onKeyDown, onFocus } = useRovingCell(
    { rows: rows.length, columns: stages.length },
    openRow >= 0 && openColumn >= 0 ? { row: openRow, column: openColumn } : undefined
  );

  const openClicked = (event: MouseEvent) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-row][data-column]');
    const row = rows[Number(button?.dataset.row)];
    const stage = stages[Number(button?.dataset.column)];
    if (!button || !row || !stage) return;
    // Not every browser focuses a button on click, and the focus is to come back here.
    button.focus();
    onOpen({ stage: stage.slug, persona: row.persona, page: 1 });
  };

  const drawRow = (row: GridRow, index: number) => (
    <GridRowView
      key={`${row.kind} ${row.persona ?? ''}`}
      row={row}
      index={index}
      stages={stages}
      faceOf={faceOf}
      tabStop={tabStop.row === index ? tabStop.column : null}
      openColumn={openRow === index ? openColumn : null}
    />
  );

  return (
    <GridFrame>
      <GridTable role="grid" onClick={openClicked} onKeyDown={onKeyDown} onFocus={onFocus}>
        <caption>
          <VisuallyHidden>
            {intl.formatMessage({
              id: 'buyer-journey.grid.caption',
              defaultMessage:
                'Live documents, or what is chosen above, by journey stage and persona. Arrow keys move among the cells, Enter opens the entries behind one.',
            })}
          </VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              {intl.formatMessage({ id: 'buyer-journey.grid.persona', defaultMessage: 'Persona' })}
            </th>
            {stages.map((stage) => (
              <StageHeader key={stage.slug} stage={stage} share={1 / stages.length} />
            ))}
          </tr>
        </thead>
        <tbody>{rows.slice(0, -1).map(drawRow)}</tbody>
        <tfoot>{rows.slice(-1).map((row) => drawRow(row, rows.length - 1))}</tfoot>
      </GridTable>
    </GridFrame>
  );
}

/** @param share of the width that the stages have together */
function StageHeader({ stage, share }: { stage: CoverageStage; share: number }) {
  const intl = useIntl();
  return (
    <th scope="col" style={{ inlineSize: `${String(80 * share)}%` }}>
      {stage.alwaysOn && (
        <>
          <Badge size="S">
            {intl.formatMessage({
              id: 'buyer-journey.stage.alwaysOn',
              defaultMessage: 'Always on',
            })}
          </Badge>
          <br />
        </>
      )}
      {stage.retired && (
        <>
          <Badge size="S">
            {intl.formatMessage({ id: 'buyer-journey.term.retired', defaultMessage: 'Retired' })}
          </Badge>
          <br />
        </>
      )}
      <StageDot color={stage.color} />{' '}
      <Typography variant="pi" fontWeight="bold">
        {stage.name}
      </Typography>
      {stage.buyerQuestion && <small>{stage.buyerQuestion}</small>}
    </th>
  );
}
