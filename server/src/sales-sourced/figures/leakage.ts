/** Objection leakage (docs/metrics.md). No database in here. */
import type { Share } from '../../../../contracts/sales-sourced/figures';
import { share } from './formulas';

export interface Objection {
  item: string;
  /** Row ids of the stages where it is raised and where it should be resolved. */
  stageId: number;
  resolveById: number;
  /** Whether its own published answer stands at the stage where it should be resolved. */
  answersItself: boolean;
}

/**
 * Objections that are raised later than they should be resolved and that no live answer meets in time,
 * over objections with both stages.
 * @param order row ids of the stages in order, always-on stages left out: objections there do not count.
 * @param answers row ids of the stages of live documents that answer, by item.
 */
export function objectionLeakage(
  objections: Objection[],
  answers: Map<string, number[]>,
  order: number[]
): Share {
  const rank = new Map(order.map((id, index) => [id, index]));
  let [leaking, all] = [0, 0];
  for (const { item, stageId, resolveById, answersItself } of objections) {
    const [raised, resolve] = [rank.get(stageId), rank.get(resolveById)];
    if (raised === undefined || resolve === undefined) continue;
    all += 1;
    const inTime = (answers.get(item) ?? []).some((id) => (rank.get(id) ?? Infinity) <= resolve);
    if (raised > resolve && !inTime && !answersItself) leaking += 1;
  }
  return share(leaking, all);
}
