import { Field, Textarea } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { RuleField, RuleKind } from '../../../../contracts/tagging-rules';
import { useRuleFields } from '../../api/tagging-rules';
import { ChooseMany, ChooseOne } from '../../ui/ChooseField';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { placeOfField, type RuleForm } from './rule-form';
import { usePlaceName } from './rule-sentence';
import { ValueField } from './ValueField';

interface ConditionFieldsProps {
  form: RuleForm;
  onChange: (changed: Partial<RuleForm>) => void;
}

const isKind = (value: string): value is RuleKind => ['always', 'field', 'words'].includes(value);

/** Which entries a rule is about. */
export function ConditionFields({ form, onChange }: ConditionFieldsProps) {
  const intl = useIntl();
  const { data: fields, error, refetch } = useRuleFields(form.type);
  const kinds = [
    {
      value: 'always',
      name: intl.formatMessage({
        id: 'buyer-journey.rules.kind.always',
        defaultMessage: 'Always',
      }),
    },
    // A field belongs to one type.
    ...(form.type === null
      ? []
      : [
          {
            value: 'field',
            name: intl.formatMessage({
              id: 'buyer-journey.rules.kind.field',
              defaultMessage: 'When a field has a value',
            }),
          },
        ]),
    {
      value: 'words',
      name: intl.formatMessage({
        id: 'buyer-journey.rules.kind.words',
        defaultMessage: 'When it has certain words',
      }),
    },
  ];
  return (
    <>
      <ChooseOne
        label={intl.formatMessage({ id: 'buyer-journey.rules.when', defaultMessage: 'When' })}
        value={form.kind}
        options={kinds}
        onChange={(kind) => {
          if (isKind(kind)) onChange({ kind });
        }}
      />
      {form.type !== null && form.kind !== 'always' && error && (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      )}
      {form.kind === 'field' && !error && !fields && <LoadingNotice />}
      {form.kind === 'field' && fields && (
        <FieldAndValue form={form} fields={fields} onChange={onChange} />
      )}
      {form.kind === 'words' && (
        <WordsAndPlaces form={form} fields={fields ?? []} onChange={onChange} />
      )}
    </>
  );
}

interface WithFields extends ConditionFieldsProps {
  fields: RuleField[];
}

function FieldAndValue({ form, fields, onChange }: WithFields) {
  const intl = useIntl();
  const field = fields.find(({ name }) => name === form.field);
  return (
    <>
      <ChooseOne
        label={intl.formatMessage({ id: 'buyer-journey.rules.field', defaultMessage: 'Field' })}
        value={form.field}
        options={fields
          .filter(({ kind }) => kind !== 'text')
          .map(({ name }) => ({ value: name, name }))}
        onChange={(name) => {
          onChange({ field: name, value: '' });
        }}
      />
      {field && (
        <ValueField
          field={field}
          value={form.value}
          onChange={(value) => {
            onChange({ value });
          }}
        />
      )}
    </>
  );
}

function WordsAndPlaces({ form, fields, onChange }: WithFields) {
  const intl = useIntl();
  const placeName = usePlaceName();
  const texts = fields.filter(({ kind }) => kind === 'text' || kind === 'string');
  return (
    <>
      <Field.Root
        name="words"
        required
        hint={intl.formatMessage({
          id: 'buyer-journey.rules.words.hint',
          defaultMessage:
            'Separated by commas; any of them is enough. Whole words, whatever their case and accents.',
        })}
      >
        <Field.Label>
          {intl.formatMessage({ id: 'buyer-journey.rules.words', defaultMessage: 'Words' })}
        </Field.Label>
        <Textarea
          value={form.words}
          onChange={(event) => {
            onChange({ words: event.currentTarget.value });
          }}
        />
        <Field.Hint />
      </Field.Root>
      <ChooseMany
        label={intl.formatMessage({ id: 'buyer-journey.rules.in', defaultMessage: 'Look in' })}
        values={form.places}
        options={[
          { value: 'title', name: placeName('title') },
          { value: 'slug', name: placeName('slug') },
          ...texts.map(({ name }) => ({ value: placeOfField(name), name })),
        ]}
        onChange={(places) => {
          onChange({ places });
        }}
      />
    </>
  );
}
