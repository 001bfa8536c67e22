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
  // The permissions of the entries' own types are asked by the handlers.
  adminRoute('GET', '/tagging/queue', 'tagging-queue.list', ACTIONS.tag),
  adminRoute('GET', '/tagging/choices', 'tagging-queue.choices', ACTIONS.tag),
  adminRoute('POST', '/tagging/entries', 'tagging-queue.tag', ACTIONS.tag),
  adminRoute('POST', '/tagging/undo', 'tagging-queue.undo', ACTIONS.tag),
  adminRoute('POST', '/tagging/bulk/preview', 'bulk-tagging.preview', ACTIONS.tag),
  adminRoute('POST', '/tagging/bulk', 'bulk-tagging.start', ACTIONS.tag),
  adminRoute('GET', '/tagging/bulk', 'bulk-tagging.list', ACTIONS.tag),
  adminRoute('GET', '/tagging/bulk/:run', 'bulk-tagging.progress', ACTIONS.tag),
  adminRoute('GET', '/tagging/bulk/:run/errors', 'bulk-tagging.errors', ACTIONS.tag),
  adminRoute('POST', '/tagging/bulk/:run/cancel', 'bulk-tagging.cancel', ACTIONS.tag),
  adminRoute('POST', '/tagging/bulk/:run/resume', 'bulk-tagging.resume', ACTIONS.tag),
  adminRoute('POST', '/tagging/bulk/:run/undo', 'bulk-tagging.undo', ACTIONS.tag),
];
