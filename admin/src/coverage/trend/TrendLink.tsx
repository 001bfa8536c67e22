import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';

import type { CoverageScope } from '../../api/coverage-question';
import { TREND_PATH } from '../../plugin-id';
import { trendOf, writeAddress } from './address';

/** Leads to how the figures came about, narrowed as they are; several types have no trend of their own. */
export function TrendLink({ scope }: { scope: CoverageScope }) {
  const intl = useIntl();
  return (
    <Typography
      tag={Link}
      to={{ pathname: TREND_PATH, search: writeAddress(trendOf(scope)) }}
      variant="epsilon"
      textColor="primary600"
    >
      {intl.formatMessage({ id: 'buyer-journey.trend.title', defaultMessage: 'Trend' })}
    </Typography>
  );
}
