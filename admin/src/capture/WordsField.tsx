import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { LongTextField } from './LongTextField';
import { useProblemText } from './problem-text';
import { SavedStatus } from './SavedStatus';
import type { CaptureFormState } from './useCaptureForm';

interface WordsFieldProps {
  form: CaptureFormState;
  isMain?: boolean;
  minHeight?: string;
  note?: ReactNode;
}

/** The one text that is needed, and the confirmation that it is saved. */
export function WordsField({ form, ...look }: WordsFieldProps) {
  const intl = useIntl();
  const problemText = useProblemText();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <LongTextField
        {...look}
        required
        id={form.idOf('buyerWords')}
        label={intl.formatMessage({
          id: 'buyer-journey.capture.words',
          defaultMessage: 'What did the buyer ask or object?',
        })}
        isLocked={form.isSaving}
        value={form.draft.buyerWords}
        error={problemText('buyerWords', form.problems.buyerWords)}
        onChange={(buyerWords) => {
          form.change({ buyerWords });
        }}
      />
      <SavedStatus isSaved={form.isSaved} />
    </Flex>
  );
}
