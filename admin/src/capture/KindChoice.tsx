import { Box, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';

import { ITEM_KINDS, type ItemKind } from '../../../contracts/sales-sourced/items';
import { Chip, Chips } from '../ui/choice-chips';
import { useItemWords } from '../ui/item-words';

interface KindChoiceProps {
  kind: ItemKind;
  /** Whether the words suggested it, and nobody chose it. */
  isSuggested: boolean;
  onChange: (kind: ItemKind) => void;
}

/** What kind of thing the buyer said: one of five chips, a single stop of the Tab key. */
export function KindChoice({ kind, isSuggested, onChange }: KindChoiceProps) {
  const intl = useIntl();
  const itemWords = useItemWords();
  const name = useId();

  return (
    <Chips>
      <Box tag="legend" padding={0} paddingBottom={2}>
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {intl.formatMessage({ id: 'buyer-journey.capture.kind', defaultMessage: 'Kind' })}
        </Typography>{' '}
        {isSuggested && (
          <Typography variant="pi" textColor="neutral600">
            {intl.formatMessage({
              id: 'buyer-journey.capture.kind.suggested',
              defaultMessage: 'suggested from the words',
            })}
          </Typography>
        )}
      </Box>
      <Flex gap={1} wrap="wrap">
        {ITEM_KINDS.map((option) => (
          <Chip key={option}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === kind}
              onChange={() => {
                onChange(option);
              }}
              onKeyDown={keepFromSaving}
            />
            {itemWords.kind(option)}
          </Chip>
        ))}
      </Flex>
    </Chips>
  );
}

/** Enter on a radio button would send the form, though it reads like choosing. */
function keepFromSaving(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault();
}
