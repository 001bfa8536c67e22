import { Box, Flex, Typography } from '@strapi/design-system';
import { useRef } from 'react';
import { useIntl } from 'react-intl';

import type { Evidence } from '../../../../contracts/persona-profile';
import { itemLink } from '../../inbox/address';
import { useItemTexts } from '../../inbox/item-texts';
import { PageLink } from '../../ui/PageLink';
import { useEvidenceLine } from './evidence-line';
import { WithdrawEvidenceButton } from './WithdrawEvidenceButton';

/** One entry of the log: the note, the item that says so, and who added it. */
export function EvidenceEntry({ persona, entry }: { persona: string; entry: Evidence }) {
  const intl = useIntl();
  const texts = useItemTexts();
  const evidenceLine = useEvidenceLine();
  const item = useRef<HTMLLIElement>(null);
  const { note, withdrawn } = entry;

  return (
    <Box
      ref={item}
      tag="li"
      tabIndex={-1}
      paddingTop={3}
      paddingBottom={3}
      borderColor="neutral150"
      borderWidth="1px 0 0"
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3}>
        <Flex direction="column" alignItems="flex-start" gap={1} minWidth={0}>
          {note !== null && (
            <Typography
              tag="p"
              textColor="neutral800"
              style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
            >
              {note}
            </Typography>
          )}
          {withdrawn && (
            <Typography tag="p" textColor="neutral600">
              {intl.formatMessage(
                {
                  id: 'buyer-journey.personas.evidence.withdrawn',
                  defaultMessage: 'Withdrawn{known, select, yes { by {name}} other {}} on {date}.',
                },
                {
                  known: withdrawn.by === null ? 'no' : 'yes',
                  name: withdrawn.by?.name ?? '',
                  date: texts.day(withdrawn.at),
                }
              )}
            </Typography>
          )}
          {entry.item && (
            <PageLink to={itemLink(entry.item.documentId)}>
              {texts.quote(entry.item.buyerWords)}
            </PageLink>
          )}
          <Typography tag="p" variant="pi" textColor="neutral600">
            {evidenceLine(entry)}
          </Typography>
        </Flex>
        {entry.mayWithdraw && (
          <WithdrawEvidenceButton
            persona={persona}
            entry={entry}
            onDone={() => {
              // The button is gone by then.
              item.current?.focus();
            }}
          />
        )}
      </Flex>
    </Box>
  );
}
