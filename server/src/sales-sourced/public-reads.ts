/**
 * What the public may read of reps and items, enforced where REST and GraphQL meet: in the
 * Document Service. The admin reads everything, and so does code that answers no request.
 */
import { errors } from '@strapi/utils';

import { REP_UID, SALES_SOURCED_UID } from '../constants';
import type { Strapi } from '../strapi';

interface Read {
  uid: string;
  action: string;
  params: Record<string, unknown>;
}

const READS = ['findOne', 'findFirst', 'findMany', 'count'];
/** Parameters that would choose something else than the published version. */
export const VERSION_PARAMETERS = ['status', 'publicationFilter', 'hasPublishedVersion'];

/** Registers the middleware; whatever is not a read of a rep or an item passes at once. */
export function limitPublicReads(strapi: Strapi): void {
  strapi.documents.use((context, next) => {
    const read = context as unknown as Read;
    const limit = LIMITS[read.uid];
    if (limit && READS.includes(read.action) && isContentApiRequest(strapi)) {
      read.params = limit(read.params);
    }
    return next();
  });
}

const LIMITS: Record<string, ((params: Read['params']) => Read['params']) | undefined> = {
  /** Only reps who are active and consented, whatever the filter. */
  [REP_UID]: (params) => ({
    ...params,
    filters: { $and: [params.filters ?? {}, { active: true, bylineConsent: true }] },
  }),
  /** Only the published version of an item. */
  [SALES_SOURCED_UID]: (params) => {
    const [asked] = VERSION_PARAMETERS.filter((name) => params[name] !== undefined);
    if (asked && !(asked === 'status' && params.status === 'published')) throw refuseVersion(asked);
    return { ...params, status: 'published' };
  },
};

/** The 400 for who asks for another version of an item than the published one. */
export function refuseVersion(parameter: string): Error {
  return new errors.ValidationError(
    `${parameter}: sales-sourced items are always served in their published version.`,
    { errors: [{ path: [parameter], message: 'is not allowed here', name: 'ValidationError' }] }
  );
}

/** How Strapi's admin signs people and tools in. */
const ADMIN_STRATEGIES = ['admin', 'admin-token'];

/**
 * Whether a request of the content API is being answered, GraphQL included. Its authentication
 * strategies are the site's to choose; the admin has one.
 */
function isContentApiRequest(strapi: Strapi): boolean {
  const context = strapi.requestContext.get();
  if (!context) return false;
  const auth = context.state.auth as { strategy?: { name?: string } } | undefined;
  return !ADMIN_STRATEGIES.includes(auth?.strategy?.name ?? '');
}
