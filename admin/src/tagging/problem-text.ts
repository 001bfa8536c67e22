import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { TagProblem } from '../../../contracts/tag-change';

const TEXTS: Record<TagProblem, MessageDescriptor> = defineMessages({
  gone: { id: 'buyer-journey.tagging.problem.gone', defaultMessage: 'It is not there any more.' },
  forbidden: {
    id: 'buyer-journey.tagging.problem.forbidden',
    defaultMessage: 'Your role may not edit it.',
  },
  fields: {
    id: 'buyer-journey.tagging.problem.fields',
    defaultMessage: 'Your role may not edit these tags of it.',
  },
  stageNeeded: {
    id: 'buyer-journey.tagging.problem.stageNeeded',
    defaultMessage: 'It needs a stage while it is live.',
  },
  database: {
    id: 'buyer-journey.tagging.problem.database',
    defaultMessage: 'The database refused it. The log of the server says why.',
  },
  changedSince: {
    id: 'buyer-journey.tagging.problem.changedSince',
    defaultMessage: 'Somebody has changed its tags since. They were left as they are.',
  },
  incomplete: {
    id: 'buyer-journey.tagging.problem.incomplete',
    defaultMessage: 'Some of its former tags are not there any more, or may not be named.',
  },
});

/** Says why an entry was not tagged, or not brought back. */
export function useProblemText(): (problem: TagProblem) => string {
  const intl = useIntl();
  return (problem) => intl.formatMessage(TEXTS[problem]);
}
