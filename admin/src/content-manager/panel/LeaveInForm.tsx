import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { leaveInForm } from '../edit-view-layout';

/** Gives the tag fields back to the form, where something stands that the panel does not know how to change. */
export function LeaveInForm({ model }: { model: string }) {
  const { search } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    leaveInForm(model);
    // Strapi lays out the form anew when the query changes; this one says the same as before.
    navigate({ search: search === '' ? '?&' : `${search}&` }, { replace: true });
  }, [model, navigate, search]);
  return null;
}
