import { Box, Flex, Tooltip, Typography } from '@strapi/design-system';
import { useState, type MouseEvent } from 'react';
import { Link, type To } from 'react-router-dom';
import { styled } from 'styled-components';

const FigureButton = styled.button`
  padding: 0;
  border: 0;
  background: none;
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes[6]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  line-height: ${({ theme }) => theme.lineHeights[2]};
  text-decoration: underline dotted ${({ theme }) => theme.colors.neutral300};
  text-decoration-thickness: 1px;
  text-underline-offset: 0.4em;
  cursor: help;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
    border-radius: ${({ theme }) => theme.borderRadius};
  }
`;

interface FigureProps {
  label: string;
  /** The figure as text; a dash when there is none. */
  value: string;
  /** The inputs in short, always visible. */
  inputs: string;
  /** What the figure is made of, or why there is none. Shown on hover, focus and click. */
  explanation: string;
  /** Leads to what the figure is about. */
  more?: { to: To; name: string };
}

/** One figure that shows its parts. */
export function Figure({ label, value, inputs, explanation, more }: FigureProps) {
  const [open, setOpen] = useState(false);

  // The tooltip closes itself on a click; a touch screen has nothing but clicks to open it with.
  const openOnClick = (event: MouseEvent) => {
    event.preventDefault();
    setOpen(true);
  };

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography variant="pi" textColor="neutral600">
          {label}
        </Typography>
        <Tooltip
          label={<FigureExplanation>{explanation}</FigureExplanation>}
          open={open}
          onOpenChange={setOpen}
          delayDuration={200}
          side="bottom"
        >
          <FigureButton type="button" aria-label={`${label}: ${value}`} onClick={openOnClick}>
            {value}
          </FigureButton>
        </Tooltip>
        <Typography variant="pi" textColor="neutral600">
          {inputs}
        </Typography>
        {more && (
          <Typography tag={Link} to={more.to} variant="pi" textColor="primary600">
            {more.name}
          </Typography>
        )}
      </Flex>
    </Box>
  );
}

const FigureExplanation = styled.span`
  display: block;
  max-inline-size: 30rem;
  white-space: pre-line;
`;
