import { Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate } from 'react-router-dom';

import { leaveInForm } from '../edit-view-layout';

/**
 * Gives the tag fields back to the form, where something stands that the panel does not know how to change. What
 * is not saved yet is waited for: it would be asked about as if the page were left.
 */
export function LeaveInForm({ model }: { model: string }) {
  const intl = useIntl();
  const { search } = useLocation();
  const navigate = useNavigate();
  const isModified = useForm('LeaveInForm', (form) => form.modified);
  useEffect(() => {
    leaveInForm(model);
    // Strapi lays out the form anew when the query changes; this one says the same as before.
    if (!isModified) navigate({ search: `${search === '' ? '?' : search}&` }, { replace: true });
  }, [model, navigate, search, isModified]);
  return (
    <Typography tag="p" textColor="neutral600">
      {intl.formatMessage({
        id: 'buyer-journey.panel.unreadable',
        defaultMessage:
          'The form holds something here that this panel cannot read. Save or discard it, and the fields are back in the form.',
      })}
    </Typography>
  );
}
