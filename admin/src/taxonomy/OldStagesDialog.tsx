import { Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { ApplyStageModelBody, OldStagesQuestion } from '../../../contracts/taxonomy';
import { useReturnFocus } from '../ui/return-focus';

interface OldStagesDialogProps {
  stages: OldStagesQuestion['oldStages'];
  isApplying: boolean;
  onAnswer: (oldStages: NonNullable<ApplyStageModelBody['oldStages']>) => void;
  /** Says where each of them goes instead; absent where nobody can undo that. */
  onMap?: () => void;
  onCancel: () => void;
  /** Where the focus goes when what opened the dialog is gone. */
  returnFocus: () => HTMLElement | null;
}

/** Asks what happens to stages that the chosen model does not have. */
export function OldStagesDialog(props: OldStagesDialogProps) {
  const { stages, isApplying, onAnswer, onMap, onCancel, returnFocus } = props;
  const intl = useIntl();
  const onCloseAutoFocus = useReturnFocus(returnFocus);
  const unused = stages.filter(({ uses }) => uses === 0).length;

  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open && !isApplying) onCancel();
      }}
    >
      <Dialog.Content onCloseAutoFocus={onCloseAutoFocus}>
        <Dialog.Header>
          {intl.formatMessage({
            id: 'buyer-journey.oldStages.title',
            defaultMessage: 'What happens to your other stages?',
          })}
        </Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={4} width="100%">
            <Dialog.Description>
              {intl.formatMessage({
                id: 'buyer-journey.oldStages.text',
                defaultMessage:
                  'These are not in the model. Keep them after the model’s stages, or remove those that nothing uses. Stages in use are never removed.',
              })}
            </Dialog.Description>
            <Box tag="ul">
              {stages.map((stage) => (
                <Flex key={stage.slug} tag="li" justifyContent="space-between" gap={4} padding={1}>
                  <Typography>{stage.name}</Typography>
                  <Typography textColor="neutral600">
                    {intl.formatMessage(
                      {
                        id: 'buyer-journey.uses',
                        defaultMessage:
                          '{uses, plural, =0 {not used} one {used once} other {used # times}}',
                      },
                      { uses: stage.uses }
                    )}
                  </Typography>
                </Flex>
              ))}
            </Box>
            <Flex direction="column" alignItems="stretch" gap={2}>
              {onMap && (
                <Button disabled={isApplying} onClick={onMap}>
                  {intl.formatMessage({
                    id: 'buyer-journey.oldStages.map',
                    defaultMessage: 'Move them to the new stages…',
                  })}
                </Button>
              )}
              <Button
                variant={onMap ? 'secondary' : 'default'}
                loading={isApplying}
                onClick={() => {
                  onAnswer('keep');
                }}
              >
                {intl.formatMessage({
                  id: 'buyer-journey.oldStages.keep',
                  defaultMessage: 'Keep all of them',
                })}
              </Button>
              <Button
                variant="danger-light"
                disabled={isApplying || unused === 0}
                onClick={() => {
                  onAnswer('removeUnused');
                }}
              >
                {intl.formatMessage(
                  {
                    id: 'buyer-journey.oldStages.remove',
                    defaultMessage:
                      '{unused, plural, =0 {Remove unused: there are none} one {Remove the unused one} other {Remove the # unused ones}}',
                  },
                  { unused }
                )}
              </Button>
              {/* It has the focus at first. */}
              <Dialog.Cancel>
                <Button variant="tertiary" disabled={isApplying}>
                  {intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
                </Button>
              </Dialog.Cancel>
            </Flex>
          </Flex>
        </Dialog.Body>
      </Dialog.Content>
    </Dialog.Root>
  );
}
