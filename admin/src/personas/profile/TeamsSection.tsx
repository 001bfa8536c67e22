import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';
import { useRef } from 'react';
import { useIntl } from 'react-intl';

import { TEAMS, type PersonaProfile, type Team } from '../../../../contracts/persona-profile';
import { useSignOff, useWithdrawSignOff } from '../../api/personas';
import { Section } from '../../ui/Section';
import { SignOffBadge } from '../SignOffBadge';
import { SignOffText } from '../SignOffText';
import { useTeamTexts } from '../team-texts';
import { usePersonaFeedback } from './feedback';
import { OwnerField } from './OwnerField';

interface TeamsSectionProps {
  profile: PersonaProfile;
  /** Whether owners and sign-offs can be changed now. */
  mayEdit: boolean;
}

/** Who owns the persona in each team, and whether they stand by it. */
export function TeamsSection({ profile, mayEdit }: TeamsSectionProps) {
  const intl = useIntl();
  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.personas.teams',
        defaultMessage: 'Owners and sign-off',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.personas.teams.hint',
        defaultMessage:
          'Each team’s owner signs off what the profile says. Any change of it clears both sign-offs.',
      })}
    >
      {TEAMS.map((team) => (
        <TeamPart key={team} team={team} profile={profile} mayEdit={mayEdit} />
      ))}
    </Section>
  );
}

function TeamPart({ team, profile, mayEdit }: TeamsSectionProps & { team: Team }) {
  const texts = useTeamTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const { owner, signOff } = profile[team];
  const isCleared = signOff?.ended?.fields !== undefined && signOff.ended.fields !== null;

  return (
    <Box borderColor="neutral150" borderWidth="1px 0 0" paddingTop={4}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" gap={2} wrap="wrap">
          <Typography ref={heading} tag="h3" fontWeight="bold" tabIndex={-1}>
            {texts.team(team)}
          </Typography>
          <SignOffBadge signOff={signOff} />
        </Flex>
        {mayEdit ? (
          <OwnerField team={team} profile={profile} />
        ) : (
          <Typography tag="p">{texts.owned(team, owner?.name ?? null)}</Typography>
        )}
        <Box
          role="status"
          {...(isCleared
            ? { background: 'warning100', borderColor: 'warning500', hasRadius: true, padding: 3 }
            : {})}
        >
          <Typography tag="p" textColor="neutral800">
            <SignOffText team={team} signOff={signOff} />
          </Typography>
        </Box>
        {mayEdit && (
          <SignOffButton
            team={team}
            profile={profile}
            onDone={() => {
              // The button has become another one.
              heading.current?.focus();
            }}
          />
        )}
      </Flex>
    </Box>
  );
}

interface SignOffButtonProps {
  team: Team;
  profile: PersonaProfile;
  onDone: () => void;
}

/** Signs off, or takes that back; nothing for who neither owns the persona nor signed it. */
function SignOffButton({ team, profile, onDone }: SignOffButtonProps) {
  const intl = useIntl();
  const feedback = usePersonaFeedback();
  const userId = useAuth('SignOffButton', (state) => state.user?.id);
  const signing = useSignOff(profile.documentId);
  const withdrawing = useWithdrawSignOff(profile.documentId);
  const { owner, signOff } = profile[team];
  const isOwner = owner !== null && owner.id === userId;
  const holds = signOff?.ended === null;

  if (holds && (isOwner || signOff.by?.id === userId)) {
    return (
      <Flex>
        <Button
          variant="tertiary"
          loading={withdrawing.isPending}
          onClick={() => {
            withdrawing.mutate({ team }, { onSuccess: onDone, onError: feedback.failed });
          }}
        >
          {intl.formatMessage(
            {
              id: 'buyer-journey.personas.withdrawSignOff',
              defaultMessage:
                '{team, select, sales {Withdraw the sign-off of sales} other {Withdraw the sign-off of marketing}}',
            },
            { team }
          )}
        </Button>
      </Flex>
    );
  }
  if (holds || !isOwner) return null;
  return (
    <Flex>
      <Button
        startIcon={<Check />}
        loading={signing.isPending}
        onClick={() => {
          const { revision } = profile;
          signing.mutate({ team, revision }, { onSuccess: onDone, onError: feedback.failed });
        }}
      >
        {intl.formatMessage(
          {
            id: 'buyer-journey.personas.signOffFor',
            defaultMessage:
              '{team, select, sales {Sign off for sales} other {Sign off for marketing}}',
          },
          { team }
        )}
      </Button>
    </Flex>
  );
}
