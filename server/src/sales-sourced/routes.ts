import { adminRoute } from '../admin-route';
import { ACTIONS } from '../constants';

const route = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  handler: string,
  ...actions: [string, ...string[]]
) => adminRoute(method, `/sales-sourced${path}`, `sales-sourced-admin.${handler}`, ...actions);

export const salesSourcedAdminRoutes = [
  route('GET', '/me', 'me', ACTIONS.capture),
  route('PUT', '/me', 'saveMe', ACTIONS.capture),
  route('GET', '/mine', 'mine', ACTIONS.capture),
  route('GET', '/similar', 'similar', ACTIONS.capture),
  route('POST', '/items', 'capture', ACTIONS.capture),
  route('POST', '/items/:id/echo', 'echo', ACTIONS.capture),
  route('POST', '/items/:id/approve', 'approve', ACTIONS.capture),

  route('GET', '/items', 'list', ACTIONS.readInbox),
  route('GET', '/filters', 'filters', ACTIONS.readInbox),
  route('GET', '/items/:id', 'detail', ACTIONS.readInbox),
  route('PUT', '/items/:id', 'edit', ACTIONS.readInbox, ACTIONS.triage),
  route('POST', '/items/:id/transition', 'transition', ACTIONS.readInbox, ACTIONS.triage),
  route('POST', '/items/:id/merge', 'merge', ACTIONS.readInbox, ACTIONS.triage),
  route('POST', '/items/:id/unmerge', 'unmerge', ACTIONS.readInbox, ACTIONS.triage),
  route('POST', '/items/:id/confirm', 'confirm', ACTIONS.readInbox, ACTIONS.triage),
  route('POST', '/items/:id/answers', 'linkAnswer', ACTIONS.readInbox, ACTIONS.triage),
  route(
    'DELETE',
    '/items/:id/answers/:answerId',
    'unlinkAnswer',
    ACTIONS.readInbox,
    ACTIONS.triage
  ),
  route('POST', '/items/:id/draft', 'draftAnswer', ACTIONS.readInbox, ACTIONS.triage),
  route('POST', '/items/:id/publish', 'publish', ACTIONS.readInbox, ACTIONS.publishAnswers),
  route('POST', '/items/:id/unpublish', 'unpublish', ACTIONS.readInbox, ACTIONS.publishAnswers),
  route('GET', '/answerable', 'answerable', ACTIONS.readInbox),
  route('GET', '/answered-by', 'answeredBy', ACTIONS.readInbox),
  route('GET', '/figures', 'figures', ACTIONS.readInbox),
  route('GET', '/export', 'export', ACTIONS.readInbox),
  route('POST', '/import', 'import', ACTIONS.readInbox, ACTIONS.triage, ACTIONS.readPrivate),
  route('POST', '/bulk', 'bulk', ACTIONS.readInbox, ACTIONS.triage),
];
