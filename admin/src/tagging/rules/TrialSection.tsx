import { Button, Flex, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { MAX_TRIED, type RulesTrial } from '../../../../contracts/tagging-rules';
import { ErrorNotice } from '../../ui/notices';
import { Section } from '../../ui/Section';
import { DisagreementList } from './DisagreementList';

interface TrialSectionProps {
  trial: RulesTrial | undefined;
  error: unknown;
  isPending: boolean;
  /** The rules were changed since they were tried. */
  isStale: boolean;
  /** Position of a rule in the list, by its id. */
  positionOf: (rule: string) => number;
  onTry: () => void;
}

/** The rules tried on what people tagged: how far they can be trusted. */
export function TrialSection(props: TrialSectionProps) {
  const { trial, error, isPending, isStale, positionOf, onTry } = props;
  const intl = useIntl();
  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.rules.trial',
        defaultMessage: 'Tried on your own entries',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.rules.trial.hint',
        defaultMessage:
          'Compares what the rules suggest with what people chose, entry by entry and locale by locale. Nothing is changed.',
      })}
      action={
        <Button variant="secondary" startIcon={<Play />} loading={isPending} onClick={onTry}>
          {intl.formatMessage({
            id: 'buyer-journey.rules.trial.start',
            defaultMessage: 'Try on tagged entries',
          })}
        </Button>
      }
    >
      {error !== null && (
        <ErrorNotice
          error={error}
          title={intl.formatMessage({
            id: 'buyer-journey.rules.trial.failed',
            defaultMessage: 'The rules could not be tried',
          })}
        />
      )}
      {trial && (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <TrialSummary trial={trial} isStale={isStale} />
          {!isStale && <DisagreementList trial={trial} positionOf={positionOf} />}
        </Flex>
      )}
    </Section>
  );
}

function TrialSummary({ trial, isStale }: { trial: RulesTrial; isStale: boolean }) {
  const intl = useIntl();
  const { stage, personas, places, tagged, untagged, isSample } = trial;
  const lines = [
    intl.formatMessage(
      {
        id: 'buyer-journey.rules.trial.untagged',
        defaultMessage:
          '{untagged, plural, =0 {No entry is untagged.} one {Suggests a stage for {places, number} of # untagged entry.} other {Suggests a stage for {places, number} of # untagged entries.}}',
      },
      { untagged, places }
    ),
    personas.speaks > 0 &&
      intl.formatMessage(
        {
          id: 'buyer-journey.rules.trial.personas',
          defaultMessage:
            'Personas: agrees with {agrees, number} of {speaks, number} tagged entries that a rule speaks of.',
        },
        { ...personas }
      ),
    isSample &&
      intl.formatMessage(
        {
          id: 'buyer-journey.rules.trial.sample',
          defaultMessage: 'Tried on the newest {most, number} entries.',
        },
        { most: MAX_TRIED }
      ),
    isStale &&
      intl.formatMessage({
        id: 'buyer-journey.rules.trial.stale',
        defaultMessage: 'The rules were changed since: try them again.',
      }),
  ].filter((line) => line !== false);
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} role="status">
      <Typography tag="p" variant="delta">
        {intl.formatMessage(
          {
            id: 'buyer-journey.rules.trial.agrees',
            defaultMessage:
              '{speaks, plural, =0 {Speaks of none of {tagged, number} tagged entries} other {Agrees with {agrees, number} of {speaks, number}}}',
          },
          { ...stage, tagged }
        )}
      </Typography>
      {stage.speaks > 0 && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage(
            {
              id: 'buyer-journey.rules.trial.parts',
              defaultMessage:
                'Of {tagged, number} tagged entries the rules suggest a stage for {speaks, number}; for {agrees, number} of them it is the stage that somebody chose.',
            },
            { ...stage, tagged }
          )}
        </Typography>
      )}
      {lines.map((line) => (
        <Typography key={line} tag="p" textColor="neutral600">
          {line}
        </Typography>
      ))}
    </Flex>
  );
}
