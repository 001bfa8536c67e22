import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

const Wording = styled(Typography)`
  white-space: pre-line;
  overflow-wrap: anywhere;
`;

interface ApproveWordingProps {
  wording: string;
  buyerWords: string;
  isApproving: boolean;
  onApprove: () => void;
}

/** The answer that would go online under my name, and the button that lets it. */
export function ApproveWording({
  wording,
  buyerWords,
  isApproving,
  onApprove,
}: ApproveWordingProps) {
  const intl = useIntl();

  return (
    <Box background="primary100" borderColor="primary200" hasRadius padding={4}>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography tag="h3" fontWeight="bold">
          {intl.formatMessage({
            id: 'buyer-journey.mine.toApprove',
            defaultMessage: 'Goes online under your name once you approve the wording:',
          })}
        </Typography>
        <Wording tag="blockquote">{wording}</Wording>
        <Button
          startIcon={<Check />}
          loading={isApproving}
          aria-label={intl.formatMessage(
            { id: 'buyer-journey.mine.approve.what', defaultMessage: 'Approve: {words}' },
            { words: buyerWords }
          )}
          onClick={onApprove}
        >
          {intl.formatMessage({ id: 'buyer-journey.mine.approve', defaultMessage: 'Approve' })}
        </Button>
      </Flex>
    </Box>
  );
}
