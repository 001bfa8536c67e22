import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useErrorMessage } from '../api/errors';
import { useApplyPersonaPreset, usePersonaPreset } from '../api/taxonomy';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { useBuyingRoleText } from './buying-role';

/** Shows the personas of the preset and creates those that do not exist yet. */
export function PersonaPresetButton() {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const apply = useApplyPersonaPreset();

  const applyPreset = () => {
    apply.mutate(undefined, {
      onSuccess: ({ created }) => {
        setOpen(false);
        toggleNotification({
          type: 'success',
          message: intl.formatMessage(
            {
              id: 'buyer-journey.personas.applied',
              defaultMessage:
                '{count, plural, =0 {All personas of the preset are there already} one {# persona added} other {# personas added}}',
            },
            { count: created.length }
          ),
        });
      },
      onError: (error) => {
        toggleNotification({ type: 'danger', message: errorMessage(error) });
      },
    });
  };

  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="secondary">
          {intl.formatMessage({
            id: 'buyer-journey.personas.preset',
            defaultMessage: 'Use a typical buying group',
          })}
        </Button>
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header
          closeLabel={intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })}
        >
          <Modal.Title>
            {intl.formatMessage({
              id: 'buyer-journey.personas.preset.title',
              defaultMessage: 'A typical buying group',
            })}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <PresetPersonas />
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">
              {intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
            </Button>
          </Modal.Close>
          <Button onClick={applyPreset} loading={apply.isPending}>
            {intl.formatMessage({
              id: 'buyer-journey.personas.preset.apply',
              defaultMessage: 'Add these personas',
            })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function PresetPersonas() {
  const { data, error, refetch } = usePersonaPreset();
  const buyingRoleText = useBuyingRoleText();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingNotice />;
  return (
    <Box tag="ul">
      {data.map((persona) => (
        <Box tag="li" key={persona.slug} paddingBottom={4}>
          <Flex gap={2} alignItems="baseline" wrap="wrap">
            <Typography fontWeight="bold">{persona.name}</Typography>
            <Typography variant="pi" textColor="neutral600">
              {buyingRoleText(persona)}
            </Typography>
          </Flex>
          <Typography tag="p" textColor="neutral600">
            {persona.description}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
