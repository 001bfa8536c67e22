import { Box, Button, Flex, Popover } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate } from 'react-router-dom';

import type { TagFieldNames } from '../../../../contracts/tagging';
import { usePersonaChoices, useStageChoices } from '../../api/content-manager';
import { useContentPermissions } from '../../content-permissions';
import { PERSONA_UID } from '../../plugin-id';
import { ChooseOne } from '../../ui/ChooseField';
import { ErrorNotice } from '../../ui/notices';
import { readTagFilter, UNTAGGED, writeTagFilter, type TagFilter } from './tag-filter';

interface TagFilterButtonProps {
  fields: TagFieldNames;
  /** Whether the user sees the personas of entries. */
  withPersonas: boolean;
}

/** A button that says what the list is filtered by, and opens the choice of it. */
export default function TagFilterButton({ fields, withPersonas }: TagFilterButtonProps) {
  const intl = useIntl();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { mayRead: mayReadPersonas } = useContentPermissions(PERSONA_UID);
  const stages = useStageChoices(true);
  const personas = usePersonaChoices(withPersonas && mayReadPersonas);

  const filter = readTagFilter(search, fields);
  const change = (changed: Partial<TagFilter>) => {
    navigate({ search: writeTagFilter(search, fields, { ...filter, ...changed }) });
  };
  const untagged = intl.formatMessage({
    id: 'buyer-journey.listFilter.untagged',
    defaultMessage: 'No stage',
  });
  const asOptions = (choices: { documentId: string; name: string }[] | undefined) =>
    (choices ?? []).map(({ documentId, name }) => ({ value: documentId, name }));
  const stageOptions = [{ value: UNTAGGED, name: untagged }, ...asOptions(stages.data)];
  const personaOptions = asOptions(personas.data);
  const chosen = [
    stageOptions.find(({ value }) => value === filter.stage)?.name ?? filter.stage,
    personaOptions.find(({ value }) => value === filter.persona)?.name ?? filter.persona,
  ].filter((name) => name !== null);

  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button variant="tertiary" size="S" startIcon={<Filter />} maxWidth="28rem">
          {chosen.length > 0
            ? intl.formatMessage(
                { id: 'buyer-journey.listFilter.chosen', defaultMessage: 'Journey: {chosen}' },
                { chosen: intl.formatList(chosen, { type: 'unit' }) }
              )
            : intl.formatMessage({ id: 'buyer-journey.listFilter', defaultMessage: 'Journey' })}
        </Button>
      </Popover.Trigger>
      <Popover.Content
        aria-label={intl.formatMessage({
          id: 'buyer-journey.listFilter.title',
          defaultMessage: 'Filter by stage and persona',
        })}
      >
        <Box padding={4} minWidth="24rem">
          <Flex direction="column" alignItems="stretch" gap={3}>
            {stages.error && (
              <ErrorNotice error={stages.error} onRetry={() => void stages.refetch()} />
            )}
            {(stages.data || !stages.error) && (
              <ChooseOne
                label={intl.formatMessage({
                  id: 'buyer-journey.column.stage',
                  defaultMessage: 'Journey stage',
                })}
                placeholder={intl.formatMessage({
                  id: 'buyer-journey.listFilter.all',
                  defaultMessage: 'All',
                })}
                value={filter.stage}
                options={stageOptions}
                onChange={(stage) => {
                  change({ stage });
                }}
                onClear={() => {
                  change({ stage: null });
                }}
              />
            )}
            {personas.error && (
              <ErrorNotice error={personas.error} onRetry={() => void personas.refetch()} />
            )}
            {personas.data && (
              <ChooseOne
                label={intl.formatMessage({
                  id: 'buyer-journey.listFilter.persona',
                  defaultMessage: 'Persona',
                })}
                placeholder={intl.formatMessage({
                  id: 'buyer-journey.listFilter.all',
                  defaultMessage: 'All',
                })}
                value={filter.persona}
                options={personaOptions}
                onChange={(persona) => {
                  change({ persona });
                }}
                onClear={() => {
                  change({ persona: null });
                }}
              />
            )}
          </Flex>
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
}
