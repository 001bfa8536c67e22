import { Button, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { MAX_CSV_BYTES } from '../../../contracts/csv-import';
import { useImportItems } from '../api/item-csv';
import { CsvFileField } from '../ui/CsvFileField';
import { DialogFrame } from '../ui/DialogFrame';
import { ErrorNotice } from '../ui/notices';
import { ImportReportPart } from './ImportReportPart';

/** Asks for a CSV file, tells what would come of it, and imports it when nothing in it is wrong. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const { toggleNotification } = useNotification();
  const [file, setFile] = useState<File | null>(null);
  const trial = useImportItems({ dryRun: true });
  const importing = useImportItems({ dryRun: false });
  const isTooLarge = file !== null && file.size > MAX_CSV_BYTES;
  const report = trial.data;

  const choose = (chosen: File | null) => {
    setFile(chosen);
    importing.reset();
    if (chosen && chosen.size <= MAX_CSV_BYTES) trial.mutate(chosen);
    else trial.reset();
  };

  const importFile = (chosen: File) => {
    importing.mutate(chosen, {
      onSuccess: ({ imported }) => {
        toggleNotification({
          type: 'success',
          message: intl.formatMessage(
            {
              id: 'buyer-journey.csv.imported',
              defaultMessage: '{imported, plural, one {# item} other {# items}} imported',
            },
            { imported }
          ),
        });
        onClose();
      },
    });
  };

  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.csv.import.title',
        defaultMessage: 'Import items from CSV',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.csv.import.hint',
        defaultMessage:
          'One row per item, with the columns of an export. Only “buyerWords” is needed.',
      })}
      returnFocus={() => null}
      onClose={() => {
        if (!importing.isPending) onClose();
      }}
      action={
        file &&
        report &&
        report.errorCount === 0 && (
          <Button
            loading={importing.isPending}
            disabled={report.imported === 0}
            onClick={() => {
              importFile(file);
            }}
          >
            {intl.formatMessage({ id: 'buyer-journey.csv.import', defaultMessage: 'Import' })}
          </Button>
        )
      }
    >
      <CsvFileField isTooLarge={isTooLarge} disabled={importing.isPending} onChoose={choose} />
      <Typography role="status" textColor="neutral600">
        {trial.isPending &&
          intl.formatMessage({
            id: 'buyer-journey.csv.trying',
            defaultMessage: 'The file is being checked…',
          })}
        {importing.isPending &&
          intl.formatMessage({
            id: 'buyer-journey.csv.importing',
            defaultMessage: 'The items are being imported…',
          })}
      </Typography>
      {(trial.error ?? importing.error) && (
        <ErrorNotice
          error={trial.error ?? importing.error}
          title={intl.formatMessage({
            id: 'buyer-journey.csv.refused',
            defaultMessage: 'This file cannot be imported',
          })}
        />
      )}
      {report && <ImportReportPart report={report} />}
    </DialogFrame>
  );
}
