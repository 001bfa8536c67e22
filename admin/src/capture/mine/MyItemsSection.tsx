import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate } from 'react-router-dom';

import { useMyItems } from '../../api/capture';
import { CAPTURE_PATH } from '../../plugin-id';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { PageLink } from '../../ui/PageLink';
import { Pager } from '../../ui/Pager';
import { Section } from '../../ui/Section';
import { MyItemView } from './MyItemView';

/** What I brought in, the newest first, page by page; the page is kept in the address. */
export function MyItemsSection() {
  const intl = useIntl();
  const { page, setPage } = usePageInAddress();
  const { data, error, isPlaceholderData, refetch } = useMyItems(page);

  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.mine.items',
        defaultMessage: 'What I brought in',
      })}
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data?.meta.pagination.total === 0 && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.mine.empty',
            defaultMessage: 'Nothing yet. One sentence that a buyer said is enough to start:',
          })}{' '}
          <PageLink to={CAPTURE_PATH}>
            {intl.formatMessage({
              id: 'buyer-journey.capture.title',
              defaultMessage: 'Add what a buyer said',
            })}
          </PageLink>
        </Typography>
      )}
      {data && data.meta.pagination.total > 0 && (
        <>
          <Flex tag="ul" direction="column" alignItems="stretch" aria-busy={isPlaceholderData}>
            {data.data.map((item) => (
              <MyItemView key={item.documentId} item={item} />
            ))}
          </Flex>
          <Pager {...data.meta.pagination} onChange={setPage} />
        </>
      )}
    </Section>
  );
}

function usePageInAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const page = Number(new URLSearchParams(search).get('page'));
  return {
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    setPage: (next: number) => {
      navigate({ search: next > 1 ? `page=${String(next)}` : '' });
    },
  };
}
