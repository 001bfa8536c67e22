import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowClockwise, Cross } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

/** Something that was done and can be undone. */
export interface Undoable {
  /** What was done, in words. */
  text: string;
  undo: () => void;
}

/** Stays in sight at the lower edge, whatever is scrolled; menus and dialogs open above it. */
const Floor = styled.div`
  position: sticky;
  inset-block-end: ${({ theme }) => theme.spaces[4]};
  z-index: ${({ theme }) => theme.zIndices.navigation};
  display: flex;
  justify-content: center;
  pointer-events: none;
`;

interface UndoBarProps {
  undoable: Undoable | null;
  onDismiss: () => void;
}

/** Says what was done, and takes it back. It stays until the next thing is done. */
export function UndoBar({ undoable, onDismiss }: UndoBarProps) {
  const intl = useIntl();
  return (
    <Floor role="status" aria-live="polite">
      {undoable && (
        <Box
          background="neutral0"
          hasRadius
          shadow="popupShadow"
          borderColor="neutral200"
          paddingLeft={4}
          paddingRight={2}
          paddingTop={2}
          paddingBottom={2}
          style={{ pointerEvents: 'auto' }}
        >
          <Flex gap={3}>
            <Typography textColor="neutral800">{undoable.text}</Typography>
            <Button
              size="S"
              variant="tertiary"
              startIcon={<ArrowClockwise />}
              onClick={undoable.undo}
            >
              {intl.formatMessage({ id: 'buyer-journey.undo', defaultMessage: 'Undo' })}
            </Button>
            <IconButton
              size="S"
              variant="ghost"
              withTooltip={false}
              label={intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })}
              onClick={onDismiss}
            >
              <Cross />
            </IconButton>
          </Flex>
        </Box>
      )}
    </Floor>
  );
}
