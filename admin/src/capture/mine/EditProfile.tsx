import { Button, Flex, Modal } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { MyRep } from '../../../../contracts/sales-sourced/capture';
import { useSaveProfile } from '../../api/capture';
import { useErrorMessage } from '../../api/errors';
import { useProblemText } from '../problem-text';
import { ProfileFields, toProfile } from '../ProfileFields';
import { WithdrawDialog } from './WithdrawDialog';

/** A button, and behind it the fields to change name, job title and consent. */
export function EditProfile({ title, rep }: { title: string; rep: MyRep }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="secondary" startIcon={<Pencil />}>
          {intl.formatMessage({
            id: 'buyer-journey.mine.profile.edit',
            defaultMessage: 'Edit my profile',
          })}
        </Button>
      </Modal.Trigger>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header
          closeLabel={intl.formatMessage({ id: 'buyer-journey.close', defaultMessage: 'Close' })}
        >
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <ProfileForm
          rep={rep}
          onSaved={() => {
            setOpen(false);
          }}
        />
      </Modal.Content>
    </Modal.Root>
  );
}

interface ProfileFormProps {
  rep: MyRep;
  onSaved: () => void;
}

/** Withdrawing the consent is asked about once more. */
function ProfileForm({ rep, onSaved }: ProfileFormProps) {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const saveProfile = useSaveProfile();
  const [profile, setProfile] = useState(() => toProfile(rep));
  const [isAsking, setAsking] = useState(false);
  const nameError = profile.displayName.trim() === '' ? ('missing' as const) : null;

  const save = () => {
    saveProfile.mutate(profile, {
      onSuccess: () => {
        toggleNotification({
          type: 'success',
          message: intl.formatMessage({
            id: 'buyer-journey.mine.profile.saved',
            defaultMessage: 'Your profile is saved',
          }),
        });
        onSaved();
      },
      onError: (error) => {
        setAsking(false);
        toggleNotification({ type: 'danger', message: errorMessage(error) });
      },
    });
  };

  const askOrSave = () => {
    if (rep.bylineConsent && !profile.bylineConsent) setAsking(true);
    else save();
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <ProfileFields
            profile={profile}
            nameError={problemText('displayName', nameError)}
            onChange={setProfile}
          />
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">
            {intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
          </Button>
        </Modal.Close>
        <Button loading={saveProfile.isPending} disabled={nameError !== null} onClick={askOrSave}>
          {intl.formatMessage({ id: 'buyer-journey.capture.save', defaultMessage: 'Save' })}
        </Button>
      </Modal.Footer>
      {isAsking && (
        <WithdrawDialog
          isSaving={saveProfile.isPending}
          onConfirm={save}
          onCancel={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
