import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';

import type { InboxQuestion } from '../api/inbox-question';
import { writeAddress } from './address';

/** From an item that has the page to itself back to the list. */
export function BackToList({ question }: { question: InboxQuestion }) {
  const intl = useIntl();
  return (
    <Link
      tag={RouterLink}
      to={{ search: writeAddress({ question, openItem: null }) }}
      startIcon={<ArrowLeft aria-hidden />}
    >
      {intl.formatMessage({
        id: 'buyer-journey.inbox.back',
        defaultMessage: 'Back to the list',
      })}
    </Link>
  );
}
