import type { StrapiApp } from '@strapi/strapi/admin';

import type { ContentManagerApis } from '../add-panel';
import { ListTagFilter } from './ListTagFilter';
import { SetTagsAction } from './SetTagsAction';

/** Adds to the list view what works on its entries. */
export function addListTools(app: Pick<StrapiApp, 'getPlugin'>): void {
  const contentManager = app.getPlugin('content-manager');
  contentManager.injectComponent('listView', 'actions', {
    name: 'buyer-journey-filter',
    Component: ListTagFilter,
  });
  (contentManager.apis as ContentManagerApis).addBulkAction([SetTagsAction]);
}
