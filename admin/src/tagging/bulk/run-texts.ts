import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { BulkRun, RunState } from '../../../../contracts/bulk-tagging';

type Texts = Record<RunState, MessageDescriptor>;

const TAGGING: Texts = defineMessages({
  running: {
    id: 'buyer-journey.tagging.run.running',
    defaultMessage: '{by} is tagging: {done, number} of {total, number}',
  },
  done: {
    id: 'buyer-journey.tagging.run.done',
    defaultMessage: 'Done: {changed, plural, one {# entry tagged} other {# entries tagged}}',
  },
  cancelled: {
    id: 'buyer-journey.tagging.run.cancelled',
    defaultMessage: 'Cancelled after {done, number} of {total, number}',
  },
  failed: {
    id: 'buyer-journey.tagging.run.failed',
    defaultMessage: 'Could not go on after {done, number} of {total, number}',
  },
  interrupted: {
    id: 'buyer-journey.tagging.run.interrupted',
    defaultMessage: 'Interrupted after {done, number} of {total, number}: the server stopped',
  },
});

const UNDOING: Texts = defineMessages({
  running: {
    id: 'buyer-journey.tagging.undo.running',
    defaultMessage: '{by}’s tags are being taken back: {done, number} of {total, number}',
  },
  done: {
    id: 'buyer-journey.tagging.undo.done',
    defaultMessage: 'Undone: {undone, plural, one {# entry} other {# entries}} as before',
  },
  cancelled: {
    id: 'buyer-journey.tagging.undo.cancelled',
    defaultMessage: 'Undo cancelled after {done, number} of {total, number}',
  },
  failed: {
    id: 'buyer-journey.tagging.undo.failed',
    defaultMessage: 'Undo could not go on after {done, number} of {total, number}',
  },
  interrupted: {
    id: 'buyer-journey.tagging.undo.interrupted',
    defaultMessage: 'Undo interrupted after {done, number} of {total, number}: the server stopped',
  },
});

/** How far a run is: entries done, of how many. */
export function progressOf(run: BulkRun): { done: number; total: number } {
  const { phase, total, pending, changed, undone, left } = run;
  if (phase === 'tag') return { done: total - pending, total };
  return { done: undone + left, total: changed + undone + left };
}

/** How a run stands, in a sentence. */
export function useRunText(): (run: BulkRun) => string {
  const intl = useIntl();
  return (run) => {
    const texts = run.phase === 'tag' ? TAGGING : UNDOING;
    const { by, changed, undone } = run;
    return intl.formatMessage(texts[run.state], { by, changed, undone, ...progressOf(run) });
  };
}
