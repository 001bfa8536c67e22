import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { figuresOf, TREND_DAYS, type TrendFigure } from '../../../../contracts/coverage-trend';
import type { CoverageScope } from '../../api/coverage-question';
import type { TrendQuestion } from '../../api/trend';

/** The line that is shown when nothing is said. */
export const PLAIN_TREND: TrendQuestion = {
  ...{ figure: 'coverage', stage: null, persona: null },
  ...{ locale: null, type: null, days: 90 },
};

/** The trend of what is looked at on the coverage page. */
export function trendOf({ locale, types }: CoverageScope): TrendQuestion {
  return { ...PLAIN_TREND, locale, type: types.length === 1 ? (types[0] ?? null) : null };
}

/** The figures that can be chosen where the question looks. */
export function figuresFor({
  stage,
  persona,
}: Pick<TrendQuestion, 'stage' | 'persona'>): readonly TrendFigure[] {
  return figuresOf({ stage: stage ?? undefined, persona: persona ?? undefined });
}

/** Puts together what goes together: no persona without a stage, and a figure that there is. */
export function fitting(question: TrendQuestion): TrendQuestion {
  const place = {
    stage: question.stage,
    persona: question.stage === null ? null : question.persona,
  };
  const figures = figuresFor(place);
  const other = place.stage === null ? PLAIN_TREND.figure : 'documents';
  return {
    ...{ ...question, ...place },
    figure: figures.includes(question.figure) ? question.figure : other,
  };
}

/** Reads the page's address. Slugs, locale and type are taken as they are: the server judges them. */
export function readAddress(parameters: URLSearchParams): TrendQuestion {
  const text = (name: string) => parameters.get(name) || null;
  const place = { stage: text('stage'), persona: text('persona') };
  return fitting({
    figure: figuresFor(place).find((known) => known === text('figure')) ?? PLAIN_TREND.figure,
    ...place,
    ...{ locale: text('locale'), type: text('type') },
    days: TREND_DAYS.find((known) => String(known) === text('days')) ?? PLAIN_TREND.days,
  });
}

/** The other way round: the shortest query that `readAddress` turns into the same question. */
export function writeAddress(question: TrendQuestion): string {
  const { figure, stage, persona, locale, type, days } = question;
  const plain = stage === null ? PLAIN_TREND.figure : 'documents';
  const parts = {
    figure: figure === plain ? null : figure,
    ...{ stage, persona, locale, type },
    days: days === PLAIN_TREND.days ? null : String(days),
  };
  return Object.entries(parts)
    .flatMap(([name, value]) =>
      // Colons stay readable: `type=api::article.article`.
      value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%3A', ':')}`]
    )
    .join('&');
}

/** The address as state: it survives a reload, and the browser's back button. */
export function useTrendAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const question = useMemo(() => readAddress(new URLSearchParams(search)), [search]);
  const change = (changed: Partial<TrendQuestion>) => {
    navigate({ search: writeAddress(fitting({ ...question, ...changed })) });
  };
  return { question, change };
}
