/** Documents per stage and persona. */
export { snapshot } from './content-types/snapshot';
export { target } from './content-types/target';
export { coverageController } from './controller';
export { retagTargets } from './retag-targets';
export { coverageRoutes } from './routes';
export { coverageService } from './service';
export { scheduleSnapshots } from './snapshots/schedule';
export { countTargetsAsUses } from './targets';
