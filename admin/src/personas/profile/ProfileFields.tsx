import { Box, Field, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useEffect, useRef, type ReactNode } from 'react';
import { useIntl } from 'react-intl';

import {
  MAX_PROFILE_TEXT,
  PRIVATE_TEXTS,
  type SignedField,
} from '../../../../contracts/persona-profile';
import { BUYING_ROLES } from '../../../../contracts/taxonomy';
import { useBuyingRoleText } from '../../taxonomy/buying-role';
import { ChooseOne } from '../../ui/ChooseField';
import { useTeamTexts } from '../team-texts';
import type { Fields } from './edit-fields';

const MAX_NAME = 255;

interface ProfileFieldsProps {
  fields: Fields;
  stored: Fields;
  /** Fields that somebody else has changed since typing in them began. */
  contested: SignedField[];
  onType: (change: Partial<Fields>) => void;
}

/** All that a profile says, to be typed in. */
export function ProfileFields({ fields, stored, contested, onType }: ProfileFieldsProps) {
  const texts = useTeamTexts();
  const buyingRoleText = useBuyingRoleText();
  const first = useRef<HTMLInputElement>(null);
  const roleText = (buyingRole: string) => buyingRoleText({ name: '', buyingRole }) ?? buyingRole;

  // Editing is begun by a button elsewhere.
  useEffect(() => {
    first.current?.focus();
  }, []);

  return (
    <>
      <Field.Root required>
        <Field.Label>{texts.field('name')}</Field.Label>
        <TextInput
          ref={first}
          name="name"
          maxLength={MAX_NAME}
          value={fields.name}
          onChange={(event) => {
            onType({ name: event.currentTarget.value });
          }}
        />
        {contested.includes('name') && <StoredText text={stored.name} />}
      </Field.Root>
      <ChooseOne
        label={texts.field('buyingRole')}
        value={fields.buyingRole === '' ? null : fields.buyingRole}
        options={BUYING_ROLES.map((buyingRole) => ({
          value: buyingRole,
          name: roleText(buyingRole),
        }))}
        onChange={(buyingRole) => {
          onType({ buyingRole });
        }}
        onClear={() => {
          onType({ buyingRole: '' });
        }}
      />
      {contested.includes('buyingRole') && <StoredText text={roleText(stored.buyingRole)} />}
      {(['description', ...PRIVATE_TEXTS] as const).map((field) => (
        <TextField
          key={field}
          field={field}
          text={fields[field]}
          onType={(text) => {
            onType({ [field]: text });
          }}
        >
          {contested.includes(field) && <StoredText text={stored[field]} />}
        </TextField>
      ))}
    </>
  );
}

interface TextFieldProps {
  field: Exclude<SignedField, 'name' | 'buyingRole'>;
  text: string;
  onType: (text: string) => void;
  children: ReactNode;
}

function TextField({ field, text, onType, children }: TextFieldProps) {
  const intl = useIntl();
  const texts = useTeamTexts();
  const hint = intl.formatMessage({
    id: 'buyer-journey.personas.lines',
    defaultMessage: 'One per line.',
  });
  return (
    <Field.Root hint={field === 'description' ? undefined : hint}>
      <Field.Label>{texts.field(field)}</Field.Label>
      <Textarea
        name={field}
        maxLength={MAX_PROFILE_TEXT}
        value={text}
        onChange={(event) => {
          onType(event.currentTarget.value);
        }}
      />
      <Field.Hint />
      {children}
    </Field.Root>
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
