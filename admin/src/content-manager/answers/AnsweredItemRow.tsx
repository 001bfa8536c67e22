import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
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

/** An item that a document answers, with a link to it in the inbox. */
export function AnsweredItemRow({ item, mayUnlink }: { item: AnsweredItem; mayUnlink: boolean }) {
  const intl = useIntl();
  const texts = useItemTexts();
  const feedback = useFeedback();
  const unlinking = useUnlinkAnswer();
  const { answerId, documentId, buyerWords, kind } = item;

  const unlink = () => {
    unlinking.mutate({ documentId, answerId }, { onError: feedback.failed });
  };

  return (
    <Flex tag="li" justifyContent="space-between" alignItems="flex-start" gap={2}>
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
          onClick={unlink}
        >
          <Cross />
        </IconButton>
      )}
    </Flex>
  );
}
