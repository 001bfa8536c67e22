import { useIntl } from 'react-intl';

import type { SignOff } from '../../../contracts/persona-profile';
import { ToneBadge } from '../ui/ToneBadge';

/** How a sign-off stands, in a word or two. */
export function SignOffBadge({ signOff }: { signOff: SignOff | null }) {
  const intl = useIntl();
  const day = (at: string) => intl.formatDate(at, { dateStyle: 'medium' });
  if (signOff === null) {
    return (
      <ToneBadge tone="neutral">
        {intl.formatMessage({
          id: 'buyer-journey.personas.signOff.none',
          defaultMessage: 'Not signed off',
        })}
      </ToneBadge>
    );
  }
  if (signOff.ended === null) {
    return (
      <ToneBadge tone="success">
        {intl.formatMessage(
          { id: 'buyer-journey.personas.signOff.holds', defaultMessage: 'Signed off {date}' },
          { date: day(signOff.at) }
        )}
      </ToneBadge>
    );
  }
  return (
    <ToneBadge tone="warning">
      {signOff.ended.fields === null
        ? intl.formatMessage(
            { id: 'buyer-journey.personas.signOff.withdrawn', defaultMessage: 'Withdrawn {date}' },
            { date: day(signOff.ended.at) }
          )
        : intl.formatMessage(
            {
              id: 'buyer-journey.personas.signOff.cleared',
              defaultMessage: 'Cleared by a change {date}',
            },
            { date: day(signOff.ended.at) }
          )}
    </ToneBadge>
  );
}
