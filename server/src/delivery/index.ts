/** The right content for a stage and persona, across all types, for front-end sites. */
export { cacheHeaders } from './caching';
export { contentController, journeyController, nextController } from './controller';
export { addContentQuery } from './graphql';
export { indexPublications } from './publication-index';
export { deliveryRoutes } from './routes';
export { deliveryService } from './service';
