import { adminRoute } from '../admin-route';
import { ACTIONS } from '../constants';

export const coverageRoutes = [
  adminRoute('GET', '/coverage', 'coverage.matrix', ACTIONS.readCoverage),
  adminRoute('GET', '/coverage/demand', 'coverage.demand', ACTIONS.readCoverage),
  adminRoute('GET', '/coverage/sales-sourced', 'coverage.fromSales', ACTIONS.readCoverage),
  adminRoute('GET', '/coverage/entries', 'coverage.entries', ACTIONS.readCoverage),
  adminRoute('GET', '/coverage/export/grid', 'coverage.exportGrid', ACTIONS.readCoverage),
  adminRoute('GET', '/coverage/export/entries', 'coverage.exportEntries', ACTIONS.readCoverage),
  adminRoute(
    'PUT',
    '/coverage/targets',
    'coverage.setTargets',
    ACTIONS.readCoverage,
    ACTIONS.setTargets
  ),
  // The type's own permission to create entries is asked by the service.
  adminRoute('POST', '/coverage/drafts', 'coverage.startDraft', ACTIONS.readCoverage),
  adminRoute('GET', '/coverage/trend', 'coverage.trend', ACTIONS.readCoverage),
  adminRoute(
    'DELETE',
    '/coverage/snapshots',
    'coverage.deleteSnapshots',
    ACTIONS.readCoverage,
    ACTIONS.deleteSnapshots
  ),
  adminRoute('GET', '/coverage/filters', 'coverage.filters', ACTIONS.readCoverage),
];
