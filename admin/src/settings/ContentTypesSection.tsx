import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useTaggingContentTypes } from '../api/tagging';
import { OptInBadge } from '../tagging/OptInBadge';
import { OptInHelp } from '../tagging/OptInHelp';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { Section } from '../ui/Section';

/** The site's content types: which are tagged, and how to change that. */
export function ContentTypesSection() {
  const intl = useIntl();
  const { data, error, refetch } = useTaggingContentTypes();

  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.settings.types',
        defaultMessage: 'Content types',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.settings.types.hint',
        defaultMessage:
          'Entries of a tagged content type can have a stage, personas and contributors.',
      })}
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data && (
        <Flex tag="ul" direction="column" alignItems="stretch">
          {data.contentTypes.map((type) => (
            <Box
              key={type.uid}
              tag="li"
              paddingTop={3}
              paddingBottom={3}
              borderColor="neutral150"
              borderWidth="1px 0 0"
            >
              <Flex justifyContent="space-between" gap={4}>
                <Flex direction="column" alignItems="flex-start">
                  <Typography fontWeight="bold">{type.displayName}</Typography>
                  <Typography variant="pi" textColor="neutral600">
                    {type.uid}
                  </Typography>
                </Flex>
                <OptInBadge state={type.state} />
              </Flex>
            </Box>
          ))}
        </Flex>
      )}
      <Typography tag="h3" fontWeight="bold">
        {intl.formatMessage({
          id: 'buyer-journey.settings.types.change',
          defaultMessage: 'How to change this',
        })}
      </Typography>
      <OptInHelp />
    </Section>
  );
}
