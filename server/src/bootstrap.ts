/** Once the database is there: permissions, webhook events, guards, the sweep after imports, titles, scheduled work. */
import { EVENTS } from './constants';
import { countTargetsAsUses, retagTargets, scheduleSnapshots } from './coverage';
import { registerPermissions } from './permissions';
import {
  guardProfiles,
  guardRepChanges,
  offerContributors,
  scheduleRetention,
  titleItemsByBuyerWords,
  withdrawBylines,
} from './sales-sourced';
import { getService } from './services';
import { partOf, type Strapi } from './strapi';
import { guardDeletion, markInterrupted, retagRules, schedulePruning } from './tagging';
import { guardSignOffs, keepSignOffs, reserveSlugs, retagEvidence } from './taxonomy';

interface WebhookStore {
  addAllowedEvent(key: string, value: string): void;
}

export async function bootstrap({ strapi }: { strapi: Strapi }): Promise<void> {
  await registerPermissions(strapi);
  const webhooks = partOf<WebhookStore>(strapi, 'webhookStore');
  for (const [key, event] of Object.entries(EVENTS)) webhooks.addAllowedEvent(key, event);

  guardDeletion(strapi);
  countTargetsAsUses(strapi);
  retagTargets(strapi);
  retagEvidence(strapi);
  keepSignOffs(strapi);
  retagRules(strapi);
  reserveSlugs(strapi);
  guardSignOffs(strapi);
  guardProfiles(strapi);
  guardRepChanges(strapi);
  offerContributors(strapi);
  await withdrawBylines(strapi);
  await titleItemsByBuyerWords(strapi);
  await getService(strapi, 'sales-sourced-admin').reconcileDemand();
  await markInterrupted(strapi);
  scheduleRetention(strapi);
  scheduleSnapshots(strapi);
  schedulePruning(strapi);
}
