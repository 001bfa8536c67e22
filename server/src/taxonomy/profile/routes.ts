import { adminRoute } from '../../admin-route';
import { ACTIONS } from '../../constants';

const { readPersonas, editPersonas } = ACTIONS;

const route = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  handler: string,
  ...more: string[]
) => adminRoute(method, `/personas${path}`, `persona-profile.${handler}`, readPersonas, ...more);

export const personaProfileRoutes = [
  route('GET', '', 'list'),
  route('GET', '/owners', 'owners', editPersonas),
  route('GET', '/:documentId', 'profile'),
  route('PUT', '/:documentId', 'edit', editPersonas),
  // And one has to own it.
  route('POST', '/:documentId/sign-off', 'signOff', editPersonas),
  route('DELETE', '/:documentId/sign-off', 'withdrawSignOff', editPersonas),
  // Both teams feed a profile: who may read it may add to it.
  route('GET', '/:documentId/evidence', 'evidence'),
  route('POST', '/:documentId/evidence', 'addEvidence'),
  route('DELETE', '/:documentId/evidence/:id', 'withdrawEvidence'),
];
