import { Flex, Typography } from '@strapi/design-system';
import { Sparkle } from '@strapi/icons';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { Suggestion, TaggingChoices } from '../../../../contracts/tagging-queue';
import { ToneBadge } from '../../ui/ToneBadge';

const REASONS: Record<Suggestion['reason']['rule'], MessageDescriptor> = defineMessages({
  type: {
    id: 'buyer-journey.tagging.reason.type',
    defaultMessage: 'because it is of the type {detail}',
  },
  field: { id: 'buyer-journey.tagging.reason.field', defaultMessage: 'because of {detail}' },
  words: {
    id: 'buyer-journey.tagging.reason.words',
    defaultMessage: 'because it speaks of {detail}',
  },
});

interface SuggestionLineProps {
  suggestion: Suggestion | null;
  choices: TaggingChoices;
}

/** What is suggested, and why. It is chosen already, and nothing is written before it is accepted. */
export function SuggestionLine({ suggestion, choices }: SuggestionLineProps) {
  const intl = useIntl();
  if (!suggestion) return null;
  const { stage, personas, reason } = suggestion;
  const names = [
    ...choices.stages.filter(({ slug }) => slug === stage),
    ...choices.personas.filter(({ slug }) => personas.includes(slug)),
  ];
  if (names.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap">
      <Sparkle aria-hidden fill="success600" />
      <Typography variant="pi" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.tagging.suggested',
          defaultMessage: 'Suggested:',
        })}
      </Typography>
      {names.map(({ slug, name }) => (
        <ToneBadge key={slug} tone="success">
          {name}
        </ToneBadge>
      ))}
      <Typography variant="pi" textColor="neutral600">
        {intl.formatMessage(REASONS[reason.rule], { detail: reason.detail })}
      </Typography>
    </Flex>
  );
}
