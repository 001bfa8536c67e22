import { adminRoute } from '../admin-route';
import { ACTIONS } from '../constants';

export const setupRoutes = [
  adminRoute('GET', '/setup', 'setup.read', ACTIONS.readSettings),
  adminRoute('PUT', '/setup/:step', 'setup.skip', ACTIONS.updateSettings),
];
