import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import { errorStatus, useErrorMessage } from '../api/errors';
import type { InboxFilter } from '../api/inbox-question';
import { useExportItems } from '../api/item-csv';
import { saveFile } from '../ui/save-file';

const FILE_NAME = 'sales-sourced.csv';

/** Downloads the items that the filter leaves, on all pages. */
export function ExportButton({ filter }: { filter: InboxFilter }) {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const exporting = useExportItems();

  // Where a file is asked for, Strapi does not read the sentence with which the server refuses.
  const tellFailure = (error: unknown) => {
    const message =
      errorStatus(error) === 400
        ? intl.formatMessage({
            id: 'buyer-journey.csv.export.refused',
            defaultMessage: 'Nothing can be exported with these filters. Clear them and try again.',
          })
        : errorMessage(error);
    toggleNotification({ type: 'danger', message });
  };

  return (
    <Button
      size="S"
      variant="tertiary"
      startIcon={<Download />}
      loading={exporting.isPending}
      onClick={() => {
        exporting.mutate(filter, {
          onSuccess: (file) => {
            saveFile(file, FILE_NAME);
          },
          onError: tellFailure,
        });
      }}
    >
      {intl.formatMessage({ id: 'buyer-journey.csv.export', defaultMessage: 'Export' })}
    </Button>
  );
}
