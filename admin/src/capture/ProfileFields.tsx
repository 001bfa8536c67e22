import { Checkbox, Field, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { MeBody } from '../../../contracts/sales-sourced/capture';
import type { Draft } from './draft';

const MAX_LINE = 255;

export type Profile = NonNullable<Draft['profile']>;

/** A profile as the fields show it: no job title is an empty one. */
export function toProfile({ displayName, jobTitle, bylineConsent }: MeBody): Profile {
  return { displayName, jobTitle: jobTitle ?? '', bylineConsent };
}

interface ProfileFieldsProps {
  nameId?: string;
  profile: Profile;
  nameError: string | undefined;
  onChange: (profile: Profile) => void;
}

/** Name, job title and consent to a byline. Consent is given by ticking a box that starts empty. */
export function ProfileFields({ nameId, profile, nameError, onChange }: ProfileFieldsProps) {
  const intl = useIntl();
  return (
    <>
      <Field.Root id={nameId} required error={nameError}>
        <Field.Label>
          {intl.formatMessage({
            id: 'buyer-journey.capture.profile.name',
            defaultMessage: 'Name to show',
          })}
        </Field.Label>
        <TextInput
          maxLength={MAX_LINE}
          autoComplete="name"
          value={profile.displayName}
          onChange={(event) => {
            onChange({ ...profile, displayName: event.target.value });
          }}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root>
        <Field.Label>
          {intl.formatMessage({
            id: 'buyer-journey.capture.profile.jobTitle',
            defaultMessage: 'Job title (optional)',
          })}
        </Field.Label>
        <TextInput
          maxLength={MAX_LINE}
          autoComplete="organization-title"
          value={profile.jobTitle}
          onChange={(event) => {
            onChange({ ...profile, jobTitle: event.target.value });
          }}
        />
      </Field.Root>
      <Checkbox
        checked={profile.bylineConsent}
        onCheckedChange={(checked) => {
          onChange({ ...profile, bylineConsent: checked === true });
        }}
      >
        {intl.formatMessage({
          id: 'buyer-journey.capture.profile.consent',
          defaultMessage:
            'My name may appear on the website next to what I contribute; I can withdraw this at any time.',
        })}
      </Checkbox>
    </>
  );
}
