/** Documents per stage and persona. */
export { target } from './content-types/target';
export { coverageController } from './controller';
export { coverageRoutes } from './routes';
export { coverageService } from './service';
export { countTargetsAsUses } from './targets';
