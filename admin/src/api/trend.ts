import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type {
  DeletedSnapshots,
  DeleteSnapshotsQuery,
  Trend,
  TrendDays,
  TrendFigure,
} from '../../../contracts/coverage-trend';
import { keys } from './keys';

/** Which line is asked for: of everything, of a stage, or of a cell; narrowed or not. */
export interface TrendQuestion {
  figure: TrendFigure;
  /** Slug. */
  stage: string | null;
  /** Slug, or `everyone`; only with a stage. */
  persona: string | null;
  locale: string | null;
  /** Uid of a content type. */
  type: string | null;
  days: TrendDays;
}

/** A figure day by day, as far as snapshots were taken. */
export function useTrend(question: TrendQuestion) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.coverage.trend(question),
    queryFn: async ({ signal }) => {
      const given = Object.entries(question).flatMap(([name, value]) =>
        value === null ? [] : [[name, String(value)]]
      );
      const answer = await get<{ data: Trend }>('/buyer-journey/coverage/trend', {
        params: new URLSearchParams(given).toString(),
        signal,
      });
      return answer.data.data;
    },
  });
}

/** Deletes all snapshots, or those of the days before one; answers for how many days there were any. */
export function useDeleteSnapshots() {
  const { del } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ before }: DeleteSnapshotsQuery) => {
      const answer = await del<{ data: DeletedSnapshots }>('/buyer-journey/coverage/snapshots', {
        params: { before },
      });
      return answer.data.data;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.coverage.all }),
  });
}
