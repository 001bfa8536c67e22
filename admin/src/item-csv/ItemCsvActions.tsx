import { Button, Flex } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { InboxFilter } from '../api/inbox-question';
import { PERMISSIONS, useMay } from '../permissions';
import { ExportButton } from './ExportButton';
import { ImportDialog } from './ImportDialog';

/** Items out of the inbox, and into it, as CSV. */
export function ItemCsvActions({ filter }: { filter: InboxFilter }) {
  const intl = useIntl();
  const { may: mayImport } = useMay(PERMISSIONS.importItems);
  const [isImporting, setIsImporting] = useState(false);
  return (
    <Flex gap={2} wrap="wrap">
      <ExportButton filter={filter} />
      {mayImport && (
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Upload />}
          onClick={() => {
            setIsImporting(true);
          }}
        >
          {intl.formatMessage({ id: 'buyer-journey.csv.import', defaultMessage: 'Import' })}
        </Button>
      )}
      {isImporting && (
        <ImportDialog
          onClose={() => {
            setIsImporting(false);
          }}
        />
      )}
    </Flex>
  );
}
