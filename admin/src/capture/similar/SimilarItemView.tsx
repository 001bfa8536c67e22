import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { SimilarItem } from '../../../../contracts/sales-sourced/capture';

const Words = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 4;
  overflow: hidden;
  overflow-wrap: anywhere;
`;

interface SimilarItemViewProps {
  item: SimilarItem;
  onEcho: () => void;
}

/** One thing that was heard before. */
export function SimilarItemView({ item, onEcho }: SimilarItemViewProps) {
  const intl = useIntl();
  const wordsId = useId();
  const { buyerWords, heard, heardToday, answered, link } = item;

  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderWidth="1px 0 0">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Words tag="q" id={wordsId} fontWeight="bold">
          {buyerWords}
        </Words>
        <Flex gap={2} wrap="wrap">
          <Typography variant="pi" textColor="neutral600">
            {intl.formatMessage(
              {
                id: 'buyer-journey.capture.heard',
                defaultMessage: 'heard {heard, plural, one {once} other {# times}}',
              },
              { heard }
            )}
          </Typography>
          {answered && (
            <Badge size="S" variant="success">
              {intl.formatMessage({
                id: 'buyer-journey.capture.answered',
                defaultMessage: 'answered',
              })}
            </Badge>
          )}
        </Flex>
        <Flex gap={2} wrap="wrap">
          {/* Once counted it keeps the focus, which a disabled button would lose. */}
          <Button
            variant="secondary"
            size="S"
            startIcon={heardToday && <Check />}
            aria-describedby={wordsId}
            aria-disabled={heardToday}
            onClick={() => {
              if (!heardToday) onEcho();
            }}
          >
            {heardToday
              ? intl.formatMessage({
                  id: 'buyer-journey.capture.echo.counted',
                  defaultMessage: 'Counted today',
                })
              : intl.formatMessage({
                  id: 'buyer-journey.capture.echo',
                  defaultMessage: 'I hear this too',
                })}
          </Button>
          {answered && link !== null && <CopyLinkButton link={link} describedBy={wordsId} />}
        </Flex>
      </Flex>
    </Box>
  );
}

function CopyLinkButton({ link, describedBy }: { link: string; describedBy: string }) {
  const intl = useIntl();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();

  const copyLink = async () => {
    if (await copy(link)) {
      toggleNotification({
        type: 'success',
        message: intl.formatMessage({ id: 'buyer-journey.copy.done', defaultMessage: 'Copied' }),
      });
    }
  };

  return (
    <Button
      variant="tertiary"
      size="S"
      startIcon={<Duplicate />}
      aria-describedby={describedBy}
      onClick={() => void copyLink()}
    >
      {intl.formatMessage({
        id: 'buyer-journey.capture.copyLink',
        defaultMessage: 'Copy link',
      })}
    </Button>
  );
}
