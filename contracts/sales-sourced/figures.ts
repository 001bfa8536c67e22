/** Figures over items. */
import type { WorkflowState } from './items';

/** `GET /buyer-journey/sales-sourced/figures` (docs/metrics.md) */
export interface SalesSourcedFigures {
  items: Record<WorkflowState, number>;
  /** Valid items that are not answered. */
  open: number;
  valid: number;
  /** Days. */
  timeToAnswer: Percentiles;
  ageOfOpen: Percentiles;
  answerRate: Share;
  /** The same, counting only answers that were published or saved lately. */
  freshAnswerRate: Share;
  salesSourcedShare: Share;
  participation: Share;
  objectionLeakage: Share;
}

/** In days; null when there is nothing to measure. */
export interface Percentiles {
  median: number | null;
  p90: number | null;
  count: number;
}

/** A fraction with its parts; null when `of` is 0. */
export interface Share {
  figure: number | null;
  part: number;
  of: number;
}
