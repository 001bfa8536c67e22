import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import {
  TEAMS,
  type EditProfileBody,
  type PersonaProfile,
} from '../../../../contracts/persona-profile';
import { useEditProfile } from '../../api/personas';
import { Section } from '../../ui/Section';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { changedFields, contestedFields, fieldsOf, type Fields } from './edit-fields';
import { usePersonaFeedback } from './feedback';
import { ProfileFields } from './ProfileFields';

interface EditFormProps {
  profile: PersonaProfile;
  onDone: () => void;
}

/** The profile as a form. What is not typed in shows what is stored, also when that changes meanwhile. */
export function EditForm({ profile, onDone }: EditFormProps) {
  const intl = useIntl();
  const feedback = usePersonaFeedback();
  const saving = useEditProfile(profile.documentId);
  const [before] = useState(() => fieldsOf(profile));
  const [typed, setTyped] = useState<Partial<Fields>>({});
  const stored = fieldsOf(profile);
  const fields = { ...stored, ...typed };
  const changed = changedFields(typed, stored);
  const signed = TEAMS.some((team) => profile[team].signOff?.ended === null);

  const save = async () => {
    if (changed.length > 0) {
      const edit = Object.fromEntries(
        changed.map((field) => [field, fields[field].trim() === '' ? null : fields[field]])
      ) as Omit<EditProfileBody, 'revision'>;
      try {
        await saving.mutateAsync({ revision: profile.revision, ...edit });
      } catch (error) {
        feedback.failed(error);
        return;
      }
      feedback.succeeded(
        intl.formatMessage({ id: 'buyer-journey.personas.saved', defaultMessage: 'Profile saved' })
      );
    }
    onDone();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) void save();
      }}
    >
      <UnsavedGuard
        when={changed.length > 0 && !saving.isPending}
        hint={intl.formatMessage({
          id: 'buyer-journey.personas.unsaved',
          defaultMessage: 'What you typed into the profile is not saved yet.',
        })}
      />
      <Section
        title={intl.formatMessage({
          id: 'buyer-journey.personas.edit',
          defaultMessage: 'Edit the profile',
        })}
        hint={intl.formatMessage({
          id: 'buyer-journey.personas.edit.hint',
          defaultMessage:
            'Name, buying role and who they are can stand on your site. Everything else stays between sales and marketing.',
        })}
      >
        <ProfileFields
          fields={fields}
          stored={stored}
          contested={contestedFields(typed, before, stored)}
          onType={(change) => {
            setTyped((others) => ({ ...others, ...change }));
          }}
        />
        {signed && changed.length > 0 && (
          <Typography tag="p" role="status" textColor="neutral800">
            {intl.formatMessage({
              id: 'buyer-journey.personas.edit.clears',
              defaultMessage: 'Saving clears the sign-off of both teams.',
            })}
          </Typography>
        )}
        <Flex gap={2} wrap="wrap">
          <Button type="submit" loading={saving.isPending} disabled={fields.name.trim() === ''}>
            {intl.formatMessage({ id: 'buyer-journey.inbox.save', defaultMessage: 'Save' })}
          </Button>
          <Button variant="tertiary" disabled={saving.isPending} onClick={onDone}>
            {changed.length === 0
              ? intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })
              : intl.formatMessage({
                  id: 'buyer-journey.inbox.discard',
                  defaultMessage: 'Discard what I typed',
                })}
          </Button>
        </Flex>
      </Section>
    </form>
  );
}
