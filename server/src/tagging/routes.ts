import { adminRoute } from '../admin-route';
import { ACTIONS } from '../constants';

export const taggingRoutes = [
  adminRoute('GET', '/tagging/content-types', 'tagging.contentTypes', ACTIONS.readSettings),
  adminRoute('GET', '/tagging/access', 'tagging.access', ACTIONS.readSettings),
  adminRoute(
    'POST',
    '/tagging/access/:roleId/grant',
    'tagging.grantAccess',
    ACTIONS.updateSettings,
    'admin::roles.update'
  ),
];
