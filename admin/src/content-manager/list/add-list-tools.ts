import type { StrapiApp } from '@strapi/strapi/admin';

import { ListTagFilter } from './ListTagFilter';

/** Adds to the list view what works on its entries. */
export function addListTools(app: Pick<StrapiApp, 'getPlugin'>): void {
  app.getPlugin('content-manager').injectComponent('listView', 'actions', {
    name: 'buyer-journey-filter',
    Component: ListTagFilter,
  });
}
