/** Conditions of roles that a site adds to those of Strapi. */
import { adminService } from '../../server/src/strapi';
import type { Site } from './site';

interface PermissionService {
  conditionProvider: { register(condition: object): Promise<unknown> };
}

/** Adds a condition, in Strapi's query language. @returns its id, as permissions name it. */
export async function addCondition({ strapi }: Site, name: string, where: object): Promise<string> {
  const { conditionProvider } = adminService<PermissionService>(strapi, 'permission');
  // Strapi takes conditions during its bootstrap alone.
  const state = strapi as unknown as { isLoaded: boolean };
  state.isLoaded = false;
  await conditionProvider.register({
    ...{ displayName: name, name, category: 'test', plugin: 'admin' },
    handler: () => where,
  });
  state.isLoaded = true;
  return `admin::${name}`;
}
