import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import { StageName } from '../ui/StageName';
import { tagFieldNames } from './opt-in-options';

/** The parts that we use of what Strapi's hook hands over; other headers pass through untouched. */
interface Header {
  name: string;
  label: string | { id: string; defaultMessage: string };
  searchable?: boolean;
  sortable?: boolean;
  cellFormatter?: (row: Record<string, unknown>) => ReactNode;
}

interface ListViewTable {
  displayedHeaders: Header[];
  layout: { options?: unknown };
}

/** Adds the stage to the list view of opted-in types, unless the user shows the field already. */
export function addStageColumn({ displayedHeaders, layout }: ListViewTable): ListViewTable {
  const fields = tagFieldNames(layout.options);
  if (!fields || displayedHeaders.some(({ name }) => name === fields.journeyStage)) {
    return { displayedHeaders, layout };
  }
  const stageColumn: Header = {
    name: 'buyerJourneyStage',
    label: { id: 'buyer-journey.column.stage', defaultMessage: 'Journey stage' },
    searchable: false,
    sortable: false,
    cellFormatter: (row) => <StageCell stage={row[fields.journeyStage]} />,
  };
  return { displayedHeaders: [...displayedHeaders, stageColumn], layout };
}

/** The stage of a row; a dash where there is none or the user may not see it. */
function StageCell({ stage }: { stage: unknown }) {
  if (typeof stage !== 'object' || stage === null || !('name' in stage)) {
    return <Typography textColor="neutral800">-</Typography>;
  }
  const color = 'color' in stage && typeof stage.color === 'string' ? stage.color : null;
  return <StageName name={String(stage.name)} color={color} />;
}
