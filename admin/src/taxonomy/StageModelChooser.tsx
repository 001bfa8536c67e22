import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { OldStagesQuestion } from '../../../contracts/taxonomy';
import { oldStagesQuestion, useErrorMessage } from '../api/errors';
import { useApplyStageModel, useStageModels, type StageModelChoice } from '../api/taxonomy';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { OldStagesDialog } from './OldStagesDialog';
import { StageModelCard } from './StageModelCard';

const Cards = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 32rem), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

interface Question extends OldStagesQuestion {
  choice: StageModelChoice;
}

/** The stage models with all their stages, to choose one from. Asks before it touches stages that exist. */
export function StageModelChooser({ onApplied }: { onApplied?: () => void }) {
  const intl = useIntl();
  const { data: models, error, refetch } = useStageModels();
  const { toggleNotification } = useNotification();
  const errorMessage = useErrorMessage();
  const apply = useApplyStageModel();
  const [question, setQuestion] = useState<Question | null>(null);

  const applyChoice = (choice: StageModelChoice) => {
    apply.mutate(choice, {
      onSuccess: ({ created, removed }) => {
        setQuestion(null);
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
      },
      onError: (failure) => {
        const asked = oldStagesQuestion(failure);
        if (asked) setQuestion({ ...asked, choice });
        else toggleNotification({ type: 'danger', message: errorMessage(failure) });
      },
    });
  };

  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
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
              applyChoice({ modelId: model.id, optionalStages });
            }}
          />
        ))}
      </Cards>
      {question && (
        <OldStagesDialog
          stages={question.oldStages}
          isApplying={apply.isPending}
          onAnswer={(oldStages) => {
            applyChoice({ ...question.choice, oldStages });
          }}
          onCancel={() => {
            setQuestion(null);
          }}
        />
      )}
    </>
  );
}
