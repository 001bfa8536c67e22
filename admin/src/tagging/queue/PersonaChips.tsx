import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Term } from '../../../../contracts/tagging-queue';
import { Chip, Chips } from '../../ui/choice-chips';
import { ChipKey } from './ChipKey';

interface PersonaChipsProps {
  personas: Term[];
  letters: (string | null)[];
  /** Slugs; nobody in particular is everyone. */
  chosen: string[];
  showsKeys: boolean;
  onToggle: (slug: string) => void;
  onEveryone: () => void;
}

/** The personas that the entry is for, each with its letter; nothing for a site that has none yet. */
export function PersonaChips(props: PersonaChipsProps) {
  const { personas, letters, chosen, showsKeys, onToggle, onEveryone } = props;
  const intl = useIntl();
  if (personas.length === 0) return null;
  return (
    <Chips>
      <Box tag="legend" padding={0} paddingBottom={2}>
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {intl.formatMessage({ id: 'buyer-journey.tagging.for', defaultMessage: 'For' })}
        </Typography>
      </Box>
      <Flex gap={2} wrap="wrap">
        {personas.map(({ slug, name }, index) => (
          <Chip key={slug}>
            <input
              type="checkbox"
              checked={chosen.includes(slug)}
              onChange={() => {
                onToggle(slug);
              }}
            />
            {name}
            <ChipKey letter={letters[index] ?? null} isShown={showsKeys} />
          </Chip>
        ))}
        <Chip>
          <input type="checkbox" checked={chosen.length === 0} onChange={onEveryone} />
          {intl.formatMessage({ id: 'buyer-journey.tagging.everyone', defaultMessage: 'Everyone' })}
          <ChipKey letter="0" isShown={showsKeys} />
        </Chip>
      </Flex>
    </Chips>
  );
}
