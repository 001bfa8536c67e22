import { Box, Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { EVERYONE } from '../../../../contracts/coverage';
import type { CoverageScope } from '../../api/coverage-question';
import type { OpenCell } from '../address';
import { isTarget, TargetField } from './TargetField';
import { useNarrowingText } from './useNarrowingText';
import type { Targets } from './useTargets';

interface CellTargetFormProps {
  scope: CoverageScope;
  cell: OpenCell & { persona: string };
  target: number;
  targets: Targets;
}

/** The target of the opened cell, changed in place. */
export function CellTargetForm({ scope, cell, target, targets }: CellTargetFormProps) {
  const intl = useIntl();
  const narrowingText = useNarrowingText();
  const [value, setValue] = useState<number | undefined>(target);
  const [seen, setSeen] = useState(target);
  // Somebody set it, maybe here: what is typed gives way, and the focus stays where it is.
  if (seen !== target) {
    setSeen(target);
    setValue(target);
  }
  const { stage } = cell;
  const persona = cell.persona === EVERYONE ? null : cell.persona;
  const set = (wanted: number | null) => targets.set([{ stage, persona, target: wanted }]);

  return (
    <Box
      tag="form"
      background="neutral100"
      hasRadius
      padding={3}
      onSubmit={(event: { preventDefault: () => void }) => {
        event.preventDefault();
        if (isTarget(value)) void set(value);
      }}
    >
      <Flex gap={3} wrap="wrap" alignItems="flex-start">
        <Box flex="1 1 20rem">
          <TargetField
            value={value}
            onChange={setValue}
            hint={`${narrowingText(scope)} ${intl.formatMessage({
              id: 'buyer-journey.targets.zero',
              defaultMessage: '0 puts the cell out of scope.',
            })}`}
          />
        </Box>
        <Flex gap={2} wrap="wrap" paddingTop={6}>
          <Button
            type="submit"
            variant="secondary"
            loading={targets.isBusy}
            disabled={!isTarget(value) || value === target}
          >
            {intl.formatMessage({ id: 'buyer-journey.targets.set', defaultMessage: 'Set target' })}
          </Button>
          <Button variant="tertiary" disabled={targets.isBusy} onClick={() => void set(null)}>
            {intl.formatMessage({
              id: 'buyer-journey.targets.takeAway',
              defaultMessage: 'Take this target away',
            })}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
