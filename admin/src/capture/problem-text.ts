import { useIntl } from 'react-intl';

import type { Field, Problem } from './contribution';

/** Says what keeps a field from being saved; undefined when nothing does. */
export function useProblemText(): (field: Field, problem: Problem | null) => string | undefined {
  const intl = useIntl();
  return (field, problem) => {
    if (problem === null) return undefined;
    if (problem === 'tooLong') {
      return intl.formatMessage({
        id: 'buyer-journey.capture.tooLong',
        defaultMessage: 'This is too long to be saved. Shorten it a little.',
      });
    }
    return field === 'displayName'
      ? intl.formatMessage({
          id: 'buyer-journey.capture.profile.name.missing',
          defaultMessage: 'Say under which name you contribute.',
        })
      : intl.formatMessage({
          id: 'buyer-journey.capture.words.missing',
          defaultMessage: 'Write down what the buyer said.',
        });
  };
}
