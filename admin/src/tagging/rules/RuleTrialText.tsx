import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Agreement, RuleTrial } from '../../../../contracts/tagging-rules';

/** What one rule does, in a line: how often it says what people said, and what it would place. */
export function RuleTrialText({ trial }: { trial: RuleTrial }) {
  const intl = useIntl();
  const agreement = (about: string, { agrees, speaks }: Agreement) =>
    intl.formatMessage(
      {
        id: 'buyer-journey.rules.agrees',
        defaultMessage: '{about}: agrees with {agrees, number} of {speaks, number}',
      },
      { about, agrees, speaks }
    );
  const facts = [
    intl.formatMessage(
      {
        id: 'buyer-journey.rules.fits',
        defaultMessage:
          '{fits, plural, =0 {Fits no entry} one {Fits # entry} other {Fits # entries}}',
      },
      { fits: trial.fits }
    ),
    trial.stage.speaks > 0 &&
      agreement(
        intl.formatMessage({ id: 'buyer-journey.targets.stage', defaultMessage: 'Stage' }),
        trial.stage
      ),
    trial.personas.speaks > 0 &&
      agreement(
        intl.formatMessage({ id: 'buyer-journey.rules.personas', defaultMessage: 'Personas' }),
        trial.personas
      ),
    trial.places > 0 &&
      intl.formatMessage(
        {
          id: 'buyer-journey.rules.places',
          defaultMessage: 'suggests a stage for {places, number} untagged',
        },
        { places: trial.places }
      ),
  ].filter(Boolean);
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {facts.join(' · ')}
    </Typography>
  );
}
