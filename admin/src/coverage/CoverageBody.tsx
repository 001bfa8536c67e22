import { Box, Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import type { Coverage } from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';
import { OptInHelp } from '../tagging/OptInHelp';
import { Section } from '../ui/Section';
import type { CoverageView, OpenCell } from './address';
import { CoverageTiles } from './CoverageTiles';
import { ChooseStages } from './first-run/ChooseStages';
import { PersonaOffer } from './first-run/PersonaOffer';
import { TaggingProgress } from './first-run/TaggingProgress';
import { CoverageGrid } from './grid/CoverageGrid';
import { GapList } from './GapList';
import { GridLegend } from './grid/GridLegend';
import { ViewSwitch } from './ViewSwitch';

interface CoverageBodyProps {
  coverage: Coverage;
  demand: CoverageDemand | undefined;
  view: CoverageView;
  openCell: OpenCell | null;
  onOpen: (cell: OpenCell) => void;
  onView: (view: CoverageView) => void;
  filters: ReactNode;
}

/** Stages first, then content types, then tags; only then is there a grid worth looking at. */
export function CoverageBody(props: CoverageBodyProps) {
  const { coverage, demand, view, openCell, onOpen, onView, filters } = props;
  const intl = useIntl();

  if (coverage.stages.length === 0) return <ChooseStages />;
  if (coverage.types.length === 0) {
    return (
      <Section
        title={intl.formatMessage({
          id: 'buyer-journey.firstRun.types',
          defaultMessage: 'Next: choose the content types to tag',
        })}
        hint={intl.formatMessage({
          id: 'buyer-journey.firstRun.types.hint',
          defaultMessage:
            'The stages are there, but no content type has opted in yet. Opting in adds a stage, personas and contributors to its entries and changes nothing else.',
        })}
      >
        <OptInHelp />
      </Section>
    );
  }
  if (coverage.totals.tagged === 0) {
    return (
      <>
        {filters}
        <TaggingProgress coverage={coverage} />
      </>
    );
  }
  return (
    <>
      <CoverageTiles coverage={coverage} demand={demand} />
      <Flex gap={3} wrap="wrap">
        <ViewSwitch view={view} onChange={onView} />
        {filters}
      </Flex>
      {coverage.personas.length === 0 && <PersonaOffer />}
      <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 2, medium: 4 }}>
        <CoverageGrid
          coverage={coverage}
          demand={demand}
          view={view}
          openCell={openCell}
          onOpen={onOpen}
        />
        <GridLegend view={view} />
      </Box>
      {view === 'priority' && demand && (
        <GapList coverage={coverage} demand={demand} onOpen={onOpen} />
      )}
    </>
  );
}
