import { Box, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import { VERSIONS, type Versions } from '../../../contracts/tag-change';
import type { TaggingChoices } from '../../../contracts/tagging-queue';

const NAMES: Record<Versions, MessageDescriptor> = defineMessages({
  both: {
    id: 'buyer-journey.tagging.versions.both',
    defaultMessage: 'Tag drafts and live versions',
  },
  draft: { id: 'buyer-journey.tagging.versions.draft', defaultMessage: 'Tag drafts only' },
});

const MEANINGS: Record<Versions, MessageDescriptor> = defineMessages({
  both: {
    id: 'buyer-journey.tagging.versions.both.hint',
    defaultMessage:
      'The website changes at once. Only tags are written: other edits that are not published yet stay unpublished.',
  },
  draft: {
    id: 'buyer-journey.tagging.versions.draft.hint',
    defaultMessage: 'The website stays as it is until each entry is published.',
  },
});

interface VersionsChoiceProps {
  choices: Pick<TaggingChoices, 'syncLocales' | 'locales'>;
  versions: Versions;
  onChange: (versions: Versions) => void;
}

/** Whether live versions are tagged along, what that means, and whether other languages are. */
export function VersionsChoice({ choices, versions, onChange }: VersionsChoiceProps) {
  const intl = useIntl();
  return (
    <Box>
      <Box width={{ initial: '100%', small: '28rem' }} paddingBottom={1}>
        <SingleSelect
          size="S"
          aria-label={intl.formatMessage({
            id: 'buyer-journey.tagging.versions',
            defaultMessage: 'Which versions are tagged',
          })}
          value={versions}
          onChange={(chosen) => {
            onChange(chosen === 'draft' ? 'draft' : 'both');
          }}
        >
          {VERSIONS.map((choice) => (
            <SingleSelectOption key={choice} value={choice}>
              {intl.formatMessage(NAMES[choice])}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {intl.formatMessage(MEANINGS[versions])}{' '}
        {choices.syncLocales &&
          choices.locales.length > 1 &&
          intl.formatMessage({
            id: 'buyer-journey.tagging.versions.locales',
            defaultMessage: 'The other languages of an entry are tagged along.',
          })}
      </Typography>
    </Box>
  );
}
