import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { NO_STAGE } from '../../../../contracts/coverage';
import { ALL_STAGES, useCoverageEntries } from '../../api/coverage';
import type { CoverageScope } from '../../api/coverage-question';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { Pager } from '../../ui/Pager';
import { useReturnFocus } from '../../ui/return-focus';
import type { OpenCell } from '../address';
import { firstCell } from '../first-cell';
import { CellTargetForm } from '../targets/CellTargetForm';
import type { Targets } from '../targets/useTargets';
import { CellActions } from './CellActions';
import { EntryList } from './EntryList';
import { OpenItems, type OpenInCell } from './OpenItems';
import { TagThemLink } from './TagThemLink';

interface EntriesDialogProps {
  scope: CoverageScope;
  cell: OpenCell;
  title: string;
  /** Whether only what sales has a part in is listed. */
  fromSales: boolean;
  /** Target of the cell; 0 for none. */
  target: number;
  targets: Targets;
  /** Nothing new belongs here: there is no target to set, and nothing to write. */
  isRetired: boolean;
  /** What is open in the cell; null where there is nothing to tell. */
  open: OpenInCell | null;
  onPage: (page: number) => void;
  onClose: () => void;
}

/** The entries behind a cell, a stage total or the untagged figure. */
export function EntriesDialog(entries: EntriesDialogProps) {
  const intl = useIntl();
  const returnFocus = useReturnFocus(firstCell);
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
          <Modal.Title>{entries.title}</Modal.Title>
        </Modal.Header>
        <Entries {...entries} />
      </Modal.Content>
    </Modal.Root>
  );
}

/** Stage totals and untagged documents have no target. */
function hasTarget(cell: OpenCell): cell is OpenCell & { persona: string } {
  return cell.persona !== null && cell.stage !== NO_STAGE && cell.stage !== ALL_STAGES;
}

function Entries(props: EntriesDialogProps) {
  const { scope, cell, title, fromSales, targets, isRetired, open, onPage, onClose } = props;
  // A target is about all documents of the cell.
  const target = fromSales ? 0 : props.target;
  const intl = useIntl();
  const { data, error, isPlaceholderData, refetch } = useCoverageEntries({
    ...scope,
    ...cell,
    fromSales,
  });
  const hidden = data?.meta.hidden ?? 0;
  const pagination = data?.meta.pagination;

  return (
    <>
      <Modal.Body>
        {targets.maySet && !isRetired && hasTarget(cell) && (
          <Box paddingBottom={4}>
            <CellTargetForm scope={scope} cell={cell} target={props.target} targets={targets} />
          </Box>
        )}
        {!isRetired && hasTarget(cell) && (
          <Box paddingBottom={4}>
            <CellActions scope={scope} cell={cell} title={title} />
          </Box>
        )}
        {cell.stage === NO_STAGE && (
          <Box paddingBottom={4}>
            <TagThemLink scope={scope} />
          </Box>
        )}
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {!error && !data && <LoadingNotice />}
        {data && (
          <Flex direction="column" alignItems="stretch" gap={3} aria-busy={isPlaceholderData}>
            <Typography tag="p" textColor="neutral600">
              {intl.formatMessage(
                {
                  id: 'buyer-journey.entries.summary',
                  defaultMessage:
                    '{documents, plural, =0 {No live documents} one {# live document} other {# live documents}}{sales, select, yes { from sales} other {}}{target, plural, =0 {} other {, target #}}',
                },
                {
                  documents: data.meta.pagination.total + hidden,
                  target,
                  sales: fromSales ? 'yes' : 'no',
                }
              )}
            </Typography>
            {open !== null && hasTarget(cell) && (
              <OpenItems stage={cell.stage} persona={cell.persona} open={open} />
            )}
            <EntryList entries={data.data} />
            {hidden > 0 && (
              <Typography tag="p" variant="pi" textColor="neutral600">
                {intl.formatMessage(
                  {
                    id: 'buyer-journey.entries.hidden',
                    defaultMessage: '{hidden, number} more that you may not read.',
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
