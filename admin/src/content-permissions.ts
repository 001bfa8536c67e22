import { useAuth } from '@strapi/strapi/admin';

interface ContentPermissions {
  mayRead: boolean;
  mayCreate: boolean;
  mayUpdate: boolean;
  /** Whether the user sees a field of the content type. */
  mayReadField: (field: string) => boolean;
}

/** What the signed-in user may do with a content type in the Content Manager. */
export function useContentPermissions(uid: string): ContentPermissions {
  const permissions = useAuth('useContentPermissions', (state) => state.permissions);
  const granted = (action: string) =>
    permissions.filter(
      (permission) =>
        permission.subject === uid &&
        permission.action === `plugin::content-manager.explorer.${action}`
    );
  const reading = granted('read');
  return {
    mayRead: reading.length > 0,
    mayCreate: granted('create').length > 0,
    mayUpdate: granted('update').length > 0,
    // A permission without a list of fields is about all of them.
    mayReadField: (field) =>
      reading.some(({ properties }) => properties?.fields?.includes(field) ?? true),
  };
}
