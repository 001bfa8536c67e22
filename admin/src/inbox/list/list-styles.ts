import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

export const Row = styled.li`
  position: relative;
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  gap: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};

  &:last-child {
    border-block-end: 0;
  }

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &[data-open] {
    background: ${({ theme }) => theme.colors.primary100};
    box-shadow: inset 3px 0 ${({ theme }) => theme.colors.primary600};
  }

  &:focus-within {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

/** The words lead to the item, and with them the whole row. */
export const WordsLink = styled(Link)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  overflow: hidden;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  line-height: ${({ theme }) => theme.lineHeights[4]};
  text-decoration: none;
  /* Clears the admin's sticky header when the focus moves here. */
  scroll-margin: 14rem 1rem 10rem;

  &:focus-visible {
    outline: none;
  }

  &::after {
    content: '';
    position: absolute;
    inset: 0;
  }
`;

/** What lies above the link that covers the row. */
export const Above = styled.div`
  position: relative;
  z-index: 1;
`;
