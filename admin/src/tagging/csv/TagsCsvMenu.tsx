import { MenuItem, SimpleMenu } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useErrorMessage } from '../../api/errors';
import { useExportTags } from '../../api/tags-csv';
import { saveFile } from '../../ui/save-file';
import { ImportTagsDialog } from './ImportTagsDialog';

const FILE_NAME = 'tags.csv';
const MENU_ID = 'buyer-journey-tags-csv';

/** All tags out as CSV and back in. */
export function TagsCsvMenu({ onImported }: { onImported: () => void }) {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const exporting = useExportTags();
  const [isImporting, setIsImporting] = useState(false);
  return (
    <>
      <SimpleMenu
        id={MENU_ID}
        variant="tertiary"
        disabled={exporting.isPending}
        label={intl.formatMessage({ id: 'buyer-journey.tagsCsv', defaultMessage: 'Tags as CSV' })}
      >
        <MenuItem
          onSelect={() => {
            exporting.mutate(undefined, {
              onSuccess: (file) => {
                saveFile(file, FILE_NAME);
              },
              onError: (error) => {
                toggleNotification({ type: 'danger', message: errorMessage(error) });
              },
            });
          }}
        >
          {intl.formatMessage({
            id: 'buyer-journey.tagsCsv.export',
            defaultMessage: 'Export tags',
          })}
        </MenuItem>
        <MenuItem
          onSelect={() => {
            setIsImporting(true);
          }}
        >
          {intl.formatMessage({
            id: 'buyer-journey.tagsCsv.import',
            defaultMessage: 'Import tags',
          })}
        </MenuItem>
      </SimpleMenu>
      {isImporting && (
        <ImportTagsDialog
          returnFocus={() => document.getElementById(MENU_ID)}
          onImported={onImported}
          onClose={() => {
            setIsImporting(false);
          }}
        />
      )}
    </>
  );
}
