import { useAuth } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';

import type { Me } from '../../../contracts/sales-sourced/capture';
import { useMe } from '../api/capture';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { InactiveNotice } from './InactiveNotice';

interface ContributorProps {
  /** Gets who the user is as a rep, and the id of the user. */
  children: (me: Me, user: string) => ReactNode;
}

/** Shows its children to who can contribute, and tells everybody else why they cannot. */
export function Contributor({ children }: ContributorProps) {
  const user = useAuth('Contributor', (state) => state.user?.id);
  const { data: me, error, refetch } = useMe();

  if (me?.rep?.active === false) return <InactiveNotice />;
  if (me && user !== undefined) return children(me, String(user));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return <LoadingNotice />;
}
