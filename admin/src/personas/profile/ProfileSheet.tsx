import { lightTheme } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { ThemeProvider } from 'styled-components';

import { PRIVATE_TEXTS, TEAMS, type PersonaProfile } from '../../../../contracts/persona-profile';
import { SHEET } from '../../coverage/scorecard/sheet-styles';
import { PERMISSIONS, useMay } from '../../permissions';
import { useBuyingRoleText } from '../../taxonomy/buying-role';
import { SignOffText } from '../SignOffText';
import { useTeamTexts } from '../team-texts';
import { useEvidenceLine } from './evidence-line';
import { densityOf, linesOf, SHOWN_EVIDENCE } from './profile-density';
import { PartGrid, ProfilePaper, SheetPart } from './profile-sheet-styles';
import { WhatTheyRead } from './WhatTheyRead';
import { WhatTheySay } from './WhatTheySay';

interface ProfileSheetProps {
  profile: PersonaProfile;
  /** Whether it has come in place of a form, and the focus with it. */
  takesFocus: boolean;
}

/** The page that is read and printed: dark on light whatever the admin looks like, as paper is. */
export function ProfileSheet({ profile, takesFocus }: ProfileSheetProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const texts = useTeamTexts();
  const buyingRoleText = useBuyingRoleText();
  const { may: mayReadCoverage } = useMay(PERMISSIONS.readCoverage);
  const { may: mayReadInbox } = useMay(PERMISSIONS.readInbox);
  const role = buyingRoleText(profile);
  return (
    <ThemeProvider theme={lightTheme}>
      <ProfilePaper {...SHEET} $density="regular" $type={densityOf(profile)}>
        <h2 ref={heading} tabIndex={-1}>
          {profile.name}
        </h2>
        {role && <p className="quiet">{role}</p>}
        <SheetPart aria-label={texts.field('description')}>
          <h3>{texts.field('description')}</h3>
          {profile.description === null ? <Nothing /> : <p>{profile.description}</p>}
        </SheetPart>
        <PartGrid>
          {PRIVATE_TEXTS.map((field) => (
            <SheetPart key={field} aria-label={texts.field(field)}>
              <h3>{texts.field(field)}</h3>
              <Lines text={profile[field]} />
            </SheetPart>
          ))}
          {mayReadCoverage && <WhatTheyRead persona={profile.slug} />}
          {mayReadInbox && <WhatTheySay persona={profile.slug} />}
        </PartGrid>
        <LatestEvidence profile={profile} />
        <SignOffs profile={profile} />
      </ProfilePaper>
    </ThemeProvider>
  );
}

/** Each line an entry of a list. */
function Lines({ text }: { text: string | null }) {
  const lines = linesOf(text);
  if (lines.length === 0) return <Nothing />;
  return (
    <ul>
      {lines.map((line, nth) => (
        <li key={`${String(nth)} ${line}`}>{line}</li>
      ))}
    </ul>
  );
}

function Nothing() {
  const intl = useIntl();
  return (
    <p className="quiet">
      {intl.formatMessage({
        id: 'buyer-journey.personas.nothing',
        defaultMessage: 'Nothing written yet.',
      })}
    </p>
  );
}

function LatestEvidence({ profile }: { profile: PersonaProfile }) {
  const intl = useIntl();
  const evidenceLine = useEvidenceLine();
  const standing = profile.evidence.data.filter(({ note }) => note !== null);
  if (standing.length === 0) return null;
  const title = intl.formatMessage(
    {
      id: 'buyer-journey.personas.latestEvidence',
      defaultMessage: 'Latest evidence, {count, plural, one {of # entry} other {of # entries}}',
    },
    { count: profile.evidenceCount }
  );
  return (
    <SheetPart aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {standing.slice(0, SHOWN_EVIDENCE).map((entry) => (
          <li key={entry.id}>
            <span className="clamped">{entry.note}</span>{' '}
            <span className="quiet small">{evidenceLine(entry)}</span>
          </li>
        ))}
      </ul>
    </SheetPart>
  );
}

function SignOffs({ profile }: { profile: PersonaProfile }) {
  const intl = useIntl();
  const texts = useTeamTexts();
  const title = intl.formatMessage({
    id: 'buyer-journey.personas.signOffs',
    defaultMessage: 'Sign-off',
  });
  return (
    <SheetPart aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {TEAMS.map((team) => {
          const { owner, signOff } = profile[team];
          return (
            <li key={team}>
              {texts.owned(team, owner?.name ?? null)}
              {' · '}
              <SignOffText team={team} signOff={signOff} />
            </li>
          );
        })}
      </ul>
    </SheetPart>
  );
}
