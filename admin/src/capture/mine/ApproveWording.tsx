import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

const Wording = styled(Typography)`
  white-space: pre-line;
  overflow-wrap: anywhere;
`;

interface ApproveWordingProps {
  /** Empty for none. */
  wording: string;
  buyerWords: string;
  /** False for what a tool brought in under my name. */
  isConfirmed: boolean;
  isApproving: boolean;
  onApprove: () => void;
}

/** What waits for my word: the answer that would go online under my name, or that I said it at all. */
export function ApproveWording({
  wording,
  buyerWords,
  isConfirmed,
  isApproving,
  onApprove,
}: ApproveWordingProps) {
  const intl = useIntl();

  return (
    <Box background="primary100" borderColor="primary200" hasRadius padding={4}>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography tag="h3" fontWeight="bold">
          {isConfirmed
            ? intl.formatMessage({
                id: 'buyer-journey.mine.toApprove',
                defaultMessage: 'Goes online under your name once you approve the wording:',
              })
            : intl.formatMessage({
                id: 'buyer-journey.mine.toConfirm',
                defaultMessage: 'A tool brought this in under your name. Was it you?',
              })}
        </Typography>
        {wording !== '' && !isConfirmed && (
          <Typography tag="p">
            {intl.formatMessage({
              id: 'buyer-journey.mine.toConfirm.answer',
              defaultMessage:
                'If so, you approve this answer as well, to go online under your name:',
            })}
          </Typography>
        )}
        {wording !== '' && <Wording tag="blockquote">{wording}</Wording>}
        <Button
          startIcon={<Check />}
          loading={isApproving}
          aria-label={
            isConfirmed
              ? intl.formatMessage(
                  { id: 'buyer-journey.mine.approve.what', defaultMessage: 'Approve: {words}' },
                  { words: buyerWords }
                )
              : intl.formatMessage(
                  { id: 'buyer-journey.mine.confirm.what', defaultMessage: 'It was me: {words}' },
                  { words: buyerWords }
                )
          }
          onClick={onApprove}
        >
          {isConfirmed
            ? intl.formatMessage({ id: 'buyer-journey.mine.approve', defaultMessage: 'Approve' })
            : intl.formatMessage({ id: 'buyer-journey.mine.confirm', defaultMessage: 'It was me' })}
        </Button>
      </Flex>
    </Box>
  );
}
