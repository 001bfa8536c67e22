import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useTermUses } from '../../api/terms';
import { DialogFrame } from '../../ui/DialogFrame';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import type { Term } from './term';
import { useDownloadUses } from './useDownloadUses';
import { UsesTable } from './UsesTable';

interface UsesDialogProps {
  term: Term;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Where a stage or persona is used, and the list of it all. */
export function UsesDialog({ term, onClose, returnFocus }: UsesDialogProps) {
  const intl = useIntl();
  const { data, error, refetch } = useTermUses(term);
  const { download, isBusy } = useDownloadUses(term);
  return (
    <DialogFrame
      title={intl.formatMessage(
        { id: 'buyer-journey.term.uses.title', defaultMessage: 'Where “{name}” is used' },
        { name: term.name }
      )}
      closeLabel={intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })}
      onClose={onClose}
      returnFocus={returnFocus}
      action={
        <Button type="button" startIcon={<Download />} loading={isBusy} onClick={download}>
          {intl.formatMessage({ id: 'buyer-journey.term.export', defaultMessage: 'Export list' })}
        </Button>
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data && <UsesTable uses={data} term={term} />}
    </DialogFrame>
  );
}
