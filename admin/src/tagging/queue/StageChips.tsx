import { Box, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useIntl } from 'react-intl';

import type { TaggingChoices } from '../../../../contracts/tagging-queue';
import { Chip, Chips } from '../../ui/choice-chips';
import { StageDot } from '../../ui/StageName';
import { ChipKey } from './ChipKey';

/** More stages than this have no key of their own. */
const DIGITS = 9;

interface StageChipsProps {
  stages: TaggingChoices['stages'];
  /** Slug. */
  chosen: string | null;
  showsKeys: boolean;
  onChoose: (slug: string) => void;
}

/** The stages, one of which is chosen; each with its digit. */
export function StageChips({ stages, chosen, showsKeys, onChoose }: StageChipsProps) {
  const intl = useIntl();
  const name = useId();
  return (
    <Chips>
      <Box tag="legend" padding={0} paddingBottom={2}>
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {intl.formatMessage({ id: 'buyer-journey.tagging.stage', defaultMessage: 'Stage' })}
        </Typography>
      </Box>
      <Flex gap={2} wrap="wrap">
        {stages.map(({ slug, name: stage, color, buyerQuestion }, index) => (
          <Chip key={slug} title={buyerQuestion ?? undefined}>
            <input
              type="radio"
              name={name}
              value={slug}
              checked={slug === chosen}
              onChange={() => {
                onChoose(slug);
              }}
            />
            <Box tag="span" display="inline-flex" marginRight={2}>
              <StageDot color={color} />
            </Box>
            {stage}
            <ChipKey letter={index < DIGITS ? String(index + 1) : null} isShown={showsKeys} />
          </Chip>
        ))}
      </Flex>
    </Chips>
  );
}
