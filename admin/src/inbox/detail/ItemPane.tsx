import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useItem } from '../../api/inbox';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { ItemView } from './ItemView';

/** The opened item, or a word about how to open one. */
export function ItemPane({ documentId }: { documentId: string | null }) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }}>
      {documentId === null ? <NothingOpen /> : <LoadedItem documentId={documentId} />}
    </Box>
  );
}

function LoadedItem({ documentId }: { documentId: string }) {
  const { data, error, refetch } = useItem(documentId);
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingNotice />;
  return <ItemView item={data} />;
}

function NothingOpen() {
  const intl = useIntl();
  return (
    <Typography tag="p" textColor="neutral600">
      {intl.formatMessage({
        id: 'buyer-journey.inbox.detail.none',
        defaultMessage: 'Open an item to see who heard it, what was answered and what was done.',
      })}
    </Typography>
  );
}
