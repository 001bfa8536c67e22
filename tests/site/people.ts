/** Stages, personas and reps for tests. */
import { documentsOf } from '../../server/src/strapi';
import type { Site } from './site';

export interface Doc {
  id: number;
  documentId: string;
}

const create = (site: Site, type: string, data: object) =>
  documentsOf<Doc>(site.strapi, `plugin::buyer-journey.${type}`).create({ data });

/** A stage; its slug is its name in lower case. */
export const aStage = (site: Site, name: string, more: object = {}) =>
  create(site, 'stage', { name, slug: name.toLowerCase(), position: 0, ...more });

/** A persona; its slug is its name in lower case. */
export const aPersona = (site: Site, name: string, more: object = {}) =>
  create(site, 'persona', { name, slug: name.toLowerCase(), position: 0, ...more });

/** A rep who consented to a byline, unless said otherwise. */
export const aRep = (site: Site, displayName: string, more: object = {}) =>
  create(site, 'rep', {
    displayName,
    slug: displayName.toLowerCase().replaceAll(' ', '-'),
    bylineConsent: true,
    ...more,
  });

/** Changes a rep, as the Content Manager would. */
export const changeRep = (site: Site, documentId: string, data: object) =>
  documentsOf<Doc>(site.strapi, 'plugin::buyer-journey.rep').update({ documentId, data });
