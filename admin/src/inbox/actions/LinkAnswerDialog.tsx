import { Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { Answerable, LinkAnswerBody } from '../../../../contracts/sales-sourced/answers';
import { useAnswerable } from '../../api/inbox';
import { ToneBadge } from '../../ui/ToneBadge';
import { PickDialog } from './PickDialog';

interface LinkAnswerDialogProps {
  /** The words that are answered. */
  subject: string;
  /** Answers whether it was done. */
  onLink: (answer: LinkAnswerBody) => Promise<boolean>;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Milliseconds without a key until a search is sent. */
const PAUSE = 250;

const idOf = ({ type, documentId }: Answerable) => `${type}/${documentId}`;

/** Asks which document answers an item. */
export function LinkAnswerDialog({ subject, onLink, onClose, returnFocus }: LinkAnswerDialogProps) {
  const intl = useIntl();
  const [search, setSearch] = useState('');
  const { data, error, refetch } = useAnswerable(useDebounce(search.trim(), PAUSE));

  const link = async (id: string) => {
    const picked = data?.find((document) => idOf(document) === id);
    return picked ? onLink({ type: picked.type, documentId: picked.documentId }) : false;
  };

  return (
    <PickDialog
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.link.title',
        defaultMessage: 'Link an answer',
      })}
      hint={subject}
      searchLabel={intl.formatMessage({
        id: 'buyer-journey.inbox.link.search',
        defaultMessage: 'Search documents and drafts',
      })}
      confirmLabel={intl.formatMessage({
        id: 'buyer-journey.inbox.link.confirm',
        defaultMessage: 'Link',
      })}
      search={search}
      onSearch={setSearch}
      choices={data?.map((document) => ({
        id: idOf(document),
        name:
          document.title ??
          intl.formatMessage({ id: 'buyer-journey.entry.untitled', defaultMessage: 'Untitled' }),
        note: (
          <Flex gap={2}>
            <Typography variant="pi" textColor="neutral600">
              {document.typeName}
            </Typography>
            <LiveBadge live={document.live} />
          </Flex>
        ),
      }))}
      error={error}
      onRetry={() => void refetch()}
      onPick={link}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}

function LiveBadge({ live }: { live: boolean }) {
  const intl = useIntl();
  return live ? (
    <ToneBadge tone="success">
      {intl.formatMessage({ id: 'buyer-journey.inbox.answer.live', defaultMessage: 'Live' })}
    </ToneBadge>
  ) : (
    <ToneBadge tone="neutral">
      {intl.formatMessage({ id: 'buyer-journey.inbox.answer.draft', defaultMessage: 'Draft' })}
    </ToneBadge>
  );
}
