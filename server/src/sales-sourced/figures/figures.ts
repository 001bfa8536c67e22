/** The figures above the inbox (docs/metrics.md), each with its parts. */
import type { SalesSourcedFigures } from '../../../../contracts/sales-sourced/figures';
import type { PluginConfig } from '../../config';
import { PLUGIN_ID } from '../../constants';
import { DAY_IN_MS } from '../../days';
import { getService } from '../../services';
import { inReadingTransaction, type Strapi } from '../../strapi';
import { countStates } from '../inbox/query';
import { inDays, percentiles, share } from './formulas';
import { objectionLeakage } from './leakage';
import {
  answeredItems,
  answerStages,
  countFreshlyAnswered,
  objections,
  openItems,
  participation,
  salesSourcedDocuments,
} from './query';

const PARTICIPATION_DAYS = 90;

/** @param now the moment that ages are counted to. */
export async function salesSourcedFigures(strapi: Strapi, now: Date): Promise<SalesSourcedFigures> {
  const stages = await getService(strapi, 'taxonomy').stages();
  const order = stages.filter(({ alwaysOn }) => !alwaysOn).map(({ id }) => id);
  return inReadingTransaction(strapi, async (trx) => {
    const open = await openItems(strapi, trx);
    const answered = await answeredItems(strapi, trx);
    const valid = open.length + answered.length;
    const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_IN_MS);
    const reps = await participation(strapi, trx, daysAgo(PARTICIPATION_DAYS));
    const { staleAfterDays } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).coverage;
    const fresh = await countFreshlyAnswered(strapi, trx, daysAgo(staleAfterDays));
    const documents = await salesSourcedDocuments(strapi, trx);
    return {
      items: await countStates(strapi, trx, {}),
      open: open.length,
      valid,
      timeToAnswer: percentiles(
        answered.flatMap(({ at, answeredAt }) =>
          answeredAt === null ? [] : [inDays(answeredAt.getTime() - at.getTime())]
        )
      ),
      ageOfOpen: percentiles(open.map((at) => inDays(now.getTime() - at.getTime()))),
      answerRate: share(answered.length, valid),
      freshAnswerRate: share(fresh, valid),
      salesSourcedShare: share(documents.fromSales, documents.live),
      participation: share(reps.participating, reps.active),
      objectionLeakage: objectionLeakage(
        await objections(strapi, trx),
        await answerStages(strapi, trx),
        order
      ),
    };
  });
}
