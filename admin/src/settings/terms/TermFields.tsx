import { Checkbox } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { BUYING_ROLES, CTA_POLICIES } from '../../../../contracts/taxonomy';
import { MAX_DESCRIPTION, MAX_LINE, type TermKind } from '../../../../contracts/taxonomy-terms';
import { useBuyingRoleText } from '../../taxonomy/buying-role';
import { ChooseOne } from '../../ui/ChooseField';
import { ColorField } from './ColorField';
import type { TermDraft } from './term-draft';
import { useTermTexts } from './term-texts';
import { TextField } from './TextField';

export interface TermFieldsProps {
  kind: TermKind;
  isNew: boolean;
  draft: TermDraft;
  /** What is wrong, by field. */
  errors: Partial<Record<keyof TermDraft, string>>;
  onChange: (changed: Partial<TermDraft>) => void;
}

/** What a stage or persona is, in the site's default language. */
export function TermFields(props: TermFieldsProps) {
  const { kind, isNew, draft, errors, onChange } = props;
  const intl = useIntl();
  const texts = useTermTexts();
  const buyingRoleText = useBuyingRoleText();

  const line = (name: 'name' | 'slug' | 'buyerQuestion', more: object = {}) => (
    <TextField
      label={texts.field(name)}
      name={name}
      maxLength={MAX_LINE}
      value={draft[name]}
      error={errors[name]}
      onChange={(value) => {
        onChange({ [name]: value });
      }}
      {...more}
    />
  );
  const paragraph = (name: 'description' | 'salesRole' | 'marketingRole', hint?: string) => (
    <TextField
      isLong
      label={texts.field(name)}
      name={name}
      maxLength={MAX_DESCRIPTION}
      value={draft[name]}
      hint={hint}
      onChange={(value) => {
        onChange({ [name]: value });
      }}
    />
  );
  const isPrivate = intl.formatMessage({
    id: 'buyer-journey.term.private',
    defaultMessage: 'For both teams alone, never public',
  });

  return (
    <>
      {line('name', { required: true })}
      {line('slug', {
        hint: isNew
          ? intl.formatMessage({
              id: 'buyer-journey.term.slug.new',
              defaultMessage: 'Left empty, it is made of the name',
            })
          : intl.formatMessage({
              id: 'buyer-journey.term.slug.hint',
              defaultMessage: 'Front ends and links go by it: another slug breaks theirs',
            }),
      })}
      {kind === 'stage' ? (
        <>
          <ColorField
            label={texts.field('color')}
            value={draft.color}
            error={errors.color}
            onChange={(color) => {
              onChange({ color });
            }}
          />
          {line('buyerQuestion')}
          {paragraph('description')}
          <Checkbox
            checked={draft.alwaysOn}
            onCheckedChange={(checked) => {
              onChange({ alwaysOn: checked === true });
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.term.alwaysOn',
              defaultMessage: 'Always on: no step of its own, it goes on all the while',
            })}
          </Checkbox>
          <ChooseOne
            label={texts.field('ctaPolicy')}
            value={draft.ctaPolicy}
            options={CTA_POLICIES.map((policy) => ({
              value: policy,
              name: texts.ctaPolicy(policy),
            }))}
            onChange={(chosen) => {
              const ctaPolicy = CTA_POLICIES.find((policy) => policy === chosen);
              if (ctaPolicy) onChange({ ctaPolicy });
            }}
          />
          {paragraph('salesRole', isPrivate)}
          {paragraph('marketingRole', isPrivate)}
        </>
      ) : (
        <>
          <ChooseOne
            label={texts.field('buyingRole')}
            value={draft.buyingRole}
            options={BUYING_ROLES.map((role) => ({
              value: role,
              name: buyingRoleText({ name: '', buyingRole: role }) ?? role,
            }))}
            onChange={(chosen) => {
              onChange({ buyingRole: BUYING_ROLES.find((role) => role === chosen) ?? null });
            }}
            onClear={() => {
              onChange({ buyingRole: null });
            }}
          />
          {paragraph('description')}
        </>
      )}
    </>
  );
}
