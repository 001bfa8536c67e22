import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';

import type { Trend } from '../../../../contracts/coverage-trend';
import type { TrendQuestion } from '../../api/trend';
import { LoadingNotice } from '../../ui/notices';
import { Section } from '../../ui/Section';
import { useFigureWords } from './figure-words';
import { TrendTable } from './TrendTable';

// The library that draws is larger than all else on the page.
const TrendChart = lazy(() => import('./TrendChart'));

interface TrendPointsProps {
  question: TrendQuestion;
  trend: Trend;
}

/** The same points twice: as a line, and as a table. */
export function TrendPoints({ question: { figure, days }, trend }: TrendPointsProps) {
  const intl = useIntl();
  const words = useFigureWords();
  const [first, last] = [trend.points[0], trend.points.at(-1)];
  const label = intl.formatMessage(
    {
      id: 'buyer-journey.trend.label',
      defaultMessage: '{figure}: {first} on {from}, {last} on {to}',
    },
    {
      figure: words.name(figure),
      first: words.value(figure, first?.value ?? null),
      from: words.day(first?.day ?? trend.from),
      last: words.value(figure, last?.value ?? null),
      to: words.day(last?.day ?? trend.to),
    }
  );
  return (
    <Section title={words.name(figure)} hint={label}>
      <Suspense fallback={<LoadingNotice />}>
        <TrendChart figure={figure} trend={trend} label={label} />
      </Suspense>
      <TrendTable figure={figure} trend={trend} days={days} />
    </Section>
  );
}
