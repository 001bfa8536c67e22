import { useIntl } from 'react-intl';

import type { Coverage } from '../../../../contracts/coverage';
import type { CoverageDemand } from '../../../../contracts/coverage-demand';
import { buildGrid, type GridCell, type GridRow } from '../grid/build-grid';
import { CellStateIcon, useCellStateTexts } from '../grid/CellStateMark';
import { SheetTable, TableFrame } from './sheet-styles';

interface ScorecardGridProps {
  coverage: Coverage;
  demand: CoverageDemand;
}

/** Documents of targets, with each cell's state as icon and text. */
export function ScorecardGrid({ coverage, demand }: ScorecardGridProps) {
  const intl = useIntl();
  const rows = buildGrid(coverage, demand);
  const title = intl.formatMessage({
    id: 'buyer-journey.scorecard.grid',
    defaultMessage: 'Documents of the target, by stage and persona',
  });
  const drawRow = (row: GridRow) => (
    <tr key={`${row.kind} ${row.persona ?? ''}`}>
      <th scope="row">
        <RowName row={row} />
      </th>
      {row.cells.map((cell) => (
        <td key={cell.stage}>
          <CellText cell={cell} />
        </td>
      ))}
    </tr>
  );
  return (
    <>
      <h3>{title}</h3>
      <TableFrame aria-label={title}>
        <SheetTable>
          <thead>
            <tr>
              <th scope="col">
                {intl.formatMessage({
                  id: 'buyer-journey.grid.persona',
                  defaultMessage: 'Persona',
                })}
              </th>
              {coverage.stages.map(({ slug, name }) => (
                <th key={slug} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.slice(0, -1).map(drawRow)}</tbody>
          <tfoot>{rows.slice(-1).map(drawRow)}</tfoot>
        </SheetTable>
      </TableFrame>
    </>
  );
}

function CellText({ cell: { documents, target, state } }: { cell: GridCell }) {
  const intl = useIntl();
  const stateTexts = useCellStateTexts();
  return (
    <>
      <strong>{intl.formatNumber(documents)}</strong>
      {target ? ` / ${intl.formatNumber(target)}` : null}
      {state && (
        <small>
          <CellStateIcon state={state} />
          {stateTexts[state]}
        </small>
      )}
    </>
  );
}

function RowName({ row }: { row: GridRow }) {
  const intl = useIntl();
  switch (row.kind) {
    case 'persona':
      return row.name;
    case 'everyone':
      return intl.formatMessage({ id: 'buyer-journey.grid.everyone', defaultMessage: 'Everyone' });
    case 'total':
      return intl.formatMessage({ id: 'buyer-journey.grid.total', defaultMessage: 'All' });
  }
}
