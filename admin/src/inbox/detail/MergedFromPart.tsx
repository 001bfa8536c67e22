import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { useTriage } from '../actions/triage-context';
import { useItemTexts } from '../item-texts';
import { MoreNotShown } from './MoreNotShown';
import { Part } from './Part';

/** Items that became part of this one; each can become one of its own again. */
export function MergedFromPart({
  mergedFrom,
  mergedFromTotal,
}: Pick<ItemDetail, 'mergedFrom' | 'mergedFromTotal'>) {
  const intl = useIntl();
  const texts = useItemTexts();
  const { mayTriage, actions } = useTriage();
  return (
    <Part
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.mergedFrom',
        defaultMessage: 'Merged into this one',
      })}
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {mergedFrom.map(({ documentId, buyerWords, rep }) => (
          <Flex key={documentId} tag="li" justifyContent="space-between" gap={3} wrap="wrap">
            <Typography>
              {[texts.quote(buyerWords), rep?.displayName].filter(Boolean).join(' · ')}
            </Typography>
            {mayTriage && (
              <Button
                size="S"
                variant="tertiary"
                aria-label={intl.formatMessage(
                  {
                    id: 'buyer-journey.inbox.mergedFrom.undo',
                    defaultMessage: 'Undo the merge of {words}',
                  },
                  { words: texts.quote(buyerWords) }
                )}
                onClick={() => void actions.takeOut(documentId)}
              >
                {intl.formatMessage({ id: 'buyer-journey.undo', defaultMessage: 'Undo' })}
              </Button>
            )}
          </Flex>
        ))}
      </Flex>
      <MoreNotShown shown={mergedFrom.length} total={mergedFromTotal} />
    </Part>
  );
}
