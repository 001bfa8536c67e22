import { Button, Modal } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import { useErrorMessage } from '../../api/errors';
import { useTagEntries } from '../../api/tagging-queue';
import { SetTagsResult, useResultTexts } from '../../tagging/SetTagsResult';
import { NotTaggedNotice } from '../../tagging/NotTaggedNotice';
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
  const send = useTagEntries();
  const tellIfClosed = useTellIfClosed();
  const texts = useResultTexts(entries);
  const onSettled = () => {
    refreshEntries(model, entries);
  };
  const tagging = useMutation({
    mutationFn: send.tag,
    onSuccess: (result) => {
      tellIfClosed([texts.done(result), ...result.failed.map(texts.left)]);
    },
    onError: tellIfClosed,
    onSettled,
  });
  const undoing = useMutation({
    mutationFn: send.undo,
    onSuccess: (result) => {
      tellIfClosed([texts.undone(result), ...result.left.map(texts.left)]);
    },
    onError: tellIfClosed,
    onSettled,
  });
  const change = asChange(choice);
  useEffect(() => backToList, []);

  const tag = () => {
    if (!change) return;
    const versions = hasDrafts ? choice.versions : 'both';
    const chosen = entries.map(({ documentId, locale }) => ({ type: model, documentId, locale }));
    tagging.mutate({ entries: chosen, change, versions });
  };

  const run = tagging.data?.run ?? null;
  return (
    <>
      <Modal.Body>
        <NotTaggedNotice tagging={tagging.error} undoing={undoing.error} />
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
        <Button
          variant="tertiary"
          disabled={tagging.isPending || undoing.isPending}
          onClick={onClose}
        >
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
                undoing.mutate(run);
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

/** Strapi closes its dialogs whatever they are doing. Says what came of it to who is back at the list by then. */
function useTellIfClosed(): (outcome: string[] | Error) => void {
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
    };
  }, []);
  return (outcome) => {
    if (!isClosed.current) return;
    const [type, message] =
      outcome instanceof Error
        ? (['danger', errorMessage(outcome)] as const)
        : ([outcome.length > 1 ? 'warning' : 'success', outcome.join(' ')] as const);
    toggleNotification({ type, message });
  };
}

/** The list is drawn anew while the dialog is open, and what opened it is gone: the focus goes to where rows are chosen. */
function backToList() {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('main table [role=checkbox]')?.focus();
  });
}
