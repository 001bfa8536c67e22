import { Box, Flex } from '@strapi/design-system';
import { useMemo, type ReactNode } from 'react';

import type { Coverage, CoverageFromSales } from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';
import { isUnfiltered } from '../api/coverage-question';
import { SetupOffer } from '../setup/SetupOffer';
import { LoadingNotice } from '../ui/notices';
import type { CoverageAddress, CoverageLook, OpenCell } from './address';
import { CoverageTiles } from './CoverageTiles';
import { PersonaOffer } from './first-run/PersonaOffer';
import { PersonasToTag } from './first-run/PersonasToTag';
import { TaggingProgress } from './first-run/TaggingProgress';
import { buildGrid } from './grid/build-grid';
import { CoverageGrid } from './grid/CoverageGrid';
import { GapList } from './GapList';
import { GridLegend } from './grid/GridLegend';
import { CoverageTable } from './table/CoverageTable';
import { LayoutSwitch, ViewSwitch } from './ViewSwitch';

interface CoverageBodyProps {
  coverage: Coverage;
  /** Undefined while it is not known, as `fromSales`. */
  demand: CoverageDemand | undefined;
  fromSales: CoverageFromSales | undefined;
  address: CoverageAddress;
  onOpen: (cell: OpenCell) => void;
  onLook: (look: Partial<CoverageLook>) => void;
  filters: ReactNode;
}

/** Stages first, then content types, then tags; only then is there a grid worth looking at. */
export function CoverageBody(props: CoverageBodyProps) {
  const { coverage, demand, fromSales, address, onOpen, onLook, filters } = props;
  if (coverage.stages.length === 0 || coverage.types.length === 0) return <SetupOffer />;
  if (coverage.totals.tagged === 0 && isUnfiltered(address.scope)) {
    return (
      <>
        {filters}
        <TaggingProgress coverage={coverage} />
      </>
    );
  }
  return (
    <>
      <CoverageTiles coverage={coverage} demand={demand} fromSales={fromSales} />
      <Flex gap={3} wrap="wrap" alignItems="flex-start">
        <LayoutSwitch
          layout={address.layout}
          onChange={(layout) => {
            onLook({ layout });
          }}
        />
        {address.layout === 'grid' && (
          <ViewSwitch
            view={address.view}
            onChange={(view) => {
              onLook({ view });
            }}
          />
        )}
        {/* Beside the switches if all of it fits there, and below them as a whole if not. */}
        <Box flex="1 1 60rem">{filters}</Box>
      </Flex>
      {coverage.personas.length === 0 && <PersonaOffer />}
      {isUnfiltered(address.scope) && isForNobody(coverage) && <PersonasToTag />}
      {address.layout === 'gaps' && !demand && <LoadingNotice />}
      {address.layout === 'gaps' && demand && (
        <GapList coverage={coverage} demand={demand} onOpen={onOpen} />
      )}
      {address.layout !== 'gaps' && (
        <Cells
          coverage={coverage}
          demand={demand}
          fromSales={fromSales}
          address={address}
          onOpen={onOpen}
          onLook={onLook}
        />
      )}
    </>
  );
}

/** Whether there are personas that no document is tagged with. */
function isForNobody({ personas, cells }: Coverage): boolean {
  return (
    personas.length > 0 && cells.every((cell) => cell.persona === null || cell.documents === 0)
  );
}

/** All cells, as a grid or as a table. */
function Cells(props: Omit<CoverageBodyProps, 'filters'>) {
  const { coverage, demand, fromSales, address, onOpen, onLook } = props;
  const rows = useMemo(() => buildGrid(coverage, demand, fromSales), [coverage, demand, fromSales]);
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 2, medium: 4 }}>
      {address.layout === 'table' ? (
        <CoverageTable
          stages={coverage.stages}
          rows={rows}
          sort={address.sort}
          onSort={(sort) => {
            onLook({ sort });
          }}
          onOpen={onOpen}
        />
      ) : (
        <>
          <CoverageGrid
            stages={coverage.stages}
            rows={rows}
            view={address.view}
            openCell={address.cell}
            onOpen={onOpen}
          />
          <GridLegend view={address.view} />
        </>
      )}
    </Box>
  );
}
