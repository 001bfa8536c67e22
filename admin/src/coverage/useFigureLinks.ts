import { useIntl } from 'react-intl';
import { useLocation } from 'react-router-dom';

import { ALL_STAGES } from '../api/coverage';
import { readAddress, writeAddress, type CoverageAddress, type TableColumn } from './address';

interface FigureLink {
  to: { search: string };
  name: string;
}

interface FigureLinks {
  /** To the cells in a table, sorted by what the figure is made of. */
  cells: (column: TableColumn) => FigureLink;
  /** To the live documents, or to those of a stage. */
  documents: (stage?: string) => FigureLink;
  /** To the documents that sales has a part in. */
  fromSales: () => FigureLink;
}

/** Where the figures lead: the same page, with the filters that it has. */
export function useFigureLinks(): FigureLinks {
  const intl = useIntl();
  const { search } = useLocation();
  const address = readAddress(new URLSearchParams(search));
  const to = (change: Partial<CoverageAddress>) => ({
    search: writeAddress({ ...address, ...change }),
  });
  const documentsName = intl.formatMessage({
    id: 'buyer-journey.figure.documents',
    defaultMessage: 'Show documents',
  });
  const all = { stage: ALL_STAGES, persona: null, page: 1 };
  return {
    cells: (column) => ({
      to: to({ layout: 'table', sort: { column, descending: true }, cell: null }),
      name: intl.formatMessage({ id: 'buyer-journey.figure.cells', defaultMessage: 'Show cells' }),
    }),
    documents: (stage = ALL_STAGES) => ({
      // A view of its own narrows its entries.
      to: to({ view: 'documents', cell: { ...all, stage } }),
      name: documentsName,
    }),
    fromSales: () => ({
      to: to({ layout: 'grid', view: 'sales', cell: all }),
      name: documentsName,
    }),
  };
}
