import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { MeBody } from '../../../contracts/sales-sourced/capture';
import { useProblemText } from './problem-text';
import { ProfileFields, toProfile } from './ProfileFields';
import type { CaptureFormState } from './useCaptureForm';

interface FirstContributionProps {
  form: CaptureFormState;
  profile: MeBody;
}

/** Asks once who the rep is; saved together with what the buyer said. */
export function FirstContribution({ form, profile }: FirstContributionProps) {
  const intl = useIntl();
  const problemText = useProblemText();
  const title = intl.formatMessage({
    id: 'buyer-journey.capture.first',
    defaultMessage: 'Your first contribution',
  });

  return (
    <Box
      tag="section"
      aria-label={title}
      background="neutral100"
      borderColor="neutral200"
      hasRadius
      padding={4}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Box>
          <Typography tag="h2" fontWeight="bold">
            {title}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {intl.formatMessage({
              id: 'buyer-journey.capture.first.hint',
              defaultMessage: 'Under which name? This is asked once and can be changed later.',
            })}
          </Typography>
        </Box>
        <ProfileFields
          nameId={form.idOf('displayName')}
          profile={toProfile(profile)}
          nameError={problemText('displayName', form.problems.displayName)}
          onChange={(changed) => {
            form.change({ profile: changed });
          }}
        />
      </Flex>
    </Box>
  );
}
