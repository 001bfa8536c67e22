import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useTaxonomy } from '../api/taxonomy';
import { useBuyingRoleText } from '../taxonomy/buying-role';
import { PersonaPresetButton } from '../taxonomy/PersonaPresetButton';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { Section } from '../ui/Section';
import { ProfileLink } from '../personas/ProfileLink';
import { NewTermButton } from './terms/NewTermButton';
import { TermsPart } from './terms/TermsPart';
import { useTermActions } from './terms/useTermActions';

/** The buying group. */
export function PersonasSection({ mayUpdate }: { mayUpdate: boolean }) {
  const intl = useIntl();
  const { data, error, refetch } = useTaxonomy();
  const actions = useTermActions('persona');
  const buyingRoleText = useBuyingRoleText();
  const title = intl.formatMessage({
    id: 'buyer-journey.settings.personas',
    defaultMessage: 'Personas',
  });

  return (
    <Section
      title={title}
      hint={intl.formatMessage({
        id: 'buyer-journey.settings.personas.hint',
        defaultMessage:
          'The members of the buying group. Content without a persona counts for Everyone.',
      })}
      action={
        mayUpdate && (
          <Flex gap={2} wrap="wrap">
            <NewTermButton kind="persona" locales={data?.locales} />
            <PersonaPresetButton />
          </Flex>
        )
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
      {data && (
        <TermsPart
          kind="persona"
          label={title}
          locales={data.locales}
          mayUpdate={mayUpdate}
          actions={actions}
          terms={data.personas.map(({ documentId, slug, name, retired, uses, ...persona }) => ({
            ...{ kind: 'persona', documentId, slug, name, retired, uses },
            note: (
              <>
                <Typography variant="pi" textColor="neutral600">
                  {buyingRoleText({ name, buyingRole: persona.buyingRole })}
                </Typography>
                <ProfileLink persona={{ documentId, name }} />
              </>
            ),
            text: persona.description,
          }))}
        />
      )}
    </Section>
  );
}
