import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';

/** Leads to the Content Manager's form for a new document of the type. */
export function AddLink({ uid, label }: { uid: string; label: string }) {
  return (
    <LinkButton
      tag={Link}
      to={`/content-manager/collection-types/${uid}/create`}
      variant="tertiary"
      startIcon={<Plus />}
    >
      {label}
    </LinkButton>
  );
}
