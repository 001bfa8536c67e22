/** Stages and personas for front-end sites: Strapi's own find and findOne, in order by default. */
import type { Context } from 'koa';

import { PERSONA_UID, STAGE_UID } from '../constants';
import { readController, readRoutes } from '../content-api';

const inOrder = {
  find(ctx: Context) {
    ctx.query = { sort: 'position:asc', ...ctx.query };
  },
};

export const stageController = readController(STAGE_UID, inOrder);
export const personaController = readController(PERSONA_UID, inOrder);

export const taxonomyContentRoutes = [
  ...readRoutes('/stages', 'stage'),
  ...readRoutes('/personas', 'persona'),
];
