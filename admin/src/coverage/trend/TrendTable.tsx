import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { Trend, TrendFigure } from '../../../../contracts/coverage-trend';
import { useFigureWords } from './figure-words';

const Points = styled.table`
  inline-size: 100%;
  max-inline-size: 60rem;
  border-collapse: collapse;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};

  caption {
    padding-block-end: ${({ theme }) => theme.spaces[2]};
    color: ${({ theme }) => theme.colors.neutral600};
    text-align: start;
  }

  th,
  td {
    padding: ${({ theme }) => theme.spaces[2]};
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: start;
  }

  thead th {
    color: ${({ theme }) => theme.colors.neutral600};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }

  tr > :last-child {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
`;

interface TrendTableProps {
  figure: TrendFigure;
  trend: Trend;
  days: number;
}

/** The points of the chart, the newest one first. */
export function TrendTable({ figure, trend: { points }, days }: TrendTableProps) {
  const intl = useIntl();
  const words = useFigureWords();
  return (
    <Points>
      <caption>
        {intl.formatMessage(
          {
            id: 'buyer-journey.trend.caption',
            defaultMessage:
              '{taken, plural, one {# snapshot} other {# snapshots}} in {days, number} days. A day on which no server ran has none.',
          },
          { taken: points.length, days }
        )}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            {intl.formatMessage({ id: 'buyer-journey.trend.day', defaultMessage: 'Day (UTC)' })}
          </th>
          <th scope="col">{words.name(figure)}</th>
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map(({ day, value }) => (
          <tr key={day}>
            <th scope="row">
              <time dateTime={day}>{words.day(day)}</time>
            </th>
            <td>{words.value(figure, value)}</td>
          </tr>
        ))}
      </tbody>
    </Points>
  );
}
