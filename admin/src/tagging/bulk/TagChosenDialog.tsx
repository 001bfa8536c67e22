import { Button } from '@strapi/design-system';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { Versions } from '../../../../contracts/tag-change';
import type { QueueEntry, TaggingChoices } from '../../../../contracts/tagging-queue';
import { useTagEntries } from '../../api/tagging-queue';
import { DialogFrame } from '../../ui/DialogFrame';
import { NotTaggedNotice } from '../NotTaggedNotice';
import { useEntryTitle } from '../entry-words';
import { SetTagsResult } from '../SetTagsResult';
import { VersionsChoice } from '../VersionsChoice';
import { changeOf, NO_CHANGE } from './change-form';
import { ChangeFields } from './ChangeFields';

interface TagChosenDialogProps {
  /** Not more than one request may name. */
  entries: QueueEntry[];
  choices: TaggingChoices;
  returnFocus: () => HTMLElement | null;
  /** Called when entries were tagged, and when that was taken back. */
  onTagged: () => void;
  onClose: () => void;
}

/** What the chosen entries are tagged with, what became of each, and the way back. */
export function TagChosenDialog(props: TagChosenDialogProps) {
  const { entries, choices, returnFocus, onTagged, onClose } = props;
  const intl = useIntl();
  const titleOf = useEntryTitle();
  const [form, setForm] = useState(NO_CHANGE);
  const [versions, setVersions] = useState<Versions>('both');
  const send = useTagEntries();
  const tagging = useMutation({ mutationFn: send.tag, onSuccess: onTagged });
  const undoing = useMutation({ mutationFn: send.undo, onSuccess: onTagged });
  const change = changeOf(form);
  const result = tagging.data;
  const run = result?.run ?? null;

  const tag = () => {
    if (!change || tagging.isPending || result) return;
    const refs = entries.map(({ type, documentId, locale }) => ({ type, documentId, locale }));
    tagging.mutate({ entries: refs, change, versions });
  };

  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.tagging.bulk.title',
        defaultMessage: 'Set tags',
      })}
      returnFocus={returnFocus}
      onSubmit={tag}
      isBusy={tagging.isPending || undoing.isPending}
      onClose={onClose}
      closeLabel={
        result && intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })
      }
      action={
        result ? (
          run !== null &&
          !undoing.data && (
            <Button
              key="undo"
              type="button"
              variant="secondary"
              loading={undoing.isPending}
              onClick={() => {
                undoing.mutate(run);
              }}
            >
              {intl.formatMessage({ id: 'buyer-journey.undo', defaultMessage: 'Undo' })}
            </Button>
          )
        ) : (
          <Button key="tag" type="submit" loading={tagging.isPending} disabled={change === null}>
            {intl.formatMessage(
              {
                id: 'buyer-journey.tagging.bulk.start',
                defaultMessage: '{count, plural, =0 {Tag} one {Tag # entry} other {Tag # entries}}',
              },
              { count: entries.length }
            )}
          </Button>
        )
      }
    >
      <NotTaggedNotice tagging={tagging.error} undoing={undoing.error} />
      {result ? (
        <SetTagsResult
          result={result}
          undone={undoing.data}
          entries={entries.map((entry) => ({ ...entry, title: titleOf(entry) }))}
        />
      ) : (
        <>
          <ChangeFields form={form} choices={choices} onChange={setForm} />
          <VersionsChoice choices={choices} versions={versions} onChange={setVersions} />
        </>
      )}
    </DialogFrame>
  );
}
