import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';

import { PERMISSIONS, useMay } from '../permissions';
import { CAPTURE_PATH } from '../plugin-id';

/** Leads to capture, for those who may bring in what buyers said. */
export function CaptureLink() {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.capture);
  if (!may) return null;
  return (
    <LinkButton tag={Link} to={CAPTURE_PATH} startIcon={<Plus />}>
      {intl.formatMessage({
        id: 'buyer-journey.capture.title',
        defaultMessage: 'Add what a buyer said',
      })}
    </LinkButton>
  );
}
