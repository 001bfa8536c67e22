import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { MergeResult } from '../../../../contracts/taxonomy-terms';
import { useExportUses, useMergeTerm, useTermUses } from '../../api/terms';
import { ChooseOne } from '../../ui/ChooseField';
import { DialogFrame } from '../../ui/DialogFrame';
import { Meter } from '../../ui/Meter';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import type { Term } from './term';
import { useDownloadUses } from './useDownloadUses';
import { UsesTable } from './UsesTable';

interface MergeTermDialogProps {
  term: Term;
  /** Of the same kind. */
  others: Term[];
  /** Gets the list that undoes it. */
  onMerged: (result: MergeResult, list: Blob) => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Asks which term takes over, and shows what is retagged. The list that undoes it is fetched before anything is done. */
export function MergeTermDialog(props: MergeTermDialogProps) {
  const { term, others, onMerged, onClose, returnFocus } = props;
  const intl = useIntl();
  const [into, setInto] = useState<string | null>(null);
  const uses = useTermUses(term);
  const { download, isBusy } = useDownloadUses(term);
  const exporting = useExportUses();
  const [listed, setListed] = useState(0);
  const merging = useMergeTerm(term.kind);
  const isMerging = exporting.isPending || merging.isPending;
  const failure = exporting.error ?? merging.error;

  const listing = intl.formatMessage({
    id: 'buyer-journey.term.merge.listing',
    defaultMessage: 'The list is being fetched, to undo it with',
  });

  const merge = () => {
    if (into === null) return;
    const { kind, documentId } = term;
    exporting.mutate(
      { kind, documentId, onProgress: setListed },
      {
        onSuccess: (list) => {
          merging.mutate(
            { documentId, into },
            {
              onSuccess: (result) => {
                onMerged(result, list);
                onClose();
              },
            }
          );
        },
      }
    );
  };

  return (
    <DialogFrame
      title={intl.formatMessage(
        { id: 'buyer-journey.term.merge.title', defaultMessage: 'Merge “{name}” into another one' },
        { name: term.name }
      )}
      hint={intl.formatMessage({
        id: 'buyer-journey.term.merge.hint',
        defaultMessage:
          'Everything that uses it is retagged at once: drafts, live versions, all languages, items and targets. It is gone then.',
      })}
      onSubmit={merge}
      onClose={onClose}
      isBusy={merging.isPending}
      returnFocus={returnFocus}
      action={
        <Button
          type="submit"
          variant="danger"
          disabled={into === null || !uses.data}
          loading={isMerging}
        >
          {intl.formatMessage({ id: 'buyer-journey.term.merge', defaultMessage: 'Merge' })}
        </Button>
      }
    >
      <ChooseOne
        label={intl.formatMessage({
          id: 'buyer-journey.term.merge.into',
          defaultMessage: 'Merge into',
        })}
        placeholder={intl.formatMessage({
          id: 'buyer-journey.term.merge.choose',
          defaultMessage: 'Choose one',
        })}
        value={into}
        options={others.map(({ documentId, name }) => ({ value: documentId, name }))}
        onChange={setInto}
      />
      {uses.error && <ErrorNotice error={uses.error} onRetry={() => void uses.refetch()} />}
      {!uses.error && !uses.data && <LoadingNotice />}
      {uses.data && (
        <>
          <Typography tag="h3" fontWeight="bold">
            {intl.formatMessage({
              id: 'buyer-journey.term.merge.preview',
              defaultMessage: 'What is retagged',
            })}
          </Typography>
          <UsesTable uses={uses.data} term={term} />
        </>
      )}
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Typography textColor="neutral600" maxWidth="40rem">
          {intl.formatMessage({
            id: 'buyer-journey.term.merge.list',
            defaultMessage:
              'You can undo it as long as you stay on this page, and later with the list of what is retagged.',
          })}
        </Typography>
        <Button
          type="button"
          size="S"
          variant="tertiary"
          startIcon={<Download />}
          loading={isBusy}
          onClick={download}
        >
          {intl.formatMessage({ id: 'buyer-journey.term.export', defaultMessage: 'Export list' })}
        </Button>
      </Flex>
      {exporting.isPending && (
        <>
          <Meter label={listing} done={listed} all={1} />
          <Typography role="status">{listing}</Typography>
        </>
      )}
      {merging.isPending && (
        <Typography role="status">
          {intl.formatMessage(
            {
              id: 'buyer-journey.term.merge.busy',
              defaultMessage:
                '{count, plural, one {# use is} other {# uses are}} being retagged. All of it is done, or nothing.',
            },
            { count: uses.data?.total ?? 0 }
          )}
        </Typography>
      )}
      {failure && !isMerging && (
        <ErrorNotice
          error={failure}
          title={intl.formatMessage({
            id: 'buyer-journey.term.merge.failed',
            defaultMessage: 'Nothing was merged',
          })}
        />
      )}
    </DialogFrame>
  );
}
