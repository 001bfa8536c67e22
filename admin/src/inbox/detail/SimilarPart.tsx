import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { PageLink } from '../../ui/PageLink';
import { itemLink } from '../address';
import { StateBadge } from '../item-badges';
import { useItemTexts } from '../item-texts';
import { HeardText } from '../list/HeardText';
import { Part } from './Part';
import { PublicLink } from './PublicLink';

/** Items with much the same words: perhaps it is answered already, or belongs together. */
export function SimilarPart({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const texts = useItemTexts();
  if (item.similar.length === 0) return null;
  return (
    <Part
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.similar',
        defaultMessage: 'Much the same',
      })}
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {item.similar.map((similar) => (
          <Box key={similar.documentId} tag="li">
            <PageLink to={itemLink(similar.documentId)}>{texts.quote(similar.buyerWords)}</PageLink>
            <Flex gap={2} wrap="wrap">
              <Typography variant="pi" textColor="neutral600">
                {intl.formatMessage(
                  {
                    id: 'buyer-journey.inbox.similar.likeness',
                    defaultMessage: '{likeness, number, percent} alike',
                  },
                  { likeness: similar.likeness }
                )}
                {' · '}
                <HeardText heard={similar.heard} />
              </Typography>
              {similar.answered && <StateBadge state="answered" />}
              <PublicLink address={similar.link} />
            </Flex>
          </Box>
        ))}
      </Flex>
    </Part>
  );
}
