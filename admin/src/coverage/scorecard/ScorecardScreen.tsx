import { Button } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useLocation } from 'react-router-dom';

import { useCoverage, useCoverageDemand } from '../../api/coverage';
import { COVERAGE_PATH } from '../../plugin-id';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { PageLink } from '../../ui/PageLink';
import { readAddress } from '../address';
import { PrintSheetAlone } from './sheet-styles';
import { ScorecardSheet } from './ScorecardSheet';

/** Coverage on one page, with the filters of the coverage page in its address. */
export function ScorecardScreen() {
  const intl = useIntl();
  const { search } = useLocation();
  const { scope } = readAddress(new URLSearchParams(search));
  const coverage = useCoverage(scope);
  const demand = useCoverageDemand(scope);
  const error = coverage.error ?? demand.error;
  const isReady = coverage.data !== undefined && demand.data !== undefined && !error;
  const title = intl.formatMessage({
    id: 'buyer-journey.scorecard.title',
    defaultMessage: 'Scorecard',
  });

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        navigationAction={
          <PageLink to={COVERAGE_PATH + search} startIcon={<ArrowLeft />}>
            {intl.formatMessage({
              id: 'buyer-journey.scorecard.back',
              defaultMessage: 'Back to coverage',
            })}
          </PageLink>
        }
        primaryAction={
          <Button
            disabled={!isReady}
            onClick={() => {
              window.print();
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.scorecard.print',
              defaultMessage: 'Print',
            })}
          </Button>
        }
      />
      <Layouts.Content>
        {error && (
          <ErrorNotice
            error={error}
            onRetry={() => {
              void coverage.refetch();
              void demand.refetch();
            }}
          />
        )}
        {!error && !isReady && <LoadingNotice />}
        {isReady && (
          <>
            <PrintSheetAlone />
            <ScorecardSheet coverage={coverage.data} demand={demand.data} scope={scope} />
          </>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
