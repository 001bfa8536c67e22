import { styled } from 'styled-components';

/** A key of the keyboard. */
export const Key = styled.kbd`
  display: inline-block;
  min-inline-size: 2rem;
  padding: 0 ${({ theme }) => theme.spaces[1]};
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-block-end-width: 2px;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  text-align: center;
`;
