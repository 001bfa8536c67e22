import { useIntl, type IntlShape } from 'react-intl';

import type {
  Percentiles,
  SalesSourcedFigures,
  Share,
} from '../../../contracts/sales-sourced/figures';
import { displayShare } from '../ui/display-share';

/** One figure in words, as a tile shows it. */
export interface FigureText {
  label: string;
  value: string;
  inputs: string;
  explanation: string;
}

const DASH = '–';

/** Puts the figures of sales-sourced items into words (docs/metrics.md). */
export function useFigureTexts(): (figures: SalesSourcedFigures) => FigureText[] {
  const intl = useIntl();
  return (figures) => [
    answerRate(intl, figures.answerRate, figures.freshAnswerRate),
    timeToAnswer(intl, figures.timeToAnswer),
    ageOfOpen(intl, figures.ageOfOpen),
    salesSourcedShare(intl, figures.salesSourcedShare),
    participation(intl, figures.participation),
    objectionLeakage(intl, figures.objectionLeakage),
  ];
}

/** Value and inputs of a share; with nothing to divide by, the reason takes the place of the formula. */
function shareText(
  intl: IntlShape,
  label: string,
  { figure, part, of }: Share,
  { formula, none }: { formula: string; none: string }
): FigureText {
  if (figure === null) return { label, value: DASH, inputs: none, explanation: none };
  return {
    label,
    value: intl.formatNumber(displayShare(figure), { style: 'percent' }),
    inputs: intl.formatMessage(
      {
        id: 'buyer-journey.inbox.figure.inputs',
        defaultMessage: '{part, number} of {of, number}',
      },
      { part, of }
    ),
    explanation: `${formula} ${intl.formatNumber(part)} / ${intl.formatNumber(of)}`,
  };
}

/** Median and 90th percentile in days. */
function daysText(
  intl: IntlShape,
  label: string,
  { median, p90, count }: Percentiles,
  { formula, none }: { formula: string; none: string }
): FigureText {
  if (median === null) return { label, value: DASH, inputs: none, explanation: none };
  const days = (value: number) =>
    intl.formatMessage(
      {
        id: 'buyer-journey.inbox.figure.days',
        defaultMessage: '{shown} {days, plural, one {day} other {days}}',
      },
      {
        days: Math.round(value * 10) / 10,
        shown: intl.formatNumber(value, { maximumFractionDigits: value < 10 ? 1 : 0 }),
      }
    );
  const inputs =
    p90 === null
      ? intl.formatMessage(
          {
            id: 'buyer-journey.inbox.figure.items',
            defaultMessage: '{count, plural, one {# item} other {# items}}',
          },
          { count }
        )
      : intl.formatMessage(
          {
            id: 'buyer-journey.inbox.figure.ninety',
            defaultMessage: '9 of 10 within {days}, {count, plural, one {# item} other {# items}}',
          },
          { days: days(p90), count }
        );
  return { label, value: days(median), inputs, explanation: `${formula} ${inputs}` };
}

/** How much of it is fresh stands beside it. */
function answerRate(intl: IntlShape, share: Share, fresh: Share): FigureText {
  const text = answerRateText(intl, share);
  if (share.figure === null) return text;
  return {
    ...text,
    inputs: intl.formatMessage(
      {
        id: 'buyer-journey.inbox.figure.answerRate.fresh',
        defaultMessage: '{inputs}, {part, number} freshly',
      },
      { inputs: text.inputs, part: fresh.part }
    ),
    explanation: `${text.explanation}. ${intl.formatMessage(
      {
        id: 'buyer-journey.inbox.figure.answerRate.freshFormula',
        defaultMessage:
          'Freshly: by something last published, or saved, lately enough to count as fresh: {part, number} / {of, number}',
      },
      { part: fresh.part, of: fresh.of }
    )}`,
  };
}

const answerRateText = (intl: IntlShape, share: Share) =>
  shareText(
    intl,
    intl.formatMessage({
      id: 'buyer-journey.inbox.figure.answerRate',
      defaultMessage: 'Answered',
    }),
    share,
    {
      formula: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.answerRate.formula',
        defaultMessage:
          'Items that are published with an answer or answered by a live document, over all items that are neither declined nor merged:',
      }),
      none: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.answerRate.none',
        defaultMessage: 'There are no items',
      }),
    }
  );

const timeToAnswer = (intl: IntlShape, percentiles: Percentiles) =>
  daysText(
    intl,
    intl.formatMessage({
      id: 'buyer-journey.inbox.figure.timeToAnswer',
      defaultMessage: 'Time to answer',
    }),
    percentiles,
    {
      formula: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.timeToAnswer.formula',
        defaultMessage:
          'Median of the days from when an answered item was brought in to when it was first answered. Look at the age of the open ones beside it: they are not in this figure.',
      }),
      none: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.timeToAnswer.none',
        defaultMessage: 'Nothing is answered yet',
      }),
    }
  );

const ageOfOpen = (intl: IntlShape, percentiles: Percentiles) =>
  daysText(
    intl,
    intl.formatMessage({
      id: 'buyer-journey.inbox.figure.ageOfOpen',
      defaultMessage: 'Age of the open ones',
    }),
    percentiles,
    {
      formula: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.ageOfOpen.formula',
        defaultMessage: 'Median of the days since the items were brought in that are not answered.',
      }),
      none: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.ageOfOpen.none',
        defaultMessage: 'Nothing is open',
      }),
    }
  );

const salesSourcedShare = (intl: IntlShape, share: Share) =>
  shareText(
    intl,
    intl.formatMessage({
      id: 'buyer-journey.inbox.figure.salesSourcedShare',
      defaultMessage: 'Sales-sourced share',
    }),
    share,
    {
      formula: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.salesSourcedShare.formula',
        defaultMessage:
          'Live documents that answer an accepted item or name a rep as contributor, over all live documents of tagged content types:',
      }),
      none: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.salesSourcedShare.none',
        defaultMessage: 'There are no live documents',
      }),
    }
  );

const participation = (intl: IntlShape, share: Share) =>
  shareText(
    intl,
    intl.formatMessage({
      id: 'buyer-journey.inbox.figure.participation',
      defaultMessage: 'Participation',
    }),
    share,
    {
      formula: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.participation.formula',
        defaultMessage: 'Reps with an accepted item in the last 90 days, over all active reps:',
      }),
      none: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.participation.none',
        defaultMessage: 'There are no active reps',
      }),
    }
  );

const objectionLeakage = (intl: IntlShape, share: Share) =>
  shareText(
    intl,
    intl.formatMessage({
      id: 'buyer-journey.inbox.figure.leakage',
      defaultMessage: 'Objection leakage',
    }),
    share,
    {
      formula: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.leakage.formula',
        defaultMessage:
          'Objections raised at a later stage than they should be resolved by, without a live answer at or before that stage, over objections with both stages:',
      }),
      none: intl.formatMessage({
        id: 'buyer-journey.inbox.figure.leakage.none',
        defaultMessage: 'No objection has both stages',
      }),
    }
  );
