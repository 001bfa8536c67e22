/** Stages and personas: content types, presets, profiles, and reading them on the content API. */
export { personaController, stageController, taxonomyContentRoutes } from './content-api';
export { persona } from './content-types/persona';
export { personaEvidence } from './content-types/persona-evidence';
export { personaSignOff } from './content-types/persona-sign-off';
export { stage } from './content-types/stage';
export { taxonomyController } from './controller';
export {
  guardSignOffs,
  personaProfileController,
  personaProfileRoutes,
  personaProfileService,
} from './profile';
export { reserveSlugs } from './reserved-slugs';
export { taxonomyRoutes } from './routes';
export { taxonomyService } from './service';
export { tellTermChanges } from './tell-changes';
