import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import type { SignOff, Team } from '../../../contracts/persona-profile';
import { useTeamTexts } from './team-texts';

interface SignOffTextProps {
  team: Team;
  signOff: SignOff | null;
}

/** Who signed off when, and what became of it: a sentence. */
export function SignOffText({ team, signOff }: SignOffTextProps) {
  const intl = useIntl();
  const texts = useTeamTexts();
  const day = (at: string) => intl.formatDate(at, { dateStyle: 'long' });
  // A name is missing where a tool did it, or the person is no longer there.
  const named = (who: { name: string } | null) => ({
    known: who === null ? 'no' : 'yes',
    name: who?.name ?? '',
  });
  const strong = (chunks: ReactNode) => <strong>{chunks}</strong>;

  if (signOff === null) {
    return intl.formatMessage(
      {
        id: 'buyer-journey.personas.signOffText.none',
        defaultMessage:
          '{team, select, sales {Sales has not signed this off yet.} other {Marketing has not signed this off yet.}}',
      },
      { team }
    );
  }
  const { at, by, ended } = signOff;
  if (ended === null) {
    return intl.formatMessage(
      {
        id: 'buyer-journey.personas.signOffText.holds',
        defaultMessage:
          '{team, select, sales {Signed off by sales} other {Signed off by marketing}}: {known, select, yes {{name}, } other {}}{date}.',
      },
      { team, date: day(at), ...named(by) }
    );
  }
  if (ended.fields === null) {
    return intl.formatMessage(
      {
        id: 'buyer-journey.personas.signOffText.withdrawn',
        defaultMessage:
          '{team, select, sales {Sign-off by sales} other {Sign-off by marketing}} of {date} was withdrawn{known, select, yes { by {name}} other {}} on {ended}.',
      },
      { team, date: day(at), ended: day(ended.at), ...named(ended.by) }
    );
  }
  return intl.formatMessage(
    {
      id: 'buyer-journey.personas.signOffText.cleared',
      defaultMessage:
        '{team, select, sales {Sign-off by sales} other {Sign-off by marketing}} of {date} was cleared by a change of <strong>{fields}</strong>{known, select, yes { by {name}} other {}} on {ended}.',
    },
    {
      ...{ team, date: day(at), ended: day(ended.at), strong },
      ...named(ended.by),
      fields: intl.formatList(ended.fields.map(texts.field)),
    }
  );
}
