import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTheme } from 'styled-components';

import type { Trend, TrendFigure } from '../../../../contracts/coverage-trend';
import { everyDay, type ChartDay } from './days';
import { isShare, useFigureWords } from './figure-words';

interface TrendChartProps {
  figure: TrendFigure;
  trend: Trend;
  /** What the chart is called by who cannot see it. */
  label: string;
}

interface DotProps {
  cx?: number;
  cy?: number;
  payload?: ChartDay;
}

/** The line of a figure. Days without a snapshot are gaps; the table has the same points for everybody. */
export default function TrendChart({ figure, trend, label }: TrendChartProps) {
  const { colors, fontSizes } = useTheme();
  const words = useFigureWords();
  const tick = { fill: colors.neutral600, fontSize: fontSizes[1] };

  return (
    <div role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={320}>
        <LineChart
          data={everyDay(trend)}
          margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke={colors.neutral200} vertical={false} />
          <XAxis
            dataKey="day"
            tick={tick}
            tickFormatter={words.shortDay}
            stroke={colors.neutral300}
            minTickGap={32}
          />
          <YAxis
            width="auto"
            tick={tick}
            tickFormatter={(value: number) => words.value(figure, value)}
            stroke={colors.neutral300}
            domain={isShare(figure) ? [0, 1] : [0, 'auto']}
            allowDecimals={figure === 'demand' || figure === 'openDemand' || isShare(figure)}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: colors.neutral500 }}
            contentStyle={{ background: colors.neutral0, borderColor: colors.neutral200 }}
            labelStyle={{ color: colors.neutral800 }}
            itemStyle={{ color: colors.neutral800 }}
            labelFormatter={(day) => (typeof day === 'string' ? words.day(day) : null)}
            formatter={(value) => words.value(figure, Number(value))}
          />
          <Line
            dataKey="value"
            name={words.name(figure)}
            stroke={colors.primary600}
            strokeWidth={2}
            connectNulls={false}
            // Nothing moves, whatever somebody prefers: there is nothing to gain by it.
            isAnimationActive={false}
            dot={({ cx, cy, payload }: DotProps) =>
              payload?.isAlone && payload.value !== null ? (
                <circle key={payload.day} cx={cx} cy={cy} r={3} fill={colors.primary600} />
              ) : (
                <g key={payload?.day} />
              )
            }
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
