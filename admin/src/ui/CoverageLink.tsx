import { useIntl } from 'react-intl';

import { PERMISSIONS, useMay } from '../permissions';
import { COVERAGE_PATH } from '../plugin-id';
import { PageLink } from './PageLink';

/** Leads to coverage, for those who may see it. */
export function CoverageLink() {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.readCoverage);
  if (!may) return null;
  return (
    <PageLink to={COVERAGE_PATH}>
      {intl.formatMessage({
        id: 'buyer-journey.tagging.toCoverage',
        defaultMessage: 'See coverage',
      })}
    </PageLink>
  );
}
