import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { RepProfile } from '../../../../contracts/reps';
import { nameWithEmail } from './rep-texts';
import type { RepAction } from './useRepAction';

interface MergeRepButtonProps {
  rep: RepProfile;
  all: RepProfile[];
  action: RepAction;
}

/** Merges a profile into another one of the same person. */
export function MergeRepButton({ rep, all, action }: MergeRepButtonProps) {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const [into, setInto] = useState<string | null>(null);
  const targets = all.filter(
    ({ documentId, state }) =>
      documentId !== rep.documentId && (state === 'active' || state === 'toConfirm')
  );
  if (targets.length === 0) return null;
  const named = intl.formatMessage(
    { id: 'buyer-journey.reps.mergeNamed', defaultMessage: 'Merge {name}' },
    { name: nameWithEmail(rep) }
  );

  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="tertiary" aria-label={named}>
          {intl.formatMessage({ id: 'buyer-journey.reps.merge', defaultMessage: 'Merge' })}
        </Button>
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header
          closeLabel={intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })}
        >
          <Modal.Title>{named}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography tag="p" textColor="neutral600">
              {intl.formatMessage({
                id: 'buyer-journey.reps.merge.hint',
                defaultMessage:
                  'For two profiles of one person. Items, echoes and bylines go to the other profile; bylines only if it agreed to them. This cannot be undone.',
              })}
            </Typography>
            <Field.Root>
              <Field.Label>
                {intl.formatMessage({
                  id: 'buyer-journey.reps.merge.into',
                  defaultMessage: 'Merge into',
                })}
              </Field.Label>
              <SingleSelect
                value={into}
                placeholder={intl.formatMessage({
                  id: 'buyer-journey.reps.merge.choose',
                  defaultMessage: 'Choose a profile',
                })}
                onChange={(chosen) => {
                  setInto(String(chosen));
                }}
              >
                {targets.map((target) => (
                  <SingleSelectOption key={target.documentId} value={target.documentId}>
                    {nameWithEmail(target)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">
              {intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
            </Button>
          </Modal.Close>
          <Button
            disabled={into === null}
            loading={action.isPending}
            onClick={() => {
              if (into === null) return;
              action.run({ do: 'merge', into }, () => {
                setOpen(false);
              });
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.reps.merge.confirm',
              defaultMessage: 'Merge profiles',
            })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
