import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { PersonaSummary } from '../../../contracts/persona-profile';
import { usePersonas } from '../api/personas';
import { PERMISSIONS, useMay } from '../permissions';
import { SETTINGS_PATH } from '../plugin-id';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { PageLink } from '../ui/PageLink';
import { Section } from '../ui/Section';
import { PersonaCard } from './PersonaCard';

const Cards = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 36rem), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

/** Whom do we speak to, and do both teams agree on it? */
export function PersonasScreen() {
  const intl = useIntl();
  const { data: personas, error, refetch } = usePersonas();
  const title = intl.formatMessage({
    id: 'buyer-journey.menu.personas',
    defaultMessage: 'Personas',
  });

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={intl.formatMessage({
          id: 'buyer-journey.personas.subtitle',
          defaultMessage: 'Whom we speak to, owned and signed off by sales and marketing.',
        })}
      />
      <Layouts.Content>
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {!error && !personas && <LoadingNotice />}
        {personas?.length === 0 && <NoPersonas />}
        {personas && personas.length > 0 && (
          <Cards>
            {inUseFirst(personas).map((persona) => (
              <PersonaCard key={persona.documentId} persona={persona} />
            ))}
          </Cards>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** In their order, the retired ones last. */
const inUseFirst = (personas: PersonaSummary[]) =>
  personas.toSorted((one, other) => Number(one.retired) - Number(other.retired));

function NoPersonas() {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.readSettings);
  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.settings.personas.none',
        defaultMessage: 'There are no personas yet.',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.personas.none.hint',
        defaultMessage:
          'Personas are the members of the buying group. They are made in the settings, one by one or from a preset.',
      })}
    >
      {may && (
        <Flex>
          <PageLink to={SETTINGS_PATH}>
            {intl.formatMessage({
              id: 'buyer-journey.personas.settings',
              defaultMessage: 'To the settings',
            })}
          </PageLink>
        </Flex>
      )}
    </Section>
  );
}
