/** Opting in, the tag fields, and what keeps them whole. */
export { keepOutOfContentTypeBuilder } from './content-type-builder';
export { taggingController } from './controller';
export { guardDeletion } from './deletion-guard';
export { protectTables } from './link-tables';
export { syncLocales } from './locale-sync';
export { injectTags } from './opt-in';
export { hideOptedOutTags } from './opted-out';
export { READABLE_FIELDS } from './role-access';
export { taggingCsvController } from './csv/controller';
export { taggingCsvRoutes } from './csv/routes';
export { taggingCsvService } from './csv/service';
export { taggingRulesController } from './rules/controller';
export { taggingRulesRoutes } from './rules/routes';
export { taggingRulesService } from './rules/service';
export { suggestionFields, suggestionsOf } from './rules/suggestions';
export { taggingRoutes } from './routes';
export { taggingService } from './service';
export { tellTagChanges } from './tell-changes';
