import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { RepProfile } from '../../../../contracts/reps';
import { nameWithEmail } from './rep-texts';
import type { RepAction } from './useRepAction';

/** Erases a profile, after a warning of what goes and what stays. */
export function EraseRepButton({ rep, action }: { rep: RepProfile; action: RepAction }) {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const named = intl.formatMessage(
    { id: 'buyer-journey.reps.eraseNamed', defaultMessage: 'Erase {name}' },
    { name: nameWithEmail(rep) }
  );

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button variant="danger-light" aria-label={named}>
          {intl.formatMessage({ id: 'buyer-journey.reps.erase', defaultMessage: 'Erase' })}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{named}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" gap={3}>
            <WarningCircle aria-hidden fill="danger600" width="2.4rem" height="2.4rem" />
            <Dialog.Description textAlign="center">
              {intl.formatMessage({
                id: 'buyer-journey.reps.erase.warning',
                defaultMessage:
                  'This cannot be undone. Name, e-mail, job title, bio, photo and bylines go, also from profiles that were merged into this one.',
              })}
            </Dialog.Description>
            <Typography textAlign="center" textColor="neutral600">
              {intl.formatMessage({
                id: 'buyer-journey.reps.erase.stays',
                defaultMessage:
                  'What was brought in stays, in the name of a former colleague. Look for the name in texts and the photo in the media library yourself.',
              })}
            </Typography>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            variant="danger-light"
            loading={action.isPending}
            onClick={() => {
              action.run({ do: 'erase' }, () => {
                setOpen(false);
              });
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.reps.erase.confirm',
              defaultMessage: 'Erase for good',
            })}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
