/** Reps and items for front-end sites: Strapi's own find and findOne, within `public-reads`; and the intake. */
import type { Context } from 'koa';

import { REP_UID, SALES_SOURCED_UID } from '../constants';
import { readController, readRoutes } from '../content-api';
import { addAnsweredBy } from './answers/answered-by';
import { intakeController, intakeRoute } from './intake/content-api';
import { refuseVersion, VERSION_PARAMETERS } from './public-reads';

function onlyPublished(ctx: Context): void {
  const asked = VERSION_PARAMETERS.find((name) => name in ctx.query);
  if (asked) throw refuseVersion(asked);
}

export const repController = readController(REP_UID);

const publishedItems = readController(SALES_SOURCED_UID, {
  find: onlyPublished,
  findOne: onlyPublished,
  answer: addAnsweredBy,
});
export const salesSourcedController = (context: Parameters<typeof publishedItems>[0]) => ({
  ...publishedItems(context),
  ...intakeController(context),
});

export const salesSourcedContentRoutes = [
  ...readRoutes('/reps', 'rep'),
  ...readRoutes('/sales-sourced', 'sales-sourced'),
  intakeRoute,
];
