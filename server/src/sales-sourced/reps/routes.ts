import { adminRoute } from '../../admin-route';
import { ACTIONS } from '../../constants';

const route = (method: 'GET' | 'POST', path: string, handler: string) =>
  adminRoute(method, `/reps${path}`, `rep-admin.${handler}`, ACTIONS.manageReps);

export const repAdminRoutes = [
  route('GET', '', 'list'),
  route('POST', '/:id/confirm', 'confirm'),
  route('POST', '/:id/deactivate', 'deactivate'),
  route('POST', '/:id/activate', 'activate'),
  route('POST', '/:id/merge', 'merge'),
  route('POST', '/:id/erase', 'erase'),
];
