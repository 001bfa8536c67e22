import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useCoverageEntries, type CoverageScope } from '../../api/coverage';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { Pager } from '../../ui/Pager';
import { useReturnFocus } from '../../ui/return-focus';
import type { OpenCell } from '../address';
import { EntryList } from './EntryList';

interface EntriesDialogProps {
  scope: CoverageScope;
  cell: OpenCell;
  title: string;
  /** Target of the cell; 0 for none. */
  target: number;
  onPage: (page: number) => void;
  onClose: () => void;
}

/** The entries behind a cell, a stage total or the untagged figure. */
export function EntriesDialog({ title, ...entries }: EntriesDialogProps) {
  const intl = useIntl();
  const returnFocus = useReturnFocus(() => document.querySelector('[role="grid"] [tabindex="0"]'));
  return (
    <Modal.Root
      open
      onOpenChange={(open) => {
        if (!open) entries.onClose();
      }}
    >
      <Modal.Content aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
        <Modal.Header
          closeLabel={intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })}
        >
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Entries {...entries} />
      </Modal.Content>
    </Modal.Root>
  );
}

type EntriesProps = Omit<EntriesDialogProps, 'title'>;

function Entries({ scope, cell, target, onPage, onClose }: EntriesProps) {
  const intl = useIntl();
  const { data, error, isPlaceholderData, refetch } = useCoverageEntries({ ...scope, ...cell });
  const hidden = data?.meta.hidden ?? 0;
  const pagination = data?.meta.pagination;

  return (
    <>
      <Modal.Body>
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {!error && !data && <LoadingNotice />}
        {data && (
          <Flex direction="column" alignItems="stretch" gap={3} aria-busy={isPlaceholderData}>
            <Typography tag="p" textColor="neutral600">
              {intl.formatMessage(
                {
                  id: 'buyer-journey.entries.summary',
                  defaultMessage:
                    '{documents, plural, =0 {No live documents} one {# live document} other {# live documents}}{target, plural, =0 {} other {, target #}}',
                },
                { documents: data.meta.pagination.total + hidden, target }
              )}
            </Typography>
            <EntryList entries={data.data} />
            {hidden > 0 && (
              <Typography tag="p" variant="pi" textColor="neutral600">
                {intl.formatMessage(
                  {
                    id: 'buyer-journey.entries.hidden',
                    defaultMessage: '{hidden, number} more in types you may not read.',
                  },
                  { hidden }
                )}
              </Typography>
            )}
          </Flex>
        )}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })}
        </Button>
        {pagination && <Pager {...pagination} onChange={onPage} />}
      </Modal.Footer>
    </>
  );
}
