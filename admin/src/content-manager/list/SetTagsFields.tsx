import { Flex, Radio, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';
import { useIntl } from 'react-intl';

import type { Versions } from '../../../../contracts/tag-change';
import { usePersonaChoices, useStageChoices, type StageChoice } from '../../api/content-manager';
import { useContentPermissions } from '../../content-permissions';
import { PERSONA_UID, STAGE_UID } from '../../plugin-id';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { TabGroup } from '../../ui/TabGroup';
import { NothingToChoose } from '../panel/notes';
import { PersonaChips } from '../panel/PersonaChips';
import { StageChips } from '../panel/StageChips';
import { NO_STAGE, type TagChoice } from './tag-choice';

interface SetTagsFieldsProps {
  /** How many entries are tagged. */
  count: number;
  hasDrafts: boolean;
  choice: TagChoice;
  onChange: (choice: TagChoice) => void;
}

/** Stage, personas and versions for several entries at once; what is not chosen stays as it is. */
export function SetTagsFields({ count, hasDrafts, choice, onChange }: SetTagsFieldsProps) {
  const intl = useIntl();
  const [stageLabel, personasLabel, versionsLabel] = [useId(), useId(), useId()];
  const { mayRead: mayReadStages } = useContentPermissions(STAGE_UID);
  const { mayRead: mayReadPersonas } = useContentPermissions(PERSONA_UID);
  const stages = useStageChoices(mayReadStages);
  const personas = usePersonaChoices(mayReadPersonas);
  if (stages.isLoading || personas.isLoading) return <LoadingNotice />;

  const noStage: StageChoice = {
    ...{ id: 0, documentId: NO_STAGE, slug: NO_STAGE, color: null, buyerQuestion: null },
    name: intl.formatMessage({
      id: 'buyer-journey.listFilter.untagged',
      defaultMessage: 'No stage',
    }),
  };
  const offeredStages = [...(stages.data ?? []).filter(({ retired }) => retired !== true), noStage];
  const offeredPersonas = (personas.data ?? []).filter(({ retired }) => retired !== true);
  const chosenStage = offeredStages.find(({ slug }) => slug === choice.stage);
  const modes: { value: TagChoice['mode']; name: string }[] = [
    {
      value: 'add',
      name: intl.formatMessage({ id: 'buyer-journey.setTags.add', defaultMessage: 'Add' }),
    },
    {
      value: 'set',
      name: intl.formatMessage({ id: 'buyer-journey.setTags.set', defaultMessage: 'Replace by' }),
    },
    {
      value: 'remove',
      name: intl.formatMessage({ id: 'buyer-journey.setTags.remove', defaultMessage: 'Remove' }),
    },
  ];

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Typography tag="p" textColor="neutral600">
        {intl.formatMessage(
          {
            id: 'buyer-journey.setTags.hint',
            defaultMessage:
              '{count, plural, one {# entry is} other {# entries are}} chosen. What you leave open here stays as it is.',
          },
          { count }
        )}
      </Typography>
      <Group
        id={stageLabel}
        label={intl.formatMessage({
          id: 'buyer-journey.column.stage',
          defaultMessage: 'Journey stage',
        })}
      >
        {stages.error && <ErrorNotice error={stages.error} onRetry={() => void stages.refetch()} />}
        {stages.data && stages.data.length > 0 ? (
          <StageChips
            stages={offeredStages}
            chosen={chosenStage?.documentId ?? null}
            labelledBy={stageLabel}
            onChoose={(stage) => {
              onChange({ ...choice, stage: stage?.slug ?? null });
            }}
          />
        ) : (
          !stages.error && <NothingToChoose mayRead={mayReadStages} />
        )}
      </Group>
      <Group
        id={personasLabel}
        label={intl.formatMessage({
          id: 'buyer-journey.column.personas',
          defaultMessage: 'Personas',
        })}
      >
        {personas.error && (
          <ErrorNotice error={personas.error} onRetry={() => void personas.refetch()} />
        )}
        {offeredPersonas.length > 0 ? (
          <>
            <TabGroup
              label={intl.formatMessage({
                id: 'buyer-journey.setTags.mode',
                defaultMessage: 'What happens to personas',
              })}
              choices={modes}
              chosen={choice.mode}
              onChange={(mode) => {
                onChange({ ...choice, mode });
              }}
            />
            <PersonaChips
              personas={offeredPersonas}
              chosen={offeredPersonas
                .filter(({ slug }) => choice.personas.includes(slug))
                .map(({ documentId }) => documentId)}
              labelledBy={personasLabel}
              onToggle={({ slug }, isChosen) => {
                const others = choice.personas.filter((one) => one !== slug);
                onChange({ ...choice, personas: isChosen ? [...others, slug] : others });
              }}
            />
            {choice.mode === 'set' && choice.personas.length === 0 && (
              <Typography tag="p" variant="pi" textColor="neutral600">
                {intl.formatMessage({
                  id: 'buyer-journey.setTags.everyone',
                  defaultMessage: 'Replaced by none: the entries are for everyone then.',
                })}
              </Typography>
            )}
          </>
        ) : (
          !personas.error && <NothingToChoose mayRead={mayReadPersonas} />
        )}
      </Group>
      {hasDrafts && (
        <Group
          id={versionsLabel}
          label={intl.formatMessage({
            id: 'buyer-journey.setTags.versions',
            defaultMessage: 'Versions',
          })}
        >
          <Radio.Group
            aria-labelledby={versionsLabel}
            value={choice.versions}
            onValueChange={(versions) => {
              onChange({ ...choice, versions: versions as Versions });
            }}
          >
            <Radio.Item value="both">
              {intl.formatMessage({
                id: 'buyer-journey.setTags.both',
                defaultMessage:
                  'Drafts and published versions: the live site changes, and no other edit is published',
              })}
            </Radio.Item>
            <Radio.Item value="draft">
              {intl.formatMessage({
                id: 'buyer-journey.setTags.draft',
                defaultMessage: 'Drafts only: the live site changes with the next publication',
              })}
            </Radio.Item>
          </Radio.Group>
        </Group>
      )}
    </Flex>
  );
}

function Group({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography id={id} tag="h3" variant="pi" fontWeight="bold" textColor="neutral800">
        {label}
      </Typography>
      {children}
    </Flex>
  );
}
