import { Button, Modal } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';

import { useTagEntries, useUndoTagging } from '../../api/tag-entries';
import { SetTagsResult } from '../../tagging/SetTagsResult';
import { ErrorNotice } from '../../ui/notices';
import { refreshEntries } from '../refresh-entries';
import { SetTagsFields } from './SetTagsFields';
import { asChange, NO_CHANGE } from './tag-choice';

/** An entry that was chosen in the list. */
export interface ChosenEntry {
  documentId: string;
  locale: string | null;
  title: string;
}

interface SetTagsDialogProps {
  /** Uid of their content type. */
  model: string;
  entries: ChosenEntry[];
  /** Whether there are drafts beside published versions. */
  hasDrafts: boolean;
  onClose: () => void;
}

/** Asks for tags, gives them to the entries, says what became of each, and takes it back if wanted. */
export default function SetTagsDialog({ model, entries, hasDrafts, onClose }: SetTagsDialogProps) {
  const intl = useIntl();
  const [choice, setChoice] = useState(NO_CHANGE);
  const tagging = useTagEntries();
  const undoing = useUndoTagging();
  const change = asChange(choice);
  useEffect(() => backToList, []);
  const refresh = () => {
    refreshEntries(model, entries);
  };

  const tag = () => {
    if (!change) return;
    const versions = hasDrafts ? choice.versions : 'both';
    const chosen = entries.map(({ documentId, locale }) => ({ type: model, documentId, locale }));
    tagging.mutate({ entries: chosen, change, versions }, { onSettled: refresh });
  };
  const undo = (run: number) => {
    undoing.mutate({ run }, { onSettled: refresh });
  };

  const failure = tagging.error ?? undoing.error;
  const run = tagging.data?.run ?? null;
  return (
    <>
      <Modal.Body>
        {failure && (
          <ErrorNotice
            error={failure}
            title={intl.formatMessage({
              id: 'buyer-journey.setTags.failed',
              defaultMessage: 'Nothing was changed',
            })}
          />
        )}
        {tagging.data ? (
          <SetTagsResult result={tagging.data} undone={undoing.data} entries={entries} />
        ) : (
          <SetTagsFields
            count={entries.length}
            hasDrafts={hasDrafts}
            choice={choice}
            onChange={setChoice}
          />
        )}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {tagging.data
            ? intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })
            : intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
        </Button>
        {tagging.data ? (
          run !== null &&
          !undoing.data && (
            <Button
              variant="secondary"
              loading={undoing.isPending}
              onClick={() => {
                undo(run);
              }}
            >
              {intl.formatMessage({ id: 'buyer-journey.undo', defaultMessage: 'Undo' })}
            </Button>
          )
        ) : (
          <Button disabled={change === null} loading={tagging.isPending} onClick={tag}>
            {intl.formatMessage(
              {
                id: 'buyer-journey.setTags.confirm',
                defaultMessage: '{count, plural, one {Tag # entry} other {Tag # entries}}',
              },
              { count: entries.length }
            )}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
}

/** The list is drawn anew while the dialog is open, and what opened it is gone: the focus goes to where rows are chosen. */
function backToList() {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('main table [role=checkbox]')?.focus();
  });
}
