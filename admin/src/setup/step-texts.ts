import { useIntl } from 'react-intl';

import type { Setup, SetupStep } from '../../../contracts/setup';

export interface StepTexts {
  title: string;
  hint: string;
  /** Where it stands, in a few words; null where the mark says it all. */
  summary: string | null;
}

/** How many entries have a stage, of how many. */
export function placedOf({ types }: Pick<Setup, 'types'>): { placed: number; total: number } {
  const total = types.reduce((sum, type) => sum + type.total, 0);
  const left = types.reduce((sum, type) => sum + type.left, 0);
  return { placed: total - left, total };
}

/** What each step is about, and where it stands. */
export function useStepTexts(setup: Setup): Record<SetupStep, StepTexts> {
  const intl = useIntl();
  const { placed, total } = placedOf(setup);
  return {
    stages: {
      title: intl.formatMessage({
        id: 'buyer-journey.setup.stages',
        defaultMessage: 'Choose the stages',
      }),
      hint: intl.formatMessage({
        id: 'buyer-journey.setup.stages.hint',
        defaultMessage:
          'A stage model is a starting point: the steps that your buyers take, and the question that each of them answers. You can rename, add, reorder and remove stages afterwards.',
      }),
      summary: null,
    },
    personas: {
      title: intl.formatMessage({
        id: 'buyer-journey.setup.personas',
        defaultMessage: 'Choose the personas',
      }),
      hint: intl.formatMessage({
        id: 'buyer-journey.setup.personas.hint',
        defaultMessage:
          'Who takes part in buying? Content without a persona counts for Everyone, so this can wait.',
      }),
      summary: null,
    },
    types: {
      title: intl.formatMessage({
        id: 'buyer-journey.setup.types',
        defaultMessage: 'Choose the content types',
      }),
      hint: intl.formatMessage({
        id: 'buyer-journey.setup.types.hint',
        defaultMessage:
          'A developer opts them in. Their entries get a stage, personas and contributors beside their own fields; nothing else changes, and opting out again loses nothing.',
      }),
      summary:
        setup.types.length === 0
          ? null
          : intl.formatList(setup.types.map((type) => type.displayName)),
    },
    suggestions: {
      title: intl.formatMessage({
        id: 'buyer-journey.setup.suggestions',
        defaultMessage: 'Say what content usually is',
      }),
      hint: intl.formatMessage({
        id: 'buyer-journey.setup.suggestions.hint',
        defaultMessage:
          'A case study is probably Decision: say so once, and all of them have it suggested. A suggestion never counts as a tag until somebody accepts it.',
      }),
      summary: null,
    },
    backlog: {
      title: intl.formatMessage({
        id: 'buyer-journey.setup.backlog',
        defaultMessage: 'Tag the backlog',
      }),
      hint: intl.formatMessage({
        id: 'buyer-journey.setup.backlog.hint',
        defaultMessage:
          'Go through what has no stage yet, one entry after the other, with the keyboard: a suggestion takes one key. Coverage shows the grid from the first live entry on, and can be trusted at about nine in ten.',
      }),
      summary:
        total === 0
          ? null
          : intl.formatMessage(
              {
                id: 'buyer-journey.setup.backlog.placed',
                defaultMessage: '{placed, number} of {total, number} placed',
              },
              { placed, total }
            ),
    },
  };
}
