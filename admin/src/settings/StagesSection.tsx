import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useTaxonomy } from '../api/taxonomy';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { Section } from '../ui/Section';
import { StageDot } from '../ui/StageName';
import { ToneBadge } from '../ui/ToneBadge';
import { StageModelDialog } from './StageModelDialog';
import { NewTermButton } from './terms/NewTermButton';
import { TermsPart } from './terms/TermsPart';
import { UndoMergeButton } from './terms/UndoMergeButton';
import { useTermActions } from './terms/useTermActions';

const MODEL_BUTTON = 'buyer-journey-stage-model';

/** The stages in the order of the journey. */
export function StagesSection({ mayUpdate }: { mayUpdate: boolean }) {
  const intl = useIntl();
  const { data, error, refetch } = useTaxonomy();
  const actions = useTermActions('stage');
  const [isChoosing, setChoosing] = useState(false);
  const title = intl.formatMessage({
    id: 'buyer-journey.settings.stages',
    defaultMessage: 'Stages',
  });
  const closeModels = () => {
    setChoosing(false);
  };

  return (
    <Section
      title={title}
      hint={intl.formatMessage({
        id: 'buyer-journey.settings.stages.hint',
        defaultMessage:
          'The steps of the buyer’s journey, in order. Each answers a question that buyers ask at that point.',
      })}
      action={
        mayUpdate && (
          <Flex gap={2} wrap="wrap">
            <NewTermButton kind="stage" locales={data?.locales} />
            <Button
              id={MODEL_BUTTON}
              variant="secondary"
              onClick={() => {
                setChoosing(true);
              }}
            >
              {intl.formatMessage({
                id: 'buyer-journey.settings.stages.model',
                defaultMessage: 'Use a stage model',
              })}
            </Button>
            <UndoMergeButton onUndone={actions.tellUndone} />
          </Flex>
        )
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data?.stages.length === 0 && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.settings.stages.none',
            defaultMessage: 'There are no stages yet. A stage model is a quick start.',
          })}
        </Typography>
      )}
      {data && (
        <TermsPart
          kind="stage"
          label={title}
          locales={data.locales}
          mayUpdate={mayUpdate}
          actions={actions}
          terms={data.stages.map(({ documentId, slug, name, retired, uses, ...stage }) => ({
            ...{ kind: 'stage', documentId, slug, name, retired, uses },
            mark: <StageDot color={stage.color} />,
            note: stage.alwaysOn && (
              <ToneBadge tone="primary">
                {intl.formatMessage({
                  id: 'buyer-journey.stage.alwaysOn',
                  defaultMessage: 'Always on',
                })}
              </ToneBadge>
            ),
            text: stage.buyerQuestion,
          }))}
        />
      )}
      {isChoosing && (
        <StageModelDialog
          onSwitched={actions.offerUndo}
          onClose={closeModels}
          returnFocus={() => document.getElementById(MODEL_BUTTON)}
        />
      )}
    </Section>
  );
}
