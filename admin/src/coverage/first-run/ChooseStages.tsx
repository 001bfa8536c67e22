import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { PERMISSIONS, useMay } from '../../permissions';
import { StageModelChooser } from '../../taxonomy/StageModelChooser';
import { LoadingNotice } from '../../ui/notices';
import { Section } from '../../ui/Section';

/** First step of the first run: there are no stages yet. */
export function ChooseStages() {
  const intl = useIntl();
  const { may, isLoading } = useMay(PERMISSIONS.updateSettings);
  if (isLoading) return <LoadingNotice />;

  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.firstRun.stages',
        defaultMessage: 'First: choose the stages of your buyers’ journey',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.firstRun.stages.hint',
        defaultMessage:
          'A stage model is a starting point. You can rename, add, reorder and remove stages afterwards.',
      })}
    >
      {may ? (
        <StageModelChooser />
      ) : (
        <Typography tag="p">
          {intl.formatMessage({
            id: 'buyer-journey.firstRun.stages.ask',
            defaultMessage:
              'Your role cannot choose them. Ask someone who may change the Buyer Journey settings, such as a Super Admin.',
          })}
        </Typography>
      )}
    </Section>
  );
}
