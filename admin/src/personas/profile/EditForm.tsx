import { Box, Button, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import {
  MAX_PROFILE_TEXT,
  PRIVATE_TEXTS,
  TEAMS,
  type EditProfileBody,
  type PersonaProfile,
} from '../../../../contracts/persona-profile';
import { BUYING_ROLES } from '../../../../contracts/taxonomy';
import { useEditProfile } from '../../api/personas';
import { useBuyingRoleText } from '../../taxonomy/buying-role';
import { ChooseOne } from '../../ui/ChooseField';
import { Section } from '../../ui/Section';
import { useTeamTexts } from '../team-texts';
import { changedFields, contestedFields, fieldsOf, type Fields } from './edit-fields';
import { UnsavedGuard } from './UnsavedGuard';
import { usePersonaFeedback } from './feedback';

const MAX_NAME = 255;

interface EditFormProps {
  profile: PersonaProfile;
  onDone: () => void;
}

/** The profile as a form. What is not typed in shows what is stored, also when that changes meanwhile. */
export function EditForm({ profile, onDone }: EditFormProps) {
  const intl = useIntl();
  const texts = useTeamTexts();
  const feedback = usePersonaFeedback();
  const saving = useEditProfile(profile.documentId);
  const [before] = useState(() => fieldsOf(profile));
  const [typed, setTyped] = useState<Partial<Fields>>({});
  const first = useRef<HTMLInputElement>(null);
  const stored = fieldsOf(profile);
  const fields = { ...stored, ...typed };
  const changed = changedFields(typed, stored);
  const contested = contestedFields(typed, before, stored);
  const signed = TEAMS.some((team) => profile[team].signOff?.ended === null);

  // Editing is begun by a button elsewhere.
  useEffect(() => {
    first.current?.focus();
  }, []);

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
        intl.formatMessage({
          id: 'buyer-journey.personas.saved',
          defaultMessage: 'Profile saved',
        })
      );
    }
    onDone();
  };

  const type = (change: Partial<Fields>) => {
    setTyped((others) => ({ ...others, ...change }));
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) void save();
      }}
    >
      <UnsavedGuard when={changed.length > 0 && !saving.isPending} />
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
        <Field.Root required>
          <Field.Label>{texts.field('name')}</Field.Label>
          <TextInput
            ref={first}
            name="name"
            maxLength={MAX_NAME}
            value={fields.name}
            onChange={(event) => {
              type({ name: event.currentTarget.value });
            }}
          />
        </Field.Root>
        <BuyingRoleField
          value={fields.buyingRole}
          onChange={(buyingRole) => {
            type({ buyingRole });
          }}
        />
        {(['description', ...PRIVATE_TEXTS] as const).map((field) => (
          <Field.Root
            key={field}
            hint={
              field === 'description'
                ? undefined
                : intl.formatMessage({
                    id: 'buyer-journey.personas.lines',
                    defaultMessage: 'One per line.',
                  })
            }
          >
            <Field.Label>{texts.field(field)}</Field.Label>
            <Textarea
              name={field}
              maxLength={MAX_PROFILE_TEXT}
              value={fields[field]}
              onChange={(event) => {
                type({ [field]: event.currentTarget.value });
              }}
            />
            <Field.Hint />
            {contested.includes(field) && <StoredText text={stored[field]} />}
          </Field.Root>
        ))}
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

function BuyingRoleField({
  value,
  onChange,
}: {
  value: string;
  onChange: (value: string) => void;
}) {
  const texts = useTeamTexts();
  const buyingRoleText = useBuyingRoleText();
  return (
    <ChooseOne
      label={texts.field('buyingRole')}
      value={value === '' ? null : value}
      options={BUYING_ROLES.map((buyingRole) => ({
        value: buyingRole,
        name: buyingRoleText({ name: '', buyingRole }) ?? buyingRole,
      }))}
      onChange={onChange}
      onClear={() => {
        onChange('');
      }}
    />
  );
}

/** What somebody else saved while this was being typed. */
function StoredText({ text }: { text: string }) {
  const intl = useIntl();
  return (
    <Box role="status" background="warning100" borderColor="warning200" hasRadius padding={3}>
      <Typography tag="p" fontWeight="bold" textColor="warning700">
        {intl.formatMessage({
          id: 'buyer-journey.personas.edit.contested',
          defaultMessage: 'Somebody else changed this. Saving yours replaces theirs:',
        })}
      </Typography>
      <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'pre-line' }}>
        {text === '' ? '–' : text}
      </Typography>
    </Box>
  );
}
