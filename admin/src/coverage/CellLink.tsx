import { styled } from 'styled-components';

/** Opens something on this page: a button that reads like a link within a sentence. */
export const CellLink = styled.button.attrs({ type: 'button' })`
  padding: 0;
  border: 0;
  background: none;
  color: ${({ theme }) => theme.colors.primary700};
  font: inherit;
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  text-align: start;
  text-decoration: underline;
  text-underline-offset: 0.2em;
  cursor: pointer;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
    border-radius: ${({ theme }) => theme.borderRadius};
  }
`;
