/** Admin routes: none without sign-in, and none without a permission by name. */

export interface AdminRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  handler: string;
  config: { policies: (string | { name: string; config: { actions: string[] } })[] };
}

/** A route under `/buyer-journey` of the admin API, for who holds every one of `actions`. */
export function adminRoute(
  method: AdminRoute['method'],
  path: string,
  handler: string,
  ...actions: [string, ...string[]]
): AdminRoute {
  return {
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions } },
      ],
    },
  };
}
