import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';

import { isRefusal } from '../../api/errors';
import { useTrend, type TrendQuestion } from '../../api/trend';
import { COVERAGE_PATH } from '../../plugin-id';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { Section } from '../../ui/Section';
import { EVERYTHING } from '../../api/coverage-question';
import { FIRST_ADDRESS, writeAddress as writeCoverageAddress } from '../address';
import { PLAIN_TREND, useTrendAddress } from './address';
import { DeleteSnapshots } from './DeleteSnapshots';
import { TrendControls } from './TrendControls';
import { TrendPoints } from './TrendPoints';

/** Are we getting better? A figure of coverage day by day, as a line and as a table. */
export function TrendScreen() {
  const intl = useIntl();
  const { question, change } = useTrendAddress();
  const { data: trend, error, isPlaceholderData, refetch } = useTrend(question);
  const title = intl.formatMessage({ id: 'buyer-journey.trend.title', defaultMessage: 'Trend' });
  // Asking again what the server refused would not help; leaving the filters does.
  const clear = isRefusal(error) && (
    <Button
      onClick={() => {
        change(PLAIN_TREND);
      }}
    >
      {intl.formatMessage({ id: 'buyer-journey.filter.clear', defaultMessage: 'Clear filters' })}
    </Button>
  );

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        navigationAction={<BackToCoverage question={question} />}
        subtitle={intl.formatMessage({
          id: 'buyer-journey.trend.subtitle',
          defaultMessage: 'What coverage was on each day, counted once a day.',
        })}
        secondaryAction={trend && <DeleteSnapshots today={trend.to} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isPlaceholderData}>
          <TrendControls question={question} onChange={change} />
          {error && (
            <ErrorNotice
              error={error}
              action={clear}
              onRetry={clear ? undefined : () => void refetch()}
            />
          )}
          {!error && !trend && <LoadingNotice />}
          {!error && trend?.points.length === 0 && <NoSnapshots />}
          {!error && trend && trend.points.length > 0 && (
            <TrendPoints question={question} trend={trend} />
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** Back to where the figures of today are, narrowed as they are here. */
function BackToCoverage({ question: { locale, type } }: { question: TrendQuestion }) {
  const intl = useIntl();
  const scope = { ...EVERYTHING, locale, types: type === null ? [] : [type] };
  const search = writeCoverageAddress({ ...FIRST_ADDRESS, scope });
  return (
    <Link
      tag={RouterLink}
      to={{ pathname: COVERAGE_PATH, search }}
      startIcon={<ArrowLeft aria-hidden />}
    >
      {intl.formatMessage({ id: 'buyer-journey.coverage.title', defaultMessage: 'Coverage' })}
    </Link>
  );
}

function NoSnapshots() {
  const intl = useIntl();
  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.trend.empty',
        defaultMessage: 'There is no snapshot yet',
      })}
    >
      <Typography tag="p" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.trend.empty.hint',
          defaultMessage:
            'The first snapshot is taken within an hour; from then on each day adds a point. It takes stages and a tagged content type.',
        })}
      </Typography>
    </Section>
  );
}
