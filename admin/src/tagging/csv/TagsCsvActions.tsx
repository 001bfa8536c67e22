import { Button, Flex } from '@strapi/design-system';
import { Download, Upload } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useErrorMessage } from '../../api/errors';
import { useExportTags } from '../../api/tags-csv';
import { PERMISSIONS, useMay } from '../../permissions';
import { saveFile } from '../../ui/save-file';
import { ImportTagsDialog } from './ImportTagsDialog';

const FILE_NAME = 'tags.csv';

/** All tags out as CSV and back in, for those who may tag in bulk. */
export function TagsCsvActions() {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const { may } = useMay(PERMISSIONS.tag);
  const exporting = useExportTags();
  const [isImporting, setIsImporting] = useState(false);
  if (!may) return null;
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        variant="tertiary"
        startIcon={<Download />}
        loading={exporting.isPending}
        onClick={() => {
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
        {intl.formatMessage({ id: 'buyer-journey.tagsCsv.export', defaultMessage: 'Export tags' })}
      </Button>
      <Button
        variant="tertiary"
        startIcon={<Upload />}
        onClick={() => {
          setIsImporting(true);
        }}
      >
        {intl.formatMessage({
          id: 'buyer-journey.tagsCsv.import',
          defaultMessage: 'Import tags',
        })}
      </Button>
      {isImporting && (
        <ImportTagsDialog
          onClose={() => {
            setIsImporting(false);
          }}
        />
      )}
    </Flex>
  );
}
