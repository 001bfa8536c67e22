import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { BulkRun } from '../../../../contracts/bulk-tagging';
import type { TaggingChoices } from '../../../../contracts/tagging-queue';
import { useBulkStep } from '../../api/bulk-tagging';
import { Meter } from '../../ui/Meter';
import { ErrorNotice } from '../../ui/notices';
import { useChangeText } from './change-text';
import { progressOf, useRunText } from './run-texts';
import { RunErrorsDialog } from './RunErrorsDialog';

interface RunCardProps {
  run: BulkRun;
  choices: TaggingChoices;
  onStep: (run: BulkRun) => void;
  onDismiss: () => void;
}

const focusRun = () => document.getElementById(HEADING);
const HEADING = 'buyer-journey-run';

/** How the run stands, and what can be done about it. */
export function RunCard({ run, choices, onStep, onDismiss }: RunCardProps) {
  const intl = useIntl();
  const runText = useRunText();
  const changeText = useChangeText(choices);
  const stepping = useBulkStep();
  const [showsErrors, setShowsErrors] = useState(false);
  const { done, total } = progressOf(run);
  const errors = run.failed + run.left;
  const isRunning = run.state === 'running';
  const isLeft = !isRunning && run.state !== 'done' && done < total;

  const step = (what: 'cancel' | 'resume' | 'undo') => {
    stepping.mutate(
      { id: run.id, step: what },
      {
        onSuccess: (next) => {
          // The button that was pressed goes away.
          focusRun()?.focus();
          onStep(next);
        },
      }
    );
  };

  return (
    <Box
      tag="section"
      aria-labelledby={HEADING}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={4}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" gap={3}>
          <Box>
            <Typography tag="h2" variant="delta" id={HEADING} tabIndex={-1}>
              {runText(run)}
            </Typography>
            <Typography tag="p" textColor="neutral600">
              {changeText(run)}
            </Typography>
            {run.problem !== null && (
              <Typography tag="p" textColor="danger600">
                {run.problem}
              </Typography>
            )}
          </Box>
          {!isRunning && (
            <IconButton
              variant="ghost"
              withTooltip={false}
              label={intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })}
              onClick={onDismiss}
            >
              <Cross />
            </IconButton>
          )}
        </Flex>
        {(isRunning || isLeft) && (
          <Meter
            label={intl.formatMessage({
              id: 'buyer-journey.tagging.run.progress',
              defaultMessage: 'Progress of tagging',
            })}
            done={done}
            all={total}
          />
        )}
        <Flex gap={2} wrap="wrap">
          {isRunning && (
            <Button
              variant="danger-light"
              loading={stepping.isPending}
              onClick={() => {
                step('cancel');
              }}
            >
              {intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
            </Button>
          )}
          {isLeft && (
            <Button
              loading={stepping.isPending}
              onClick={() => {
                step('resume');
              }}
            >
              {intl.formatMessage(
                {
                  id: 'buyer-journey.tagging.run.resume',
                  defaultMessage: 'Go on with the {left, number} left',
                },
                { left: total - done }
              )}
            </Button>
          )}
          {!isRunning && run.phase === 'tag' && run.changed > 0 && (
            <Button
              variant="tertiary"
              loading={stepping.isPending}
              onClick={() => {
                step('undo');
              }}
            >
              {intl.formatMessage({ id: 'buyer-journey.undo', defaultMessage: 'Undo' })}
            </Button>
          )}
          {errors > 0 && (
            <Button
              variant="tertiary"
              onClick={() => {
                setShowsErrors(true);
              }}
            >
              {intl.formatMessage(
                {
                  id: 'buyer-journey.tagging.run.errors',
                  defaultMessage:
                    '{count, plural, one {# entry was left out: why?} other {# entries were left out: why?}}',
                },
                { count: errors }
              )}
            </Button>
          )}
        </Flex>
        {stepping.error && (
          <ErrorNotice
            error={stepping.error}
            title={intl.formatMessage({
              id: 'buyer-journey.tagging.run.notDone',
              defaultMessage: 'That did not work',
            })}
          />
        )}
      </Flex>
      {showsErrors && (
        <RunErrorsDialog
          run={run.id}
          returnFocus={focusRun}
          onClose={() => {
            setShowsErrors(false);
          }}
        />
      )}
    </Box>
  );
}
