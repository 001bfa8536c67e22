import { useIntl } from 'react-intl';

import type { PersonaProfile, Team } from '../../../../contracts/persona-profile';
import { usePossibleOwners, useSetOwner } from '../../api/personas';
import { ChooseOne } from '../../ui/ChooseField';
import { usePersonaFeedback } from './feedback';

/** Who owns the persona in a team. What is chosen is saved at once, and clears no sign-off. */
export function OwnerField({ team, profile }: { team: Team; profile: PersonaProfile }) {
  const intl = useIntl();
  const feedback = usePersonaFeedback();
  const saving = useSetOwner(profile.documentId);
  const { data: owners = [] } = usePossibleOwners();
  const { owner } = profile[team];
  // Somebody who has left can still own a persona.
  const known = owners.some(({ id }) => id === owner?.id);
  const options = owner && !known ? [owner, ...owners] : owners;

  const save = (id: number | null) => {
    const { revision } = profile;
    const change = team === 'sales' ? { salesOwner: id } : { marketingOwner: id };
    saving.mutate({ revision, ...change }, { onError: feedback.failed });
  };

  return (
    <ChooseOne
      label={intl.formatMessage(
        {
          id: 'buyer-journey.personas.owner',
          defaultMessage: '{team, select, sales {Owner in sales} other {Owner in marketing}}',
        },
        { team }
      )}
      placeholder={intl.formatMessage({
        id: 'buyer-journey.inbox.owner.none',
        defaultMessage: 'Nobody',
      })}
      value={owner ? String(owner.id) : null}
      options={options.map(({ id, name }) => ({ value: String(id), name }))}
      onChange={(id) => {
        save(Number(id));
      }}
      onClear={() => {
        save(null);
      }}
    />
  );
}
