import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useIntl } from 'react-intl';

interface PagerProps {
  /** Counts from 1. */
  page: number;
  pageCount: number;
  onChange: (page: number) => void;
}

/** Previous and next; nothing when there is one page only. */
export function Pager({ page, pageCount, onChange }: PagerProps) {
  const intl = useIntl();
  if (pageCount <= 1) return null;
  return (
    <Flex gap={2}>
      <IconButton
        label={intl.formatMessage({
          id: 'buyer-journey.pager.previous',
          defaultMessage: 'Previous page',
        })}
        withTooltip={false}
        disabled={page <= 1}
        onClick={() => {
          // An address may name a page behind the last one.
          onChange(Math.min(page - 1, pageCount));
        }}
      >
        <ChevronLeft />
      </IconButton>
      <Typography textColor="neutral600" aria-live="polite">
        {intl.formatMessage(
          { id: 'buyer-journey.pager.position', defaultMessage: 'Page {page} of {pageCount}' },
          { page, pageCount }
        )}
      </Typography>
      <IconButton
        label={intl.formatMessage({ id: 'buyer-journey.pager.next', defaultMessage: 'Next page' })}
        withTooltip={false}
        disabled={page >= pageCount}
        onClick={() => {
          onChange(page + 1);
        }}
      >
        <ChevronRight />
      </IconButton>
    </Flex>
  );
}
