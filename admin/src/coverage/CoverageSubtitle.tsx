import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router-dom';

import { NO_STAGE, type CoverageTotals } from '../../../contracts/coverage';
import { readAddress, writeAddress } from './address';
import { TrendLink } from './trend/TrendLink';

/** How much there is and how much of it is tagged; the rest is a link to what is untagged. */
export function CoverageSubtitle({ totals }: { totals: CoverageTotals }) {
  const intl = useIntl();
  const { search } = useLocation();
  const address = readAddress(new URLSearchParams(search));
  const untagged = writeAddress({ ...address, cell: { stage: NO_STAGE, persona: null, page: 1 } });

  return (
    <Typography tag="p" variant="epsilon" textColor="neutral600">
      {intl.formatMessage(
        {
          id: 'buyer-journey.coverage.subtitle',
          defaultMessage:
            '{documents, plural, one {# live document} other {# live documents}}, {tagged, number} tagged.',
        },
        { documents: totals.documents, tagged: totals.tagged }
      )}{' '}
      {totals.untagged > 0 && (
        <Typography tag={Link} to={{ search: untagged }} variant="epsilon" textColor="primary600">
          {intl.formatMessage(
            {
              id: 'buyer-journey.coverage.toTag',
              defaultMessage: '{untagged, number} to tag',
            },
            { untagged: totals.untagged }
          )}
        </Typography>
      )}
      {totals.untagged > 0 && <span aria-hidden> · </span>}
      <TrendLink scope={address.scope} />
    </Typography>
  );
}
