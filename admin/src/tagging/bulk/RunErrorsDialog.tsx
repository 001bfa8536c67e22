import { Box, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useBulkErrors } from '../../api/bulk-tagging';
import { DialogFrame } from '../../ui/DialogFrame';
import { entryLink } from '../../ui/entry-link';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { PageLink } from '../../ui/PageLink';
import { Pager } from '../../ui/Pager';
import { useEntryTitle } from '../entry-words';
import { useProblemText } from '../problem-text';

interface RunErrorsDialogProps {
  run: number;
  returnFocus: () => HTMLElement | null;
  onClose: () => void;
}

/** The entries that were left out, each with the reason. */
export function RunErrorsDialog({ run, returnFocus, onClose }: RunErrorsDialogProps) {
  const intl = useIntl();
  const titleOf = useEntryTitle();
  const problemText = useProblemText();
  const [page, setPage] = useState(1);
  const { data, error, isPlaceholderData, refetch } = useBulkErrors(run, page);

  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.tagging.errors',
        defaultMessage: 'Entries that were left out',
      })}
      returnFocus={returnFocus}
      onClose={onClose}
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data && (
        <Flex direction="column" alignItems="stretch" gap={3} aria-busy={isPlaceholderData}>
          <Box tag="ul">
            {data.data.map((entry) => (
              <Box
                key={`${entry.type} ${entry.documentId}`}
                tag="li"
                paddingTop={2}
                paddingBottom={2}
              >
                {entry.problem === 'gone' ? (
                  <Typography>{titleOf(entry)}</Typography>
                ) : (
                  <PageLink to={entryLink(entry)}>{titleOf(entry)}</PageLink>
                )}
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {entry.typeName}
                </Typography>
                <Typography tag="p" textColor="danger600">
                  {problemText(entry.problem)}
                </Typography>
              </Box>
            ))}
          </Box>
          <Pager {...data.meta.pagination} page={page} onChange={setPage} />
        </Flex>
      )}
    </DialogFrame>
  );
}
