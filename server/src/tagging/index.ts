/** Opting in, the tag fields, and what keeps them whole. */
export { bulkTaggingController } from './bulk/controller';
export { schedulePruning } from './bulk/prune';
export { markInterrupted } from './bulk/runs';
export { stopWork } from './bulk/work';
export { keepOutOfContentTypeBuilder } from './content-type-builder';
export { taggingController } from './controller';
export { taggingChange } from './content-types/tagging-change';
export { taggingRun } from './content-types/tagging-run';
export { guardDeletion } from './deletion-guard';
export { protectTables } from './link-tables';
export { syncLocales } from './locale-sync';
export { injectTags, optInState } from './opt-in';
export { hideOptedOutTags } from './opted-out';
export { taggingQueueController } from './queue/controller';
export { READABLE_FIELDS } from './role-access';
export { taggingRoutes } from './routes';
export { taggingService } from './service';
export { tellTagChanges } from './tell-changes';
