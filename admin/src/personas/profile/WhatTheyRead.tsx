import { useIntl } from 'react-intl';

import { ALL_STAGES, useCoverage, useCoverageEntries } from '../../api/coverage';
import { EVERYTHING } from '../../api/coverage-question';
import { coverageLink } from '../../coverage/address';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { PageLink } from '../../ui/PageLink';
import { SheetPart } from './profile-sheet-styles';

/** Titles of a stage that are named. */
const NAMED = 2;

/** Live documents for a persona, by stage, and the newest titles among them. */
export function WhatTheyRead({ persona }: { persona: string }) {
  const intl = useIntl();
  const { data: coverage, error, refetch } = useCoverage(EVERYTHING);
  const { data: entries } = useCoverageEntries({
    ...{ ...EVERYTHING, stage: ALL_STAGES, persona, fromSales: false, page: 1 },
  });
  const title = intl.formatMessage({
    id: 'buyer-journey.personas.reads',
    defaultMessage: 'What they read, by stage',
  });
  const titlesAt = (stage: string) =>
    (entries?.data ?? [])
      .filter((entry) => entry.stage?.slug === stage)
      .flatMap((entry) => entry.title ?? [])
      .slice(0, NAMED);

  return (
    <SheetPart aria-label={title}>
      <h3>{title}</h3>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !coverage && <LoadingNotice />}
      <ul>
        {coverage?.stages.map(({ slug, name }) => {
          const cell = coverage.cells.find(
            (candidate) => candidate.stage === slug && candidate.persona === persona
          );
          return (
            <li key={slug}>
              <PageLink to={coverageLink(slug, persona)}>{name}</PageLink>
              {': '}
              {intl.formatMessage(
                {
                  id: 'buyer-journey.personas.reads.documents',
                  defaultMessage:
                    '{documents, plural, =0 {nothing yet} one {# document} other {# documents}}',
                },
                { documents: cell?.documents ?? 0 }
              )}
              <span className="quiet small">{titlesAt(slug).map((text) => ` · ${text}`)}</span>
            </li>
          );
        })}
      </ul>
    </SheetPart>
  );
}
