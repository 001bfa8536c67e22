/** What front-end sites ask across content types. `auth` is that of the request: each answer holds what that caller may read. */
import type {
  ContentQuery,
  JourneyQuery,
  NextParams,
  NextQuery,
} from '../../../contracts/delivery';
import type { Strapi } from '../strapi';
import { contentPage } from './content';
import { journeyOf } from './journey';
import { nextAfter } from './next';

export function deliveryService({ strapi }: { strapi: Strapi }) {
  return {
    content: (auth: unknown, query: ContentQuery) => contentPage(strapi, auth, query),
    next: (auth: unknown, params: NextParams, query: NextQuery) =>
      nextAfter(strapi, auth, params, query),
    journey: (auth: unknown, query: JourneyQuery) => journeyOf(strapi, auth, query),
  };
}
