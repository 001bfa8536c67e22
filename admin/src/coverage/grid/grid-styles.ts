import { styled } from 'styled-components';

/** Scrolls sideways inside its card, never the page. */
export const GridFrame = styled.div`
  /* Keeps what is positioned inside from widening the page. */
  position: relative;
  overflow-x: auto;
  overscroll-behavior-x: contain;
`;

export const GridTable = styled.table`
  border-collapse: separate;
  border-spacing: ${({ theme }) => theme.spaces[1]};
  min-inline-size: 100%;

  th {
    padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
    text-align: start;
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: ${({ theme }) => theme.fontSizes[1]};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
    line-height: ${({ theme }) => theme.lineHeights[4]};
  }

  thead th {
    min-inline-size: 12rem;
    vertical-align: bottom;
  }

  th small {
    display: block;
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: ${({ theme }) => theme.fontSizes[1]};
    font-weight: ${({ theme }) => theme.fontWeights.regular};
  }

  tr > th:first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-inline-size: 11rem;
    max-inline-size: 24rem;
    overflow-wrap: anywhere;
    background: ${({ theme }) => theme.colors.neutral0};
    /* Covers the gap between cells while they pass underneath. */
    box-shadow: ${({ theme }) => theme.spaces[1]} 0 0 ${({ theme }) => theme.colors.neutral0};
  }

  td {
    padding: 0;
    /* A height lets the button fill the row. */
    block-size: 1px;
  }
`;

/** The colour behind a cell: the primary colour, thinned into the background by the cell's count. */
const TINT_SHARES = [0, 6, 11, 16, 21, 26];

export const CellButton = styled.button`
  display: flex;
  flex-direction: column;
  justify-content: center;
  gap: 0.2rem;
  inline-size: 100%;
  block-size: 100%;
  min-block-size: 5.6rem;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  text-align: start;
  cursor: pointer;
  /* Clears the sticky column and the admin's sticky header when the focus moves here. */
  scroll-margin: 8rem 1rem 1rem 14rem;

  ${({ theme }) =>
    TINT_SHARES.map(
      (share, tint) => `&[data-tint='${String(tint)}'] {
        background: color-mix(in srgb, ${theme.colors.primary600} ${String(share)}%, ${theme.colors.neutral0});
      }`
    ).join('\n')}

  &[data-state='empty'] {
    border: 1px dashed ${({ theme }) => theme.colors.danger200};
  }

  &[data-state='outOfScope'],
  &[data-total] {
    border-color: transparent;
  }

  &[data-total] {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }

  &:focus-visible,
  &[aria-expanded='true'] {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }

  b {
    font-size: ${({ theme }) => theme.fontSizes[3]};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }

  small {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: ${({ theme }) => theme.fontSizes[0]};
    white-space: nowrap;
  }

  svg {
    flex: none;
    inline-size: 1.2rem;
    block-size: 1.2rem;
  }

  /* Read aloud before the figures, so that a cell makes sense on its own. */
  .where {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
