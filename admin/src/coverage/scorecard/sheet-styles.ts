import { createGlobalStyle, styled } from 'styled-components';

/** What the printed page is found by, among all that Strapi puts around it. */
export const SHEET = { 'data-scorecard': true } as const;

/** Prints the sheet and nothing else: what does not hold it goes, and what does leaves it all the room. */
export const PrintSheetAlone = createGlobalStyle`
  @media print {
    @page {
      margin: 11mm;
    }

    html,
    body,
    body *:has([data-scorecard]) {
      display: block !important;
      position: static !important;
      inline-size: auto !important;
      min-inline-size: 0 !important;
      max-inline-size: none !important;
      block-size: auto !important;
      min-block-size: 0 !important;
      max-block-size: none !important;
      margin: 0 !important;
      padding: 0 !important;
      overflow: visible !important;
      background: #ffffff !important;
    }

    body *:not(:has([data-scorecard]), [data-scorecard], [data-scorecard] *) {
      display: none !important;
    }
  }
`;

/** Type of the sheet, in points; a larger grid gets smaller type. */
const TYPE_SIZES = { regular: '8.5pt', small: '7pt', smallest: '5.5pt' };

/** How small the type must be for a grid of this size. */
export function densityOf(stages: number, personas: number): keyof typeof TYPE_SIZES {
  if (stages <= 6 && personas <= 8) return 'regular';
  return stages <= 10 && personas <= 16 ? 'small' : 'smallest';
}

/** The page as paper, on the screen too. */
export const Sheet = styled.article<{ $density: keyof typeof TYPE_SIZES }>`
  max-inline-size: 78rem;
  padding: ${({ theme }) => theme.spaces[6]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: max(${({ $density }) => TYPE_SIZES[$density]}, 1.1rem);
  line-height: 1.35;

  h2 {
    font-size: 1.8em;
    font-weight: 700;
    line-height: 1.2;
  }

  h3 {
    margin-block: 1.2em 0.4em;
    font-size: 1.15em;
    font-weight: 700;
  }

  p,
  li,
  dd,
  th {
    overflow-wrap: anywhere;
  }

  ol {
    padding-inline-start: 1.8em;
    list-style: decimal;
  }

  .quiet {
    color: ${({ theme }) => theme.colors.neutral600};
  }

  .small {
    font-size: 0.85em;
  }

  .warning {
    font-weight: 700;
  }

  @media print {
    max-inline-size: none;
    padding: 0;
    border: 0;
    font-size: ${({ $density }) => TYPE_SIZES[$density]};
    print-color-adjust: exact;

    h3 {
      break-after: avoid;
    }

    li,
    dl > div {
      break-inside: avoid;
    }
  }
`;

/** Figures side by side. */
export const FigureGrid = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
  gap: 0.6em 1em;
  margin-block: 1em 0.6em;
  padding-block: 0.8em;
  border-block: 1px solid ${({ theme }) => theme.colors.neutral200};

  > div {
    display: flex;
    flex-direction: column;
  }

  dt {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 0.9em;
  }

  .value {
    font-size: 1.7em;
    font-weight: 700;
    line-height: 1.2;
  }
`;

/** Scrolls a table sideways that is wider than the screen, by keyboard too. */
export const TableFrame = styled.div.attrs({ role: 'region', tabIndex: 0 })`
  position: relative;
  overflow-x: auto;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }

  @media print {
    overflow: visible;
  }
`;

/** Stages across, personas down; a row is never cut by the end of a page. */
export const SheetTable = styled.table`
  inline-size: 100%;
  border-collapse: collapse;
  table-layout: fixed;

  th,
  td {
    padding: 0.3em 0.5em;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    text-align: start;
    vertical-align: top;
  }

  th {
    font-weight: 700;
  }

  /* Names of personas take more room than figures. */
  thead th:first-child {
    inline-size: 16%;
  }

  tfoot td,
  tfoot th {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  small {
    display: flex;
    align-items: center;
    gap: 0.3em;
    font-size: 0.85em;
  }

  svg {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
  }

  @media not print {
    min-inline-size: 52rem;
  }

  @media print {
    tr {
      break-inside: avoid;
    }

    thead {
      display: table-header-group;
    }

    /* Once at the end, not on each page. */
    tfoot {
      display: table-row-group;
    }
  }
`;
