import { useIntl } from 'react-intl';

import type { Evidence } from '../../../../contracts/persona-profile';
import { useTeamTexts } from '../team-texts';

/** Of which team, by whom and when: one line below an entry. */
export function useEvidenceLine(): (entry: Pick<Evidence, 'team' | 'author' | 'at'>) => string {
  const intl = useIntl();
  const texts = useTeamTexts();
  return ({ team, author, at }) =>
    [texts.team(team), author?.name, intl.formatDate(at, { dateStyle: 'medium' })]
      .filter(Boolean)
      .join(' · ');
}
