import { Button } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { BulkRun, BulkTaggingBody } from '../../../../contracts/bulk-tagging';
import type { EntryFilter, Versions } from '../../../../contracts/tag-change';
import type { TaggingChoices } from '../../../../contracts/tagging-queue';
import { useBulkPreview, useStartBulk } from '../../api/bulk-tagging';
import { DialogFrame } from '../../ui/DialogFrame';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { VersionsChoice } from '../VersionsChoice';
import { changeOf, NO_CHANGE } from './change-form';
import { ChangeFields } from './ChangeFields';
import { PreviewPart } from './PreviewPart';

interface SetTagsDialogProps {
  filter: EntryFilter;
  choices: TaggingChoices;
  returnFocus: () => HTMLElement | null;
  onStarted: (run: BulkRun) => void;
  onClose: () => void;
}

/** What all that fits the filter is tagged with, and what that would do. */
export function SetTagsDialog(props: SetTagsDialogProps) {
  const { filter, choices, returnFocus, onStarted, onClose } = props;
  const intl = useIntl();
  const [form, setForm] = useState(NO_CHANGE);
  const [versions, setVersions] = useState<Versions>('both');
  const change = changeOf(form);
  const question: BulkTaggingBody | null = change && { filter, change, versions };
  const preview = useBulkPreview(question);
  const starting = useStartBulk();
  const changing = question && !preview.isPlaceholderData ? preview.data?.totals.changing : 0;

  const start = () => {
    if (!question || !changing) return;
    starting.mutate(question, {
      onSuccess: (run) => {
        onStarted(run);
        onClose();
      },
    });
  };

  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.tagging.bulk.title',
        defaultMessage: 'Set tags',
      })}
      returnFocus={returnFocus}
      onSubmit={start}
      onClose={onClose}
      action={
        <Button type="submit" loading={starting.isPending} disabled={!changing}>
          {intl.formatMessage(
            {
              id: 'buyer-journey.tagging.bulk.start',
              defaultMessage: '{count, plural, =0 {Tag} one {Tag # entry} other {Tag # entries}}',
            },
            { count: changing ?? 0 }
          )}
        </Button>
      }
    >
      <ChangeFields form={form} choices={choices} onChange={setForm} />
      <VersionsChoice choices={choices} versions={versions} onChange={setVersions} />
      {question && preview.error && (
        <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {question && !preview.error && !preview.data && <LoadingNotice />}
      {question && !preview.error && preview.data && (
        <PreviewPart preview={preview.data} isStale={preview.isPlaceholderData} />
      )}
      {starting.error && (
        <ErrorNotice
          error={starting.error}
          title={intl.formatMessage({
            id: 'buyer-journey.tagging.bulk.notStarted',
            defaultMessage: 'Nothing was tagged',
          })}
        />
      )}
    </DialogFrame>
  );
}
