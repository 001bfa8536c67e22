import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { OldStagesQuestion } from '../../../contracts/taxonomy';
import type { SwitchResult } from '../../../contracts/taxonomy-terms';
import { oldStagesQuestion, useErrorMessage } from '../api/errors';
import { useApplyStageModel, useStageModels, type StageModelChoice } from '../api/taxonomy';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { OldStagesDialog } from './OldStagesDialog';
import { modelButtonId, StageModelCard } from './StageModelCard';
import { SwitchModelDialog } from './SwitchModelDialog';

const Cards = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 32rem), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

interface StageModelChooserProps {
  onApplied?: () => void;
  /** Gets what was done, in words, and the lists that undo it; without it nobody can change over. */
  onSwitched?: (text: string, lists: Blob[]) => void;
}

const modelButton = ({ modelId }: StageModelChoice) =>
  document.getElementById(modelButtonId(modelId));

interface Question extends OldStagesQuestion {
  choice: StageModelChoice;
}

/** The stage models with all their stages, to choose one from. Asks before it touches stages that exist. */
export function StageModelChooser({ onApplied, onSwitched }: StageModelChooserProps) {
  const intl = useIntl();
  const { data: models, error, refetch } = useStageModels();
  const { toggleNotification } = useNotification();
  const errorMessage = useErrorMessage();
  const apply = useApplyStageModel();
  const [question, setQuestion] = useState<Question | null>(null);
  const [mapped, setMapped] = useState<StageModelChoice | null>(null);
  const switchedTo = models?.find(({ id }) => id === mapped?.modelId);

  const applyChoice = async (choice: StageModelChoice) => {
    try {
      const { created, removed } = await apply.mutateAsync(choice);
      setQuestion(null);
      // Also where the first stages have taken the place of this choice by now.
      toggleNotification({
        type: 'success',
        message: intl.formatMessage(
          {
            id: 'buyer-journey.stages.applied',
            defaultMessage:
              '{created, plural, one {# stage added} other {# stages added}}{removed, plural, =0 {} one {, # removed} other {, # removed}}',
          },
          { created: created.length, removed: removed.length }
        ),
      });
      onApplied?.();
    } catch (failure) {
      const asked = oldStagesQuestion(failure);
      if (asked) setQuestion({ ...asked, choice });
      else toggleNotification({ type: 'danger', message: errorMessage(failure) });
    }
  };

  const switchedText = ({ created, merges, retired }: SwitchResult) =>
    intl.formatMessage(
      {
        id: 'buyer-journey.switch.done',
        defaultMessage:
          'Changed over: {created, plural, one {# stage} other {# stages}} added, {merged} moved, {retired} retired.',
      },
      { created: created.length, merged: merges.length, retired: retired.length }
    );

  // Models that are here stay, and with them the dialogs over them: a change fetches them anew.
  if (!models && error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!models) return <LoadingNotice />;
  return (
    <>
      <Cards>
        {models.map((model) => (
          <StageModelCard
            key={model.id}
            model={model}
            isApplying={apply.isPending && apply.variables.modelId === model.id}
            onApply={(optionalStages) => {
              void applyChoice({ modelId: model.id, optionalStages });
            }}
          />
        ))}
      </Cards>
      {question && (
        <OldStagesDialog
          stages={question.oldStages}
          isApplying={apply.isPending}
          onAnswer={(oldStages) => {
            void applyChoice({ ...question.choice, oldStages });
          }}
          onMap={
            onSwitched &&
            (() => {
              setMapped(question.choice);
              setQuestion(null);
            })
          }
          onCancel={() => {
            setQuestion(null);
          }}
          returnFocus={() => modelButton(question.choice)}
        />
      )}
      {mapped && switchedTo && (
        <SwitchModelDialog
          model={switchedTo}
          optionalStages={mapped.optionalStages}
          onSwitched={(result, lists) => {
            setMapped(null);
            onSwitched?.(switchedText(result), lists);
            onApplied?.();
          }}
          onClose={() => {
            setMapped(null);
          }}
          returnFocus={() => modelButton(mapped)}
        />
      )}
    </>
  );
}
