/** What crosses between server and admin for the trend: figures of coverage, day by day. */
import { z } from 'zod';

import { slug } from './query';

/** Figures of everything that is looked at; tag completeness and the like are as in docs/metrics.md. */
const OVERALL_FIGURES = [
  'coverage',
  'fill',
  'freshCoverage',
  'tagCompleteness',
  'alignmentByStage',
  'alignmentByCell',
  'documents',
  'demand',
  'openDemand',
] as const;
/** Figures of a cell. */
const CELL_FIGURES = ['documents', 'fresh', 'target', 'openDemand'] as const;
/** Figures of a stage as a whole, which has no target. */
const STAGE_FIGURES = ['documents', 'fresh', 'openDemand'] as const;

export type OverallFigure = (typeof OVERALL_FIGURES)[number];
export type CellFigure = (typeof CELL_FIGURES)[number];
export type StageFigure = (typeof STAGE_FIGURES)[number];
export type TrendFigure = OverallFigure | CellFigure;

/** The figures that there are of everything, of a stage, or of a cell. */
export function figuresOf(at: { stage?: string; persona?: string }): readonly TrendFigure[] {
  if (at.stage === undefined) return OVERALL_FIGURES;
  return at.persona === undefined ? STAGE_FIGURES : CELL_FIGURES;
}

/** How many days a trend can look back, the present one included. */
export const TREND_DAYS = [30, 90, 365] as const;
export type TrendDays = (typeof TREND_DAYS)[number];

/** `GET /buyer-journey/coverage/trend` */
export const trendQuery = z
  .strictObject({
    figure: z.enum([...OVERALL_FIGURES, 'fresh', 'target']),
    /** Slug. */
    stage: slug.optional(),
    /** Slug, or `everyone` for content without a persona. */
    persona: slug.optional(),
    locale: z.string().min(1).max(35).optional(),
    /** Uid of one tagged content type. */
    type: z.string().min(1).max(255).optional(),
    days: z
      .enum(['30', '90', '365'])
      .default('90')
      .transform((days) => Number(days) as TrendDays),
  })
  .superRefine((query, context) => {
    if (query.persona !== undefined && query.stage === undefined) {
      context.addIssue({ code: 'custom', path: ['persona'], message: 'needs a stage beside it' });
    } else if (!figuresOf(query).includes(query.figure)) {
      const message = `must be one of ${figuresOf(query).join(', ')}`;
      context.addIssue({ code: 'custom', path: ['figure'], message });
    }
  });
export type TrendQuery = z.infer<typeof trendQuery>;

export interface TrendPoint {
  /** YYYY-MM-DD in UTC. */
  day: string;
  /** Null where there was nothing to have the figure of. */
  value: number | null;
}

/** Its answer: days on which no snapshot was taken are not among the points. */
export interface Trend {
  /** In order. */
  points: TrendPoint[];
  /** First and last day that was asked for. */
  from: string;
  to: string;
}

/** `DELETE /buyer-journey/coverage/snapshots` */
export const deleteSnapshotsQuery = z.strictObject({
  /** YYYY-MM-DD: only snapshots of earlier days go. */
  before: z.iso.date().optional(),
});
export type DeleteSnapshotsQuery = z.infer<typeof deleteSnapshotsQuery>;

export interface DeletedSnapshots {
  /** Days whose snapshots went. */
  days: number;
}
