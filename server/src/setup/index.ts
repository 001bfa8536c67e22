/** Setting up: what is done of it, and what the site does without. */
export { setupController } from './controller';
export { setupRoutes } from './routes';
export { setupService } from './service';
