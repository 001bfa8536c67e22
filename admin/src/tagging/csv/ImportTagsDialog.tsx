import { Button, Field, Radio, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { MAX_CSV_BYTES } from '../../../../contracts/csv-import';
import type { TaggedVersions } from '../../../../contracts/tagging-csv';
import { useImportTags } from '../../api/tags-csv';
import { CsvFileField } from '../../ui/CsvFileField';
import { DialogFrame } from '../../ui/DialogFrame';
import { ErrorNotice } from '../../ui/notices';
import { TagsReportPart } from './TagsReportPart';

interface ImportTagsDialogProps {
  returnFocus: () => HTMLElement | null;
  onImported: () => void;
  onClose: () => void;
}

/** Asks for a CSV file, tells what would come of it, and tags its entries when nothing in it is wrong. */
export function ImportTagsDialog({ returnFocus, onImported, onClose }: ImportTagsDialogProps) {
  const intl = useIntl();
  const { toggleNotification } = useNotification();
  const [file, setFile] = useState<File | null>(null);
  const [versions, setVersions] = useState<TaggedVersions>('both');
  const trial = useImportTags({ dryRun: true });
  const importing = useImportTags({ dryRun: false });
  const isTooLarge = file !== null && file.size > MAX_CSV_BYTES;
  const report = trial.data;

  const attempt = (chosen: File | null, which: TaggedVersions) => {
    importing.reset();
    if (chosen && chosen.size <= MAX_CSV_BYTES) trial.mutate({ file: chosen, versions: which });
    else trial.reset();
  };

  const importFile = (chosen: File) => {
    importing.mutate(
      { file: chosen, versions },
      {
        onSuccess: ({ changes }) => {
          toggleNotification({
            type: 'success',
            message: intl.formatMessage(
              {
                id: 'buyer-journey.tagsCsv.imported',
                defaultMessage:
                  '{changes, plural, one {# entry has} other {# entries have}} new tags',
              },
              { changes }
            ),
          });
          onImported();
          onClose();
        },
      }
    );
  };

  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.tagsCsv.title',
        defaultMessage: 'Import tags from CSV',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.tagsCsv.hint',
        defaultMessage:
          'One row per entry, as exported. Empty fields take tags away; missing columns change nothing.',
      })}
      returnFocus={returnFocus}
      isBusy={importing.isPending}
      onClose={onClose}
      action={
        file &&
        report &&
        report.errorCount === 0 && (
          <Button
            loading={importing.isPending}
            disabled={report.changes === 0 || trial.isPending}
            onClick={() => {
              importFile(file);
            }}
          >
            {intl.formatMessage({ id: 'buyer-journey.csv.import', defaultMessage: 'Import' })}
          </Button>
        )
      }
    >
      <CsvFileField
        isTooLarge={isTooLarge}
        disabled={importing.isPending}
        onChoose={(chosen) => {
          setFile(chosen);
          attempt(chosen, versions);
        }}
      />
      <VersionsField
        value={versions}
        disabled={importing.isPending}
        onChange={(which) => {
          setVersions(which);
          attempt(file, which);
        }}
      />
      <Typography role="status" textColor="neutral600">
        {trial.isPending &&
          intl.formatMessage({
            id: 'buyer-journey.csv.trying',
            defaultMessage: 'The file is being checked…',
          })}
        {importing.isPending &&
          intl.formatMessage({
            id: 'buyer-journey.tagsCsv.importing',
            defaultMessage: 'The tags are being imported…',
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
      {report && <TagsReportPart report={report} />}
    </DialogFrame>
  );
}

interface VersionsFieldProps {
  value: TaggedVersions;
  disabled: boolean;
  onChange: (value: TaggedVersions) => void;
}

/** Whether the live site changes at once. */
function VersionsField({ value, disabled, onChange }: VersionsFieldProps) {
  const intl = useIntl();
  return (
    <Field.Root name="versions">
      <Field.Label id="tags-csv-versions">
        {intl.formatMessage({
          id: 'buyer-journey.tagsCsv.versions',
          defaultMessage: 'What is tagged',
        })}
      </Field.Label>
      <Radio.Group
        aria-labelledby="tags-csv-versions"
        value={value}
        disabled={disabled}
        onValueChange={(chosen) => {
          onChange(chosen === 'draft' ? 'draft' : 'both');
        }}
      >
        <Radio.Item value="both">
          {intl.formatMessage({
            id: 'buyer-journey.tagsCsv.versions.both',
            defaultMessage:
              'Drafts and what is live: the site changes at once, and no other edit is published',
          })}
        </Radio.Item>
        <Radio.Item value="draft">
          {intl.formatMessage({
            id: 'buyer-journey.tagsCsv.versions.draft',
            defaultMessage: 'Drafts alone: the site changes when each is published',
          })}
        </Radio.Item>
      </Radio.Group>
    </Field.Root>
  );
}
