import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Pencil, Trash } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { DescribedRule, RuleTrial } from '../../../../contracts/tagging-rules';
import { ProblemBadge } from './ProblemBadge';
import { RuleSentence, type RuleNames } from './rule-sentence';
import { RuleTrialText } from './RuleTrialText';

export interface RuleActions {
  edit: (id: string) => void;
  move: (id: string, by: -1 | 1) => void;
  remove: (id: string) => void;
}

interface RuleRowProps {
  described: DescribedRule;
  /** Counts from 1. */
  position: number;
  count: number;
  names: RuleNames;
  trial: RuleTrial | null;
  actions: RuleActions;
}

const Sentence = styled(Typography)`
  overflow-wrap: anywhere;

  strong {
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }
`;

/** A rule as a sentence, with what can be done to it. */
export function RuleRow({ described, position, count, names, trial, actions }: RuleRowProps) {
  const intl = useIntl();
  const { rule, problem, valueName } = described;
  const which = { position };
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderWidth="1px 0 0">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1} flex="1 1 24rem">
          <Sentence tag="p" textColor="neutral800">
            {position}. <RuleSentence rule={rule} names={names} valueName={valueName} />
          </Sentence>
          {problem && <ProblemBadge problem={problem} />}
          {trial && !problem && <RuleTrialText trial={trial} />}
        </Flex>
        <Flex gap={1}>
          <Arrow
            rule={rule.id}
            by={-1}
            leads={position > 1}
            label={intl.formatMessage(
              { id: 'buyer-journey.rules.up', defaultMessage: 'Move rule {position} up' },
              which
            )}
            onMove={actions.move}
          />
          <Arrow
            rule={rule.id}
            by={1}
            leads={position < count}
            label={intl.formatMessage(
              { id: 'buyer-journey.rules.down', defaultMessage: 'Move rule {position} down' },
              which
            )}
            onMove={actions.move}
          />
          <IconButton
            variant="ghost"
            label={intl.formatMessage(
              { id: 'buyer-journey.rules.edit', defaultMessage: 'Edit rule {position}' },
              which
            )}
            onClick={() => {
              actions.edit(rule.id);
            }}
          >
            <Pencil />
          </IconButton>
          <IconButton
            variant="ghost"
            label={intl.formatMessage(
              { id: 'buyer-journey.rules.remove', defaultMessage: 'Delete rule {position}' },
              which
            )}
            onClick={() => {
              actions.remove(rule.id);
            }}
          >
            <Trash />
          </IconButton>
        </Flex>
      </Flex>
    </Box>
  );
}

interface ArrowProps {
  rule: string;
  by: -1 | 1;
  /** Whether there is a place to move to. */
  leads: boolean;
  label: string;
  onMove: RuleActions['move'];
}

/** Moves a rule; where it leads nowhere, its place stays empty. */
function Arrow({ rule, by, leads, label, onMove }: ArrowProps) {
  if (!leads) return <Box width="3.2rem" />;
  return (
    <IconButton
      id={arrowId(rule, by)}
      variant="ghost"
      label={label}
      onClick={() => {
        onMove(rule, by);
      }}
    >
      {by === -1 ? <ArrowUp /> : <ArrowDown />}
    </IconButton>
  );
}

const arrowId = (rule: string, by: -1 | 1) => `rule-${rule}-${by === -1 ? 'up' : 'down'}`;

/** Keeps the focus with a rule that moved: on the same arrow, or on the other one where that leads no further. */
export function focusArrow(rule: string, by: -1 | 1): void {
  const arrow = document.getElementById(arrowId(rule, by));
  (arrow ?? document.getElementById(arrowId(rule, by === -1 ? 1 : -1)))?.focus();
}
