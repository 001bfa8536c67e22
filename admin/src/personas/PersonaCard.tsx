import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { TEAMS, type PersonaSummary } from '../../../contracts/persona-profile';
import { PERSONAS_PATH } from '../plugin-id';
import { useBuyingRoleText } from '../taxonomy/buying-role';
import { PageLink } from '../ui/PageLink';
import { ToneBadge } from '../ui/ToneBadge';
import { SignOffBadge } from './SignOffBadge';
import { useTeamTexts } from './team-texts';

/** A persona at a glance: who it is, who owns it, and whether both teams stand by it. */
export function PersonaCard({ persona }: { persona: PersonaSummary }) {
  const intl = useIntl();
  const buyingRoleText = useBuyingRoleText();
  const texts = useTeamTexts();
  const { documentId, name, description, retired, evidenceCount } = persona;
  const role = buyingRoleText(persona);

  return (
    <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex direction="column" alignItems="stretch" gap={3} height="100%">
        <Box>
          <Flex gap={2} wrap="wrap">
            <Typography tag="h2" variant="delta">
              <PageLink to={`${PERSONAS_PATH}/${documentId}`}>{name}</PageLink>
            </Typography>
            {retired && (
              <ToneBadge tone="neutral">
                {intl.formatMessage({
                  id: 'buyer-journey.term.retired',
                  defaultMessage: 'Retired',
                })}
              </ToneBadge>
            )}
          </Flex>
          {role && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {role}
            </Typography>
          )}
        </Box>
        {description && (
          <Typography tag="p" textColor="neutral800">
            {description}
          </Typography>
        )}
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2} marginTop="auto">
          {TEAMS.map((team) => (
            <Flex key={team} tag="li" gap={2} wrap="wrap" justifyContent="space-between">
              <Typography textColor="neutral800">
                {texts.owned(team, persona[team].owner?.name ?? null)}
              </Typography>
              <SignOffBadge signOff={persona[team].signOff} />
            </Flex>
          ))}
        </Flex>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {intl.formatMessage(
            {
              id: 'buyer-journey.personas.evidenceCount',
              defaultMessage:
                '{count, plural, =0 {No evidence yet} one {# entry of evidence} other {# entries of evidence}}',
            },
            { count: evidenceCount }
          )}
        </Typography>
      </Flex>
    </Box>
  );
}
