import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { StageName } from '../../ui/StageName';
import { ToneBadge } from '../../ui/ToneBadge';
import { tagFieldNames } from '../opt-in-options';

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
  layout: { options?: unknown; settings?: { mainField?: string } };
}

/**
 * Adds stage and personas to the list view of opted-in types, next to what entries are called, unless the user
 * shows these fields already.
 */
export function addTagColumns({ displayedHeaders, layout }: ListViewTable): ListViewTable {
  const fields = tagFieldNames(layout.options);
  if (!fields) return { displayedHeaders, layout };
  const columns: [string, Header][] = [
    [
      fields.journeyStage,
      {
        name: 'buyerJourneyStage',
        label: { id: 'buyer-journey.column.stage', defaultMessage: 'Journey stage' },
        cellFormatter: (row) => <StageCell stage={row[fields.journeyStage]} />,
      },
    ],
    [
      fields.personas,
      {
        name: 'buyerJourneyPersonas',
        label: { id: 'buyer-journey.column.personas', defaultMessage: 'Personas' },
        cellFormatter: (row) => <PersonasCell personas={row[fields.personas]} />,
      },
    ],
  ];
  const added = columns
    .filter(([field]) => !displayedHeaders.some(({ name }) => name === field))
    .map(([, header]) => ({ ...header, searchable: false, sortable: false }));
  const main = displayedHeaders.findIndex(({ name }) => name === layout.settings?.mainField);
  const place = main < 0 ? displayedHeaders.length : main + 1;
  return { displayedHeaders: displayedHeaders.toSpliced(place, 0, ...added), layout };
}

/** Nothing there, or nothing that the user may see. */
function Dash() {
  return <Typography textColor="neutral800">-</Typography>;
}

function nameOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('name' in value)) return null;
  return typeof value.name === 'string' ? value.name : null;
}

/** The stage of a row. */
function StageCell({ stage }: { stage: unknown }) {
  const name = nameOf(stage);
  if (typeof stage !== 'object' || stage === null || name === null) return <Dash />;
  const color = 'color' in stage && typeof stage.color === 'string' ? stage.color : null;
  return <StageName name={name} color={color} />;
}

/** As many personas have room; the others are counted. */
const MOST_SHOWN = 2;

/** The personas of a row. */
function PersonasCell({ personas }: { personas: unknown }) {
  const intl = useIntl();
  const names = (Array.isArray(personas) ? personas.map(nameOf) : []).filter(
    (name) => name !== null
  );
  if (names.length === 0) return <Dash />;
  const more = names.slice(MOST_SHOWN);
  return (
    <Flex gap={1}>
      {names.slice(0, MOST_SHOWN).map((name) => (
        <ToneBadge key={name} tone="neutral">
          {name}
        </ToneBadge>
      ))}
      {more.length > 0 && (
        <>
          <Typography variant="pi" textColor="neutral600" aria-hidden title={intl.formatList(more)}>
            +{intl.formatNumber(more.length)}
          </Typography>
          <VisuallyHidden>{intl.formatList(more)}</VisuallyHidden>
        </>
      )}
    </Flex>
  );
}
