import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { MY_CONTRIBUTIONS_PATH } from '../plugin-id';
import { PageLink } from '../ui/PageLink';

/** Confirms next to the box, where the focus is for the next one; gone once that is being typed. */
export function SavedStatus({ isSaved }: { isSaved: boolean }) {
  const intl = useIntl();
  return (
    <div role="status">
      {isSaved && (
        <Box background="success100" borderColor="success200" hasRadius padding={3}>
          <Typography textColor="neutral800">
            {intl.formatMessage({
              id: 'buyer-journey.capture.saved',
              defaultMessage: 'Saved. Marketing sees it now; you see what becomes of it in',
            })}{' '}
          </Typography>
          <PageLink to={MY_CONTRIBUTIONS_PATH}>
            {intl.formatMessage({
              id: 'buyer-journey.mine.title',
              defaultMessage: 'My contributions',
            })}
          </PageLink>
        </Box>
      )}
    </div>
  );
}
