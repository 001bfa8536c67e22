/** Opting in, the tag fields, and what keeps them whole. */
export { keepOutOfContentTypeBuilder } from './content-type-builder';
export { taggingController } from './controller';
export { guardDeletion } from './deletion-guard';
export { protectTables } from './link-tables';
export { listTags } from './list-tags';
export { syncLocales } from './locale-sync';
export { injectTags } from './opt-in';
export { hideOptedOutTags } from './opted-out';
export { requireStage } from './require-stage';
export { READABLE_FIELDS } from './role-access';
export { taggingRoutes } from './routes';
export { taggingService } from './service';
export { tellTagChanges } from './tell-changes';
