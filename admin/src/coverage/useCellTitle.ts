import { useIntl } from 'react-intl';

import { EVERYONE, NO_STAGE, type Coverage } from '../../../contracts/coverage';
import { ALL_STAGES } from '../api/coverage';
import type { OpenCell } from './address';

/** What a cell is called; slugs that the matrix does not know are shown as they are. */
export function useCellTitle(): (coverage: Coverage, cell: OpenCell) => string {
  const intl = useIntl();
  return ({ stages, personas }, cell) => {
    if (cell.stage === NO_STAGE) {
      return intl.formatMessage({ id: 'buyer-journey.entries.untagged', defaultMessage: 'To tag' });
    }
    if (cell.stage === ALL_STAGES) {
      return intl.formatMessage({
        id: 'buyer-journey.entries.all',
        defaultMessage: 'Live documents',
      });
    }
    const stage = stages.find(({ slug }) => slug === cell.stage)?.name ?? cell.stage;
    if (cell.persona === null) return stage;
    const everyone = intl.formatMessage({
      id: 'buyer-journey.grid.everyone',
      defaultMessage: 'Everyone',
    });
    const persona =
      cell.persona === EVERYONE
        ? everyone
        : (personas.find(({ slug }) => slug === cell.persona)?.name ?? cell.persona);
    return `${stage} × ${persona}`;
  };
}
