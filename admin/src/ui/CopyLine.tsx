import { Box, Flex, IconButton } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

const Code = styled.code`
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;
`;

/** A line of code with a button that copies it. */
export function CopyLine({ text }: { text: string }) {
  const intl = useIntl();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();

  const copyText = async () => {
    if (await copy(text)) {
      toggleNotification({
        type: 'success',
        message: intl.formatMessage({ id: 'buyer-journey.copy.done', defaultMessage: 'Copied' }),
      });
    }
  };

  return (
    <Box background="neutral100" borderColor="neutral200" hasRadius padding={2} paddingLeft={4}>
      <Flex justifyContent="space-between" gap={3}>
        <Code>{text}</Code>
        <IconButton
          variant="ghost"
          label={intl.formatMessage({ id: 'buyer-journey.copy.label', defaultMessage: 'Copy' })}
          onClick={() => void copyText()}
        >
          <Duplicate />
        </IconButton>
      </Flex>
    </Box>
  );
}
