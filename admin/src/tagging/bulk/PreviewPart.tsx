import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { BulkPreview } from '../../../../contracts/bulk-tagging';
import { useEntryTitle } from '../entry-words';

/** What would happen, in numbers and with some of the entries. */
export function PreviewPart({ preview, isStale }: { preview: BulkPreview; isStale: boolean }) {
  const intl = useIntl();
  const titleOf = useEntryTitle();
  const { totals, types, sample } = preview;
  const draftOnly = types.filter((type) => type.draftOnly && type.changing > 0);
  const more = totals.changing - sample.length;
  return (
    <Box background="neutral100" hasRadius padding={4} aria-busy={isStale}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography tag="p" fontWeight="bold" role="status">
          {intl.formatMessage(
            {
              id: 'buyer-journey.tagging.preview.changing',
              defaultMessage:
                '{count, plural, =0 {No entry will be changed} one {# entry will be changed} other {# entries will be changed}}',
            },
            { count: totals.changing }
          )}
        </Typography>
        {totals.same > 0 && (
          <Typography tag="p" textColor="neutral600">
            {intl.formatMessage(
              {
                id: 'buyer-journey.tagging.preview.same',
                defaultMessage:
                  '{count, plural, one {# has these tags already.} other {# have these tags already.}}',
              },
              { count: totals.same }
            )}
          </Typography>
        )}
        {totals.notEditable > 0 && (
          <Typography tag="p" textColor="neutral600">
            {intl.formatMessage(
              {
                id: 'buyer-journey.tagging.preview.notEditable',
                defaultMessage:
                  '{count, plural, one {# is left out, as your role may not edit it.} other {# are left out, as your role may not edit them.}}',
              },
              { count: totals.notEditable }
            )}
          </Typography>
        )}
        {draftOnly.length > 0 && (
          <Typography tag="p" textColor="warning700">
            {intl.formatMessage(
              {
                id: 'buyer-journey.tagging.preview.draftOnly',
                defaultMessage:
                  'Drafts only, as your role may not publish: {types}. Their live versions keep their tags.',
              },
              { types: intl.formatList(draftOnly.map(({ displayName }) => displayName)) }
            )}
          </Typography>
        )}
        {types.length > 1 && (
          <Typography tag="p" textColor="neutral600">
            {intl.formatList(
              types
                .filter(({ changing }) => changing > 0)
                .map(
                  ({ displayName, changing }) => `${displayName}: ${intl.formatNumber(changing)}`
                )
            )}
          </Typography>
        )}
        {sample.length > 0 && (
          <Box tag="ul" paddingTop={1}>
            {sample.map((entry) => (
              <Typography key={`${entry.type} ${entry.documentId}`} tag="li" variant="pi" ellipsis>
                {titleOf(entry)}
              </Typography>
            ))}
            {more > 0 && (
              <Typography tag="li" variant="pi" textColor="neutral600">
                {intl.formatMessage(
                  {
                    id: 'buyer-journey.tagging.preview.more',
                    defaultMessage: 'and {more, plural, one {# more} other {# more}}',
                  },
                  { more }
                )}
              </Typography>
            )}
          </Box>
        )}
      </Flex>
    </Box>
  );
}
