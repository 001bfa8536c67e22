import { Button, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { EVERYONE, type Coverage } from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';
import { useCoverage, useCoverageDemand, useCoverageFromSales } from '../api/coverage';
import { EVERYTHING, isUnfiltered } from '../api/coverage-question';
import { errorStatus } from '../api/errors';
import { CaptureLink } from '../ui/CaptureLink';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { UndoBar } from '../ui/UndoBar';
import { useCoverageAddress, type OpenCell } from './address';
import { CoverageBody } from './CoverageBody';
import { CoverageFilterBar } from './filters/CoverageFilterBar';
import { CoverageSubtitle } from './CoverageSubtitle';
import { EntriesDialog } from './entries/EntriesDialog';
import type { OpenInCell } from './entries/OpenItems';
import { firstCell } from './first-cell';
import { ExportMenu } from './export/ExportMenu';
import { SetTargetsDialog } from './targets/SetTargetsDialog';
import { useTargets } from './targets/useTargets';
import { useCellTitle } from './useCellTitle';

/** Where are we thin? Figures, grid and the entries behind them, or the next step of the first run. */
export function CoverageScreen() {
  const intl = useIntl();
  const { address, setScope, setLook, setCell } = useCoverageAddress();
  const { scope, cell } = address;
  const demand = useCoverageDemand(scope);
  const { data: coverage, error, isPlaceholderData, refetch } = useCoverage(scope);
  const showsSales = address.layout === 'table' || address.view === 'sales';
  const fromSales = useCoverageFromSales(scope, showsSales);
  const cellTitle = useCellTitle();
  const targets = useTargets(scope, focusCells);
  const [isSettingTargets, setIsSettingTargets] = useState(false);
  const title = intl.formatMessage({
    id: 'buyer-journey.coverage.title',
    defaultMessage: 'Coverage',
  });
  const hasStages = coverage !== undefined && coverage.stages.length > 0;

  const clearFilters = errorStatus(error) === 400 && !isUnfiltered(scope) && (
    <Button
      onClick={() => {
        setScope(EVERYTHING);
      }}
    >
      {intl.formatMessage({ id: 'buyer-journey.filter.clear', defaultMessage: 'Clear filters' })}
    </Button>
  );

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={
          hasStages && coverage.types.length > 0 && <CoverageSubtitle totals={coverage.totals} />
        }
        primaryAction={
          <Flex gap={2} wrap="wrap">
            {targets.maySet && hasStages && coverage.totals.tagged > 0 && (
              <Button
                variant="tertiary"
                onClick={() => {
                  setIsSettingTargets(true);
                }}
              >
                {intl.formatMessage({
                  id: 'buyer-journey.targets.open',
                  defaultMessage: 'Set targets…',
                })}
              </Button>
            )}
            {hasStages && <ExportMenu scope={scope} />}
            <CaptureLink />
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex
          direction="column"
          alignItems="stretch"
          gap={4}
          aria-busy={isPlaceholderData || demand.isPlaceholderData || fromSales.isPlaceholderData}
        >
          {error && (
            <ErrorNotice
              error={error}
              action={clearFilters}
              onRetry={clearFilters ? undefined : () => void refetch()}
            />
          )}
          {!error && !coverage && <LoadingNotice />}
          {!error && demand.error && (
            <ErrorNotice error={demand.error} onRetry={() => void demand.refetch()} />
          )}
          {!error && fromSales.error && (
            <ErrorNotice error={fromSales.error} onRetry={() => void fromSales.refetch()} />
          )}
          {!error && coverage && (
            <CoverageBody
              coverage={coverage}
              demand={demand.data}
              fromSales={showsSales ? fromSales.data : undefined}
              address={address}
              onOpen={setCell}
              onLook={setLook}
              filters={<CoverageFilterBar scope={scope} onChange={setScope} />}
            />
          )}
        </Flex>
        {coverage && cell && (
          <EntriesDialog
            scope={scope}
            cell={cell}
            title={cellTitle(coverage, cell)}
            fromSales={address.layout === 'grid' && address.view === 'sales'}
            target={targetOf(coverage, cell)}
            targets={targets}
            isRetired={isRetired(coverage, cell)}
            open={openIn(demand.data, cell)}
            onPage={(page) => {
              setCell({ ...cell, page }, { replace: true });
            }}
            onClose={() => {
              setCell(null);
            }}
          />
        )}
        {coverage && isSettingTargets && (
          <SetTargetsDialog
            coverage={coverage}
            scope={scope}
            targets={targets}
            onClose={() => {
              setIsSettingTargets(false);
            }}
          />
        )}
        <UndoBar undoable={targets.undoable} onDismiss={targets.dismissUndo} />
      </Layouts.Content>
    </Page.Main>
  );
}

function focusCells(): void {
  firstCell()?.focus();
}

/** Target of what is open; stage totals and untagged documents have none. */
function targetOf({ cells }: Coverage, { stage, persona }: OpenCell): number {
  if (persona === null) return 0;
  const row = persona === EVERYONE ? null : persona;
  return cells.find((cell) => cell.stage === stage && cell.persona === row)?.target ?? 0;
}

/** What is open in a cell; null for what is no cell, and while it is not known. */
function openIn(
  demand: CoverageDemand | undefined,
  { stage, persona }: OpenCell
): OpenInCell | null {
  if (!demand || persona === null) return null;
  const row = persona === EVERYONE ? null : persona;
  return demand.cells.find((cell) => cell.stage === stage && cell.persona === row) ?? null;
}

/** Whether the cell's stage or persona is retired: nothing new belongs there. */
function isRetired({ stages, personas }: Coverage, cell: OpenCell): boolean {
  return [
    stages.find(({ slug }) => slug === cell.stage),
    personas.find(({ slug }) => slug === cell.persona),
  ].some((term) => term?.retired);
}
