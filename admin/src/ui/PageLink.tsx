import { Link } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

interface PageLinkProps {
  to: string;
  startIcon?: ReactNode;
  children: ReactNode;
}

/** A link to another screen of the admin. */
export function PageLink({ to, startIcon, children }: PageLinkProps) {
  return (
    <Link tag={RouterLink} to={to} startIcon={startIcon}>
      {children}
    </Link>
  );
}
