import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { PlacementBadges, StateBadge } from '../item-badges';
import { itemHeadingMark } from '../item-focus';
import { useItemTexts } from '../item-texts';
import { ActionBar } from './ActionBar';
import { AnswerPart } from './AnswerPart';
import { HearingsPart } from './HearingsPart';
import { HistoryPart } from './HistoryPart';
import { LinkedAnswersPart } from './LinkedAnswersPart';
import { MergedFromPart } from './MergedFromPart';
import { OwnershipFields } from './OwnershipFields';
import { PrivatePart } from './PrivatePart';
import { SimilarPart } from './SimilarPart';
import { StandingNotice } from './StandingNotice';

/** The buyer's words, in full and with their line breaks. */
const Words = styled(Typography)`
  overflow-wrap: anywhere;
  white-space: pre-line;
`;

/** Everything about one item, and all that can be done with it. */
export function ItemView({ item }: { item: ItemDetail }) {
  const texts = useItemTexts();
  const words = texts.quote(item.buyerWords);
  return (
    <Box tag="article" aria-label={words}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <PlacementBadges item={item} />
          <Words
            tag="h2"
            variant="delta"
            fontWeight="bold"
            tabIndex={-1}
            {...itemHeadingMark(item.documentId)}
          >
            {words}
          </Words>
          <Flex gap={2} wrap="wrap">
            <StateBadge state={item.state} />
            {item.answered && <StateBadge state="answered" />}
            <Typography variant="pi" textColor="neutral600">
              {[item.rep?.displayName, texts.day(item.broughtInAt)].filter(Boolean).join(' · ')}
            </Typography>
          </Flex>
        </Flex>
        <StandingNotice item={item} />
        <ActionBar item={item} />
        <OwnershipFields item={item} />
        <AnswerPart item={item} />
        <LinkedAnswersPart item={item} />
        <SimilarPart item={item} />
        {item.privateFields && <PrivatePart fields={item.privateFields} />}
        <HearingsPart hearings={item.hearings} hearingsTotal={item.hearingsTotal} />
        {item.mergedFrom.length > 0 && (
          <MergedFromPart mergedFrom={item.mergedFrom} mergedFromTotal={item.mergedFromTotal} />
        )}
        <HistoryPart history={item.history} />
      </Flex>
    </Box>
  );
}
