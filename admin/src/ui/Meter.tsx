import { styled } from 'styled-components';

const Bar = styled.progress`
  display: block;
  appearance: none;
  inline-size: 100%;
  block-size: 0.8rem;
  border: none;
  border-radius: 0.4rem;
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral200};

  &::-webkit-progress-bar {
    background: ${({ theme }) => theme.colors.neutral200};
  }

  &::-webkit-progress-value {
    background: ${({ theme }) => theme.colors.primary600};
  }

  &::-moz-progress-bar {
    background: ${({ theme }) => theme.colors.primary600};
  }
`;

interface MeterProps {
  label: string;
  done: number;
  all: number;
}

/** How much of a whole is done, as wide as its place. */
export function Meter({ label, done, all }: MeterProps) {
  return <Bar aria-label={label} value={done} max={Math.max(all, 1)} />;
}
