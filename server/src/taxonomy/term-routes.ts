import { adminRoute, type AdminRoute } from '../admin-route';
import { ACTIONS } from '../constants';

/** Reading and changing single stages and personas. */
export const termRoutes: AdminRoute[] = [
  ...routesOf('/taxonomy/stages', 'stage-admin'),
  ...routesOf('/taxonomy/personas', 'persona-admin'),
];

function routesOf(base: string, controller: string): AdminRoute[] {
  const reading = (path: string, handler: string) =>
    adminRoute('GET', base + path, `${controller}.${handler}`, ACTIONS.readSettings);
  const changing = (method: AdminRoute['method'], path: string, handler: string) =>
    adminRoute(method, base + path, `${controller}.${handler}`, ACTIONS.updateSettings);
  return [
    changing('POST', '', 'create'),
    // Before the routes of a document: `order` could be the id of one.
    changing('PUT', '/order', 'order'),
    reading('/:documentId', 'detail'),
    changing('PUT', '/:documentId', 'update'),
    changing('DELETE', '/:documentId', 'remove'),
    changing('POST', '/:documentId/retire', 'retire'),
    changing('POST', '/:documentId/unretire', 'unretire'),
    reading('/:documentId/uses', 'uses'),
    reading('/:documentId/uses.csv', 'usesCsv'),
    changing('POST', '/:documentId/merge', 'merge'),
  ];
}
