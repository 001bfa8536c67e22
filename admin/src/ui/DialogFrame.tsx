import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { useReturnFocus } from './return-focus';

interface DialogFrameProps {
  title: string;
  /** What the dialog is about: never more than a few lines. */
  hint?: string;
  children: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
  /** With this the dialog is a form, and the action submits it. */
  onSubmit?: () => void;
  onClose: () => void;
  /** What the button says that closes the dialog; *Cancel* beside an action, else *Close*. */
  closeLabel?: string;
  /** While something is being written: it would be given up, and what it answers lost, so the dialog stays. */
  isBusy?: boolean;
  /** Where the focus goes when what opened the dialog is gone. */
  returnFocus: () => HTMLElement | null;
}

const Form = styled.form`
  display: contents;
`;

const Hint = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  overflow: hidden;
  overflow-wrap: anywhere;
`;

/** A dialog that asks for something begins where it is typed, not at the button that closes it. */
function focusFirstField(event: Event) {
  const dialog = event.currentTarget;
  const field =
    dialog instanceof HTMLElement && dialog.querySelector('textarea, input, [role=combobox]');
  if (!(field instanceof HTMLElement)) return;
  event.preventDefault();
  field.focus();
}

/** A dialog: it traps the focus, closes with Escape and gives the focus back. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, hint, children, action, onSubmit, onClose, closeLabel, returnFocus } = props;
  const { isBusy = false } = props;
  const intl = useIntl();
  const onCloseAutoFocus = useReturnFocus(returnFocus);
  const content = (
    <>
      <Modal.Header
        closeLabel={intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })}
      >
        <Modal.Title>{title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {hint !== undefined && (
            <Hint tag="p" textColor="neutral600">
              {hint}
            </Hint>
          )}
          {children}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button type="button" variant="tertiary" disabled={isBusy} onClick={onClose}>
          {closeLabel ??
            (action
              ? intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })
              : intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' }))}
        </Button>
        {action}
      </Modal.Footer>
    </>
  );
  return (
    <Modal.Root
      open
      onOpenChange={(open) => {
        if (!open && !isBusy) onClose();
      }}
    >
      <Modal.Content
        aria-describedby={undefined}
        onOpenAutoFocus={focusFirstField}
        onCloseAutoFocus={onCloseAutoFocus}
      >
        {onSubmit ? (
          <Form
            onSubmit={(event) => {
              event.preventDefault();
              onSubmit();
            }}
          >
            {content}
          </Form>
        ) : (
          content
        )}
      </Modal.Content>
    </Modal.Root>
  );
}
