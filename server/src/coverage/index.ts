/** Documents per stage and persona. */
export { coverageController } from './controller';
export { coverageRoutes } from './routes';
export { coverageService } from './service';
