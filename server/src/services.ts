/** A typed way to reach the plugin's services; `index.ts` lists them. */
import { PLUGIN_ID } from './constants';
import type { coverageService } from './coverage';
import type { deliveryService } from './delivery';
import type { repAdminService, salesSourcedAdminService } from './sales-sourced';
import type { setupService } from './setup';
import { pluginService, type Strapi } from './strapi';
import type { taggingCsvService, taggingRulesService, taggingService } from './tagging';
import type { personaProfileService, taxonomyService } from './taxonomy';

interface Services {
  coverage: ReturnType<typeof coverageService>;
  delivery: ReturnType<typeof deliveryService>;
  'rep-admin': ReturnType<typeof repAdminService>;
  'sales-sourced-admin': ReturnType<typeof salesSourcedAdminService>;
  'persona-profile': ReturnType<typeof personaProfileService>;
  setup: ReturnType<typeof setupService>;
  tagging: ReturnType<typeof taggingService>;
  'tagging-csv': ReturnType<typeof taggingCsvService>;
  'tagging-rules': ReturnType<typeof taggingRulesService>;
  taxonomy: ReturnType<typeof taxonomyService>;
}

/** One of the plugin's services. */
export function getService<Name extends keyof Services>(
  strapi: Strapi,
  name: Name
): Services[Name] {
  return pluginService<Services[Name]>(strapi, PLUGIN_ID, name);
}
