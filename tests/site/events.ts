/** Events of a test site. */
import type { Site } from './site';

/** Payloads of an event from now on, as they come; `stop` ends the listening. */
export function listen<Payload>(site: Site, event: string): { told: Payload[]; stop: () => void } {
  const told: Payload[] = [];
  const stop = site.strapi.eventHub.on(event, (payload: Payload) => {
    told.push(payload);
    return Promise.resolve();
  });
  return { told, stop };
}
