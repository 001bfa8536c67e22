/** Routes of the content API, described for Strapi's OpenAPI generator. */
import {
  contentPage,
  contentQuery,
  journey,
  journeyQuery,
  nextEntries,
  nextParams,
  nextQuery,
} from '../../../contracts/delivery';
import type { ContentRoute } from '../content-api';

const config = { middlewares: ['plugin::buyer-journey.cache-headers'] };

export const deliveryRoutes: ContentRoute[] = [
  {
    method: 'GET',
    path: '/content',
    handler: 'content.find',
    config,
    request: { query: contentQuery.shape },
    response: contentPage,
  },
  {
    method: 'GET',
    path: '/content/:type/:documentId/next',
    handler: 'next.find',
    config,
    request: { params: nextParams.shape, query: nextQuery.shape },
    response: nextEntries,
  },
  {
    method: 'GET',
    path: '/journey',
    handler: 'journey.find',
    config,
    request: { query: journeyQuery.shape },
    response: journey,
  },
];
