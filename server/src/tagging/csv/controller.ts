import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { noInput } from '../../../../contracts/query';
import { importTagsQuery } from '../../../../contracts/tagging-csv';
import { sendCsv } from '../../csv';
import { parse } from '../../parse';
import type { Ability } from '../../read-access';
import { getService } from '../../services';
import type { Strapi } from '../../strapi';
import { blameFile, uploadedCsv } from '../../uploaded-csv';

export function taggingCsvController({ strapi }: { strapi: Strapi }) {
  const abilityOf = (ctx: Context) => (ctx.state as { userAbility: Ability }).userAbility;
  return {
    async export(ctx: Context) {
      parse(noInput, ctx.query);
      const lines = await getService(strapi, 'tagging-csv').export(abilityOf(ctx));
      sendCsv(strapi, ctx, lines, 'tags.csv');
    },
    async import(ctx: Context) {
      const query = parse(importTagsQuery, ctx.query);
      const dryRun = query.dryRun === 'true';
      const bytes = await uploadedCsv(ctx);
      const how = { ability: abilityOf(ctx), dryRun, versions: query.versions };
      const report = await getService(strapi, 'tagging-csv').import(bytes, how).catch(blameFile);
      if (!dryRun && report.errorCount > 0) {
        throw new errors.ValidationError(
          `Nothing was imported: ${report.errorCount} rows are wrong.`,
          report
        );
      }
      ctx.body = { data: report };
    },
  };
}
