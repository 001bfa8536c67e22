/** Profiles of personas: texts, owners, sign-offs and evidence. */
export { personaProfileController } from './controller';
export { guardSignOffs } from './guard-sign-offs';
export { keepSignOffs } from './keep-sign-offs';
export { retagEvidence } from './retag-evidence';
export { personaProfileRoutes } from './routes';
export { personaProfileService } from './service';
