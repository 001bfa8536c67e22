import { useIntl } from 'react-intl';

import { useCoverageFilters } from '../../api/coverage';

/** What the figures mean (docs/metrics.md), in small print. */
export function ScorecardDefinitions() {
  const intl = useIntl();
  const { data: filters } = useCoverageFilters();
  return (
    <>
      <h3>
        {intl.formatMessage({
          id: 'buyer-journey.scorecard.definitions',
          defaultMessage: 'What the figures mean',
        })}
      </h3>
      <p className="quiet small">
        {intl.formatMessage(
          {
            id: 'buyer-journey.scorecard.definitions.supply',
            defaultMessage:
              'Documents: live, each once per cell; Everyone are those for no persona. On target: cells that reach their target, of those that have one. Filled: documents that count towards a target, of all wanted; surplus does not count. Fresh: published, or saved, {days, plural, =0 {lately enough} one {at most # day ago} other {at most # days ago}}. Tagged: live documents with a stage, of all. Top-heavy: the first stage holds more than half while a later one lacks documents.',
          },
          { days: filters?.staleAfterDays ?? 0 }
        )}{' '}
        {intl.formatMessage({
          id: 'buyer-journey.scorecard.definitions.demand',
          defaultMessage:
            'Demand: what sales hears, weighted down with its age; open: not answered yet. Alignment: the smaller of the shares of demand and of tagged documents, summed up. First comes where open demand is high and fresh documents are short. Filters narrow documents alone, not demand.',
        })}{' '}
        {intl.formatMessage({
          id: 'buyer-journey.coverage.quantity',
          defaultMessage: 'Coverage counts documents. It measures quantity, not quality.',
        })}
      </p>
    </>
  );
}
