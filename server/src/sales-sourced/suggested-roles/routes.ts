import { adminRoute } from '../../admin-route';
import { ACTIONS } from '../../constants';

export const suggestedRoleRoutes = [
  adminRoute('GET', '/settings/suggested-roles', 'suggested-roles.list', ACTIONS.readSettings),
  adminRoute(
    'POST',
    '/settings/suggested-roles/:code/create',
    'suggested-roles.create',
    // And, by what there is: the permission to create roles, or to change them.
    ACTIONS.updateSettings
  ),
];
