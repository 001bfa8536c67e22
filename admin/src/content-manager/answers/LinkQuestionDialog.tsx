import { Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { LinkAnswerBody } from '../../../../contracts/sales-sourced/answers';
import { useInbox } from '../../api/inbox';
import { useLinkAnswer } from '../../api/inbox-changes';
import { NO_FILTER } from '../../api/inbox-question';
import { useFeedback } from '../../inbox/actions/feedback';
import { PickDialog } from '../../inbox/actions/PickDialog';
import { PlacementBadges } from '../../inbox/item-badges';
import { useItemTexts } from '../../inbox/item-texts';
import { HeardText } from '../../inbox/list/HeardText';

interface LinkQuestionDialogProps {
  document: LinkAnswerBody;
  /** Document ids of the items that it answers already. */
  linked: string[];
  onClose: () => void;
}

/** Milliseconds without a key until a search is sent. */
const PAUSE = 250;

/** Asks which item a document answers. */
export function LinkQuestionDialog({ document, linked, onClose }: LinkQuestionDialogProps) {
  const intl = useIntl();
  const texts = useItemTexts();
  const feedback = useFeedback();
  const linking = useLinkAnswer();
  const [search, setSearch] = useState('');
  const words = useDebounce(search.trim(), PAUSE);
  const filter = { ...NO_FILTER, search: words === '' ? null : words };
  const { data, error, refetch } = useInbox({ filter, sort: 'demand', page: 1 });

  const link = async (documentId: string) => {
    try {
      await linking.mutateAsync({ documentId, answer: document });
    } catch (failure) {
      feedback.failed(failure);
      return false;
    }
    feedback.succeeded(
      intl.formatMessage({ id: 'buyer-journey.answers.linked', defaultMessage: 'Question linked' })
    );
    return true;
  };

  return (
    <PickDialog
      title={intl.formatMessage({
        id: 'buyer-journey.answers.link',
        defaultMessage: 'Link a question',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.answers.hint',
        defaultMessage: 'It counts as answered as soon as this document is live.',
      })}
      searchLabel={intl.formatMessage({
        id: 'buyer-journey.answers.search',
        defaultMessage: 'Search what buyers said',
      })}
      confirmLabel={intl.formatMessage({
        id: 'buyer-journey.inbox.link.confirm',
        defaultMessage: 'Link',
      })}
      search={search}
      onSearch={setSearch}
      choices={data?.data
        .filter(({ documentId }) => !linked.includes(documentId))
        .map((item) => ({
          id: item.documentId,
          name: texts.quote(item.buyerWords),
          note: (
            <Flex gap={2} wrap="wrap">
              <PlacementBadges item={item} />
              <Typography variant="pi" textColor="neutral600">
                <HeardText heard={item.heard} />
              </Typography>
            </Flex>
          ),
        }))}
      error={error}
      onRetry={() => void refetch()}
      onPick={link}
      onClose={onClose}
      returnFocus={() => null}
    />
  );
}
