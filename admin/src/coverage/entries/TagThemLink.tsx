import { LinkButton } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';

import type { CoverageScope } from '../../api/coverage-question';
import { NO_FILTER } from '../../api/tagging-filter';
import { PERMISSIONS, useMay } from '../../permissions';
import { TAGGING_PATH } from '../../plugin-id';
import { writeAddress } from '../../tagging/address';

/** From what is untagged to the page where it is tagged, narrowed as it is here; for those who may tag. */
export function TagThemLink({ scope: { types, locale } }: { scope: CoverageScope }) {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.tag);
  if (!may) return null;
  const search = writeAddress({ view: 'queue', filter: { ...NO_FILTER, types, locale } });
  return (
    <LinkButton tag={Link} to={{ pathname: TAGGING_PATH, search }} size="S">
      {intl.formatMessage({
        id: 'buyer-journey.setup.backlog.start',
        defaultMessage: 'Go through them',
      })}
    </LinkButton>
  );
}
