import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Dot = styled.span`
  display: inline-block;
  flex: none;
  inline-size: 1rem;
  block-size: 1rem;
  border-radius: 50%;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  background: ${({ theme }) => theme.colors.neutral200};
`;

/** The stage's own colour as a dot. Decoration only: the name always stands next to it. */
export function StageDot({ color }: { color: string | null | undefined }) {
  return <Dot aria-hidden style={color ? { background: color } : undefined} />;
}

interface StageNameProps {
  name: string;
  color: string | null | undefined;
  bold?: boolean;
}

/** A stage: its colour as a dot and its name. */
export function StageName({ name, color, bold = false }: StageNameProps) {
  return (
    <Flex tag="span" display="inline-flex" gap={2} maxWidth="100%">
      <StageDot color={color} />
      <Typography textColor="neutral800" fontWeight={bold ? 'bold' : 'regular'} ellipsis>
        {name}
      </Typography>
    </Flex>
  );
}
