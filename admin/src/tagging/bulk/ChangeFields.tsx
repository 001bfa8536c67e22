import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { TaggingChoices } from '../../../../contracts/tagging-queue';
import { ChooseMany, ChooseOne } from '../../ui/ChooseField';
import type { ChangeForm, ListForm } from './change-form';

const SideBySide = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
`;

/** Stand for keeping the stage, and for none. */
const KEEP = 'keep';
const NONE = '-';

interface ChangeFieldsProps {
  form: ChangeForm;
  choices: TaggingChoices;
  onChange: (form: ChangeForm) => void;
}

/** What happens to stage, personas and contributors. */
export function ChangeFields({ form, choices, onChange }: ChangeFieldsProps) {
  const intl = useIntl();
  const stage = form.stage === null ? KEEP : form.stage === '' ? NONE : form.stage;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ChooseOne
        label={intl.formatMessage({ id: 'buyer-journey.tagging.stage', defaultMessage: 'Stage' })}
        value={stage}
        options={[
          {
            value: KEEP,
            name: intl.formatMessage({
              id: 'buyer-journey.tagging.mode.keep',
              defaultMessage: 'Keep as it is',
            }),
          },
          ...choices.stages.map(({ slug, name }) => ({ value: slug, name })),
          {
            value: NONE,
            name: intl.formatMessage({
              id: 'buyer-journey.tagging.noStage',
              defaultMessage: 'No stage',
            }),
          },
        ]}
        onChange={(chosen) => {
          onChange({ ...form, stage: chosen === KEEP ? null : chosen === NONE ? '' : chosen });
        }}
      />
      <ListFields
        label={intl.formatMessage({
          id: 'buyer-journey.tagging.personas',
          defaultMessage: 'Personas',
        })}
        form={form.personas}
        options={choices.personas.map(({ slug, name }) => ({ value: slug, name }))}
        onChange={(personas) => {
          onChange({ ...form, personas });
        }}
      />
      <ListFields
        label={intl.formatMessage({
          id: 'buyer-journey.tagging.contributors',
          defaultMessage: 'Contributors',
        })}
        form={form.contributors}
        options={choices.reps.map(({ slug, displayName }) => ({ value: slug, name: displayName }))}
        onChange={(contributors) => {
          onChange({ ...form, contributors });
        }}
      />
    </Flex>
  );
}

interface ListFieldsProps {
  label: string;
  form: ListForm;
  options: { value: string; name: string }[];
  onChange: (form: ListForm) => void;
}

/** What happens to a list, and with which; nothing for a site that has none to choose. */
function ListFields({ label, form, options, onChange }: ListFieldsProps) {
  const intl = useIntl();
  if (options.length === 0) return null;
  const modes: Record<ListForm['mode'], string> = {
    keep: intl.formatMessage({
      id: 'buyer-journey.tagging.mode.keep',
      defaultMessage: 'Keep as it is',
    }),
    add: intl.formatMessage({ id: 'buyer-journey.tagging.mode.add', defaultMessage: 'Add' }),
    remove: intl.formatMessage({
      id: 'buyer-journey.tagging.mode.remove',
      defaultMessage: 'Take away',
    }),
    set: intl.formatMessage({
      id: 'buyer-journey.tagging.mode.set',
      defaultMessage: 'Replace by',
    }),
  };
  const values = Object.keys(modes) as ListForm['mode'][];
  return (
    <SideBySide>
      <ChooseOne
        label={label}
        value={form.mode}
        options={values.map((value) => ({ value, name: modes[value] }))}
        onChange={(chosen) => {
          onChange({ ...form, mode: values.find((mode) => mode === chosen) ?? 'keep' });
        }}
      />
      {form.mode !== 'keep' && (
        <ChooseMany
          label={intl.formatMessage(
            {
              id: 'buyer-journey.tagging.mode.which',
              defaultMessage: '{list}: which ones',
            },
            { list: label }
          )}
          values={form.slugs}
          options={options}
          onChange={(slugs) => {
            onChange({ ...form, slugs });
          }}
        />
      )}
    </SideBySide>
  );
}
