import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useTaxonomy } from '../api/taxonomy';
import { PERSONA_UID } from '../plugin-id';
import { useBuyingRoleText } from '../taxonomy/buying-role';
import { PersonaPresetButton } from '../taxonomy/PersonaPresetButton';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { Section } from '../ui/Section';
import { ProfileLink } from '../personas/ProfileLink';
import { AddLink } from './AddLink';
import { useContentPermissions } from '../content-permissions';
import { TermList } from './TermList';

/** The buying group. */
export function PersonasSection({ mayUpdate }: { mayUpdate: boolean }) {
  const intl = useIntl();
  const { data, error, refetch } = useTaxonomy();
  const { mayRead, mayCreate } = useContentPermissions(PERSONA_UID);
  const buyingRoleText = useBuyingRoleText();

  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.settings.personas',
        defaultMessage: 'Personas',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.settings.personas.hint',
        defaultMessage:
          'The members of the buying group. Content without a persona counts for Everyone.',
      })}
      action={
        <Flex gap={2} wrap="wrap">
          {mayCreate && (
            <AddLink
              uid={PERSONA_UID}
              label={intl.formatMessage({
                id: 'buyer-journey.settings.personas.add',
                defaultMessage: 'Add a persona',
              })}
            />
          )}
          {mayUpdate && <PersonaPresetButton />}
        </Flex>
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data?.personas.length === 0 && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.settings.personas.none',
            defaultMessage: 'There are no personas yet.',
          })}
        </Typography>
      )}
      {data && data.personas.length > 0 && (
        <TermList
          linkTo={mayRead ? PERSONA_UID : null}
          terms={data.personas.map((persona) => ({
            documentId: persona.documentId,
            name: persona.name,
            uses: persona.uses,
            note: (
              <>
                <Typography variant="pi" textColor="neutral600">
                  {buyingRoleText(persona)}
                </Typography>
                <ProfileLink persona={persona} />
              </>
            ),
            text: persona.description,
          }))}
        />
      )}
    </Section>
  );
}
