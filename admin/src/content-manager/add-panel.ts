import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';

import { AnswersPanel } from './answers/AnswersPanel';
import { JourneyPanel } from './JourneyPanel';

/** The app types a plugin's APIs as unknown; these are the Content Manager's. */
export type ContentManagerApis = ContentManagerPlugin['config']['apis'];

/** Adds our panels to the edit view. */
export function addJourneyPanel(app: Pick<StrapiApp, 'getPlugin'>): void {
  const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
  // Right below the buttons that save and publish: what the panel holds belongs to the form.
  apis.addEditViewSidePanel(([actions, ...others]) =>
    actions ? [actions, JourneyPanel, AnswersPanel, ...others] : [JourneyPanel, AnswersPanel]
  );
}
