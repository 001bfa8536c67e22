import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useRef } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { AnsweredItem } from '../../../../contracts/sales-sourced/answers';
import { useUnlinkAnswer } from '../../api/inbox-changes';
import { useFeedback } from '../../inbox/actions/feedback';
import { itemLink } from '../../inbox/address';
import { useItemTexts } from '../../inbox/item-texts';
import { PageLink } from '../../ui/PageLink';

const Words = styled.span`
  overflow-wrap: anywhere;
`;

interface AnsweredItemRowProps {
  item: AnsweredItem;
  mayUnlink: boolean;
  /** Called when it goes from the list, and the focus with it. */
  onFocusLost: () => void;
}

/** An item that a document answers, with a link to it in the inbox. */
export function AnsweredItemRow({ item, mayUnlink, onFocusLost }: AnsweredItemRowProps) {
  const intl = useIntl();
  const texts = useItemTexts();
  const feedback = useFeedback();
  const unlinking = useUnlinkAnswer();
  const row = useRef<HTMLLIElement>(null);
  const { answerId, documentId, buyerWords, kind } = item;

  const unlink = async () => {
    try {
      await unlinking.mutateAsync({ documentId, answerId });
    } catch (error) {
      feedback.failed(error);
      return;
    }
    const { activeElement, body } = document;
    // Whoever has gone on meanwhile keeps the focus.
    if (activeElement === body || row.current?.contains(activeElement)) onFocusLost();
  };

  return (
    <Flex ref={row} tag="li" justifyContent="space-between" alignItems="flex-start" gap={2}>
      <Box minWidth={0}>
        <PageLink to={itemLink(documentId)}>
          <Words>{texts.quote(buyerWords)}</Words>
        </PageLink>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {texts.kind(kind)}
        </Typography>
      </Box>
      {mayUnlink && (
        <IconButton
          variant="ghost"
          disabled={unlinking.isPending}
          label={intl.formatMessage(
            {
              id: 'buyer-journey.answers.unlink',
              defaultMessage: 'Do not link “{buyerWords}” any more',
            },
            { buyerWords }
          )}
          onClick={() => void unlink()}
        >
          <Cross />
        </IconButton>
      )}
    </Flex>
  );
}
