import { ArrowDown, ArrowUp, Check, Minus } from '@strapi/icons';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { CellState } from './build-grid';

const ICONS = {
  onTarget: { Icon: Check, fill: 'success600' },
  overTarget: { Icon: ArrowUp, fill: 'success600' },
  under: { Icon: ArrowDown, fill: 'warning700' },
  outOfScope: { Icon: Minus, fill: 'neutral600' },
} as const;

const Ring = styled.svg`
  fill: none;
  stroke: ${({ theme }) => theme.colors.danger600};
  stroke-width: 2;
`;

/** The icon of a state. Always next to the state's text. */
export function CellStateIcon({ state }: { state: CellState }) {
  if (state === 'empty') {
    return (
      <Ring viewBox="0 0 16 16" aria-hidden>
        <circle cx="8" cy="8" r="6" />
      </Ring>
    );
  }
  const { Icon, fill } = ICONS[state];
  return <Icon aria-hidden fill={fill} />;
}

/** The states in words, made once for the whole grid. */
export function useCellStateTexts(): Record<CellState, string> {
  const intl = useIntl();
  return useMemo(
    () => ({
      onTarget: intl.formatMessage({
        id: 'buyer-journey.cell.onTarget',
        defaultMessage: 'on target',
      }),
      overTarget: intl.formatMessage({
        id: 'buyer-journey.cell.overTarget',
        defaultMessage: 'over target',
      }),
      under: intl.formatMessage({ id: 'buyer-journey.cell.under', defaultMessage: 'under' }),
      empty: intl.formatMessage({ id: 'buyer-journey.cell.empty', defaultMessage: 'empty' }),
      outOfScope: intl.formatMessage({
        id: 'buyer-journey.cell.outOfScope',
        defaultMessage: 'out of scope',
      }),
    }),
    [intl]
  );
}
