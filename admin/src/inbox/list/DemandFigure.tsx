import { Tooltip } from '@strapi/design-system';
import { useState, type MouseEvent } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { Demand } from '../../../../contracts/sales-sourced/items';

const FigureButton = styled.button`
  padding: 0;
  border: 0;
  background: none;
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes[3]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  text-decoration: underline dotted ${({ theme }) => theme.colors.neutral300};
  text-underline-offset: 0.3em;
  cursor: help;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
    border-radius: ${({ theme }) => theme.borderRadius};
  }
`;

const Explanation = styled.span`
  display: block;
  max-inline-size: 30rem;
`;

/** How much demand there is for an item; hover, focus and click show what it is made of. */
export function DemandFigure({ demand }: { demand: Demand }) {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const number = (value: number) =>
    intl.formatNumber(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const figure = number(demand.figure);

  // The tooltip closes itself on a click; a touch screen has nothing but clicks to open it with.
  const openOnClick = (event: MouseEvent) => {
    event.preventDefault();
    setOpen(true);
  };

  return (
    <Tooltip
      label={
        <Explanation>
          {intl.formatMessage(
            {
              id: 'buyer-journey.inbox.demand.formula',
              defaultMessage:
                'Demand {figure} = {item} for the item itself + {echoes} for its echoes. Each counts 1 when it is heard and loses half of that every {halfLife, number} days.',
            },
            {
              figure,
              item: number(demand.item),
              echoes: number(demand.echoes),
              halfLife: demand.halfLife,
            }
          )}
        </Explanation>
      }
      open={open}
      onOpenChange={setOpen}
      delayDuration={200}
      side="bottom"
    >
      <FigureButton
        type="button"
        aria-label={intl.formatMessage(
          { id: 'buyer-journey.inbox.demand', defaultMessage: 'Demand: {figure}' },
          { figure }
        )}
        onClick={openOnClick}
      >
        {figure}
      </FigureButton>
    </Tooltip>
  );
}
