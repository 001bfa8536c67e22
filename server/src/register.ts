/** Before the database is read: fields, hooks and the filters in front of Strapi's own routes. */
import { PLUGIN_ID } from './constants';
import type { PluginConfig } from './config';
import { addContentQuery, indexPublications } from './delivery';
import { readOnlyGraphQL } from './graphql';
import {
  guardConsent,
  guardItems,
  limitPublicAnswers,
  limitPublicReads,
  stampAnswers,
} from './sales-sourced';
import { contentTypes, onSchemaSync, type Strapi } from './strapi';
import {
  hideOptedOutTags,
  injectTags,
  keepOutOfContentTypeBuilder,
  optInState,
  listTags,
  protectTables,
  requireStage,
  syncLocales,
  tellTagChanges,
} from './tagging';
import { keepRetiredOutOfChoosers, tellTermChanges } from './taxonomy';

export function register({ strapi }: { strapi: Strapi }): void {
  const config = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);

  for (const type of contentTypes(strapi)) {
    injectTags(type, config.fieldNames);
    if (optInState(type) === 'optedIn') indexPublications(strapi, type);
  }
  keepOutOfContentTypeBuilder(strapi, config.fieldNames);
  onSchemaSync(strapi, () => protectTables(strapi));
  keepRetiredOutOfChoosers(strapi);
  readOnlyGraphQL(strapi);
  addContentQuery(strapi);

  // The order of document middlewares: events tell what all others made of a write; then what may be read,
  // items, consent, required stages, and locales in step.
  tellTagChanges(strapi, config.fieldNames);
  tellTermChanges(strapi);
  hideOptedOutTags(strapi);
  listTags(strapi, config.fieldNames);
  limitPublicReads(strapi);
  limitPublicAnswers(strapi);
  guardItems(strapi);
  guardConsent(strapi);
  requireStage(strapi, config.fieldNames);
  stampAnswers(strapi);
  if (config.syncLocales) syncLocales(strapi, config.fieldNames);
}
