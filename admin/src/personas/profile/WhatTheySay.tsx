import { useIntl } from 'react-intl';

import { useInbox } from '../../api/inbox';
import { NO_FILTER, type InboxQuestion } from '../../api/inbox-question';
import { inboxLink, itemLink } from '../../inbox/address';
import { useItemTexts } from '../../inbox/item-texts';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { PageLink } from '../../ui/PageLink';
import { SheetPart } from './profile-sheet-styles';

/** Items that are shown. */
const SHOWN = 4;

/** The latest that buyers of this kind said, and how much of it waits for an answer. */
export function WhatTheySay({ persona }: { persona: string }) {
  const intl = useIntl();
  const texts = useItemTexts();
  const filter = { ...NO_FILTER, personas: [persona] };
  const open: InboxQuestion = { filter: { ...filter, answered: false }, sort: 'demand', page: 1 };
  const { data, error, refetch } = useInbox({ filter, sort: 'newest', page: 1 });
  const { data: unanswered } = useInbox(open);
  const title = intl.formatMessage({
    id: 'buyer-journey.personas.says',
    defaultMessage: 'What they say',
  });

  return (
    <SheetPart aria-label={title}>
      <h3>{title}</h3>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingNotice />}
      {data?.data.length === 0 && (
        <p className="quiet">
          {intl.formatMessage({
            id: 'buyer-journey.personas.says.none',
            defaultMessage: 'Nobody has brought in what they say yet.',
          })}
        </p>
      )}
      <ul>
        {data?.data.slice(0, SHOWN).map((item) => (
          <li key={item.documentId}>
            <span className="clamped">
              <PageLink to={itemLink(item.documentId)}>{texts.quote(item.buyerWords)}</PageLink>
            </span>{' '}
            <span className="quiet small">
              {[texts.kind(item.kind), texts.state(item.answered ? 'answered' : item.state)].join(
                ' · '
              )}
            </span>
          </li>
        ))}
      </ul>
      {unanswered && unanswered.meta.pagination.total > 0 && (
        <p>
          <PageLink to={inboxLink(open)}>
            {intl.formatMessage(
              {
                id: 'buyer-journey.personas.says.open',
                defaultMessage:
                  '{count, plural, one {# item waits} other {# items wait}} for an answer',
              },
              { count: unanswered.meta.pagination.total }
            )}
          </PageLink>
        </p>
      )}
    </SheetPart>
  );
}
