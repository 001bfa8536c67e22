/** Stages and personas: content types, presets, profiles, and reading them on the content API. */
export { personaController, stageController, taxonomyContentRoutes } from './content-api';
export { mergedTerm } from './content-types/merged-term';
export { persona } from './content-types/persona';
export { personaEvidence } from './content-types/persona-evidence';
export { personaSignOff } from './content-types/persona-sign-off';
export { stage } from './content-types/stage';
export { taxonomyController } from './controller';
export {
  guardSignOffs,
  keepSignOffs,
  personaProfileController,
  personaProfileRoutes,
  personaProfileService,
  retagEvidence,
} from './profile';
export { reserveSlugs } from './reserved-slugs';
export { keepRetiredOutOfChoosers } from './retired';
export { taxonomyRoutes } from './routes';
export { taxonomyService, type PublicPersona, type PublicStage } from './service';
export { tellTermChanges } from './tell-changes';
export { termController } from './term-controller';
export { termRoutes } from './term-routes';
