import { useIntl } from 'react-intl';

import { PERMISSIONS, useMay } from '../permissions';
import { PERSONAS_PATH } from '../plugin-id';
import { PageLink } from '../ui/PageLink';

/** Leads to the profile of a persona, for who may see it. */
export function ProfileLink({ persona }: { persona: { documentId: string; name: string } }) {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.readPersonas);
  if (!may) return null;
  return (
    <PageLink to={`${PERSONAS_PATH}/${persona.documentId}`}>
      {intl.formatMessage(
        { id: 'buyer-journey.personas.profileOf', defaultMessage: 'Profile of {name}' },
        { name: persona.name }
      )}
    </PageLink>
  );
}
