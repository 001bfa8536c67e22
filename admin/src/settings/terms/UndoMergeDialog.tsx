import { Button } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { UndoResult } from '../../../../contracts/taxonomy-terms';
import { useUndoMerge } from '../../api/terms';
import { CsvFileField } from '../../ui/CsvFileField';
import { DialogFrame } from '../../ui/DialogFrame';
import { ErrorNotice } from '../../ui/notices';

interface UndoMergeDialogProps {
  onUndone: (result: UndoResult) => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Takes an earlier merge back by the list that was exported before it. */
export function UndoMergeDialog({ onUndone, onClose, returnFocus }: UndoMergeDialogProps) {
  const intl = useIntl();
  const [list, setList] = useState<File | null>(null);
  const undo = useUndoMerge();
  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.term.undo.title',
        defaultMessage: 'Undo a merge',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.term.undo.hint',
        defaultMessage:
          'Choose the list that was exported before the merge. What is listed is tagged as it was, all of it or nothing.',
      })}
      onSubmit={() => {
        if (!list) return;
        undo.mutate(list, {
          onSuccess: (result) => {
            onUndone(result);
            onClose();
          },
        });
      }}
      onClose={onClose}
      isBusy={undo.isPending}
      returnFocus={returnFocus}
      action={
        <Button type="submit" disabled={!list} loading={undo.isPending}>
          {intl.formatMessage({ id: 'buyer-journey.undo', defaultMessage: 'Undo' })}
        </Button>
      }
    >
      <CsvFileField
        isTooLarge={false}
        disabled={undo.isPending}
        onChoose={(file) => {
          undo.reset();
          setList(file);
        }}
      />
      {undo.error && (
        <ErrorNotice
          error={undo.error}
          title={intl.formatMessage({
            id: 'buyer-journey.term.undo.failed',
            defaultMessage: 'The merge was not undone',
          })}
        />
      )}
    </DialogFrame>
  );
}
