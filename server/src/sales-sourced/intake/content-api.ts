/** The way in for other tools; closed until a role or an API token is given the action `create`. */
import type { Context } from 'koa';

import { noInput } from '../../../../contracts/query';
import { intakeBody, type IntakeReceipt } from '../../../../contracts/sales-sourced/intake';
import type { ContentRoute } from '../../content-api';
import { bodyOf, parse } from '../../parse';
import type { Strapi } from '../../strapi';
import { receiveItem } from './receive';

export function intakeController({ strapi }: { strapi: Strapi }) {
  return {
    async create(ctx: Context) {
      parse(noInput, ctx.query);
      const { data } = parse(intakeBody, bodyOf(ctx));
      const { documentId, isNew } = await receiveItem(strapi, data);
      const receipt: IntakeReceipt = { documentId, status: 'received' };
      ctx.body = { data: receipt };
      ctx.status = isNew ? 201 : 200;
    },
  };
}

export const intakeRoute: ContentRoute = {
  method: 'POST',
  path: '/sales-sourced',
  handler: 'sales-sourced.create',
  config: { middlewares: ['plugin::buyer-journey.intake-limits'] },
};
