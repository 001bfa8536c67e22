import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { SignedField, Team } from '../../../contracts/persona-profile';

const TEAM_NAMES: Record<Team, MessageDescriptor> = defineMessages({
  sales: { id: 'buyer-journey.personas.team.sales', defaultMessage: 'Sales' },
  marketing: { id: 'buyer-journey.personas.team.marketing', defaultMessage: 'Marketing' },
});

const FIELDS: Record<SignedField, MessageDescriptor> = defineMessages({
  name: { id: 'buyer-journey.personas.field.name', defaultMessage: 'Name' },
  buyingRole: { id: 'buyer-journey.personas.field.buyingRole', defaultMessage: 'Buying role' },
  description: { id: 'buyer-journey.personas.field.description', defaultMessage: 'Who they are' },
  goals: { id: 'buyer-journey.personas.field.goals', defaultMessage: 'Goals' },
  pains: { id: 'buyer-journey.personas.field.pains', defaultMessage: 'Pains' },
  triggers: { id: 'buyer-journey.personas.field.triggers', defaultMessage: 'Triggers' },
  objections: { id: 'buyer-journey.personas.field.objections', defaultMessage: 'Objections' },
});

/** Names of teams and of the parts of a profile. */
export function useTeamTexts() {
  const intl = useIntl();
  const team = (of: Team) => intl.formatMessage(TEAM_NAMES[of]);
  return {
    team,
    field: (field: SignedField) => intl.formatMessage(FIELDS[field]),
    /** A team and who owns the persona there. */
    owned: (of: Team, owner: string | null) =>
      owner === null
        ? intl.formatMessage(
            { id: 'buyer-journey.personas.notOwned', defaultMessage: '{team}: no owner' },
            { team: team(of) }
          )
        : intl.formatMessage(
            { id: 'buyer-journey.personas.owned', defaultMessage: '{team}: {owner}' },
            { team: team(of), owner }
          ),
  };
}
