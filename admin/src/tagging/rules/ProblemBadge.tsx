import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { RuleProblem } from '../../../../contracts/tagging-rules';
import { ToneBadge } from '../../ui/ToneBadge';

const PROBLEMS: Record<RuleProblem, MessageDescriptor> = defineMessages({
  type: {
    id: 'buyer-journey.rules.problem.type',
    defaultMessage: 'Suggests nothing: this type is not tagged any more',
  },
  field: {
    id: 'buyer-journey.rules.problem.field',
    defaultMessage: 'Suggests nothing: the field is not there any more',
  },
  value: {
    id: 'buyer-journey.rules.problem.value',
    defaultMessage: 'Suggests nothing: the value is not there any more',
  },
  stage: {
    id: 'buyer-journey.rules.problem.stage',
    defaultMessage: 'Suggests nothing: the stage is not there any more',
  },
  persona: {
    id: 'buyer-journey.rules.problem.persona',
    defaultMessage: 'Suggests nothing: a persona is not there any more',
  },
  retired: {
    id: 'buyer-journey.rules.problem.retired',
    defaultMessage: 'Suggests nothing: its stage or one of its personas is retired',
  },
  unreadable: {
    id: 'buyer-journey.rules.problem.unreadable',
    defaultMessage: 'Suggests nothing to you: your role may not read the field',
  },
});

/** Why a rule suggests nothing. */
export function ProblemBadge({ problem }: { problem: RuleProblem }) {
  const intl = useIntl();
  return <ToneBadge tone="warning">{intl.formatMessage(PROBLEMS[problem])}</ToneBadge>;
}
