import { useIntl } from 'react-intl';

import type { RuleField } from '../../../../contracts/tagging-rules';

/** What a value of a field is called: yes and no are words of the user's language. */
export function useValueName({ kind }: RuleField): (name: string) => string {
  const intl = useIntl();
  return (name) => {
    if (kind !== 'boolean') return name;
    return name === 'true'
      ? intl.formatMessage({ id: 'buyer-journey.rules.value.true', defaultMessage: 'Yes' })
      : intl.formatMessage({ id: 'buyer-journey.rules.value.false', defaultMessage: 'No' });
  };
}
