import { adminRoute } from '../admin-route';
import { ACTIONS } from '../constants';

export const coverageRoutes = [
  adminRoute('GET', '/coverage', 'coverage.matrix', ACTIONS.readCoverage),
  adminRoute('GET', '/coverage/entries', 'coverage.entries', ACTIONS.readCoverage),
  adminRoute('GET', '/coverage/filters', 'coverage.filters', ACTIONS.readCoverage),
];
