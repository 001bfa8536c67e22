import {
  Field,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { forwardRef } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { NO_STAGE } from '../../../contracts/coverage';
import type { Me } from '../../../contracts/sales-sourced/capture';
import type { TermRef } from '../../../contracts/sales-sourced/items';

const SideBySide = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
`;

interface TermFieldsProps {
  me: Me;
  stage: TermRef | null;
  personas: TermRef[];
  onStage: (slug: string | null) => void;
  onPersonas: (slugs: string[]) => void;
}

/** Where in the journey it came up and who said it; nothing for a site that has neither yet. */
export function TermFields({ me, stage, personas, onStage, onPersonas }: TermFieldsProps) {
  const intl = useIntl();
  if (me.stages.length === 0 && me.personas.length === 0) return null;
  return (
    <SideBySide>
      {me.stages.length > 0 && (
        <Field.Root>
          <Field.Label>
            {intl.formatMessage({ id: 'buyer-journey.capture.stage', defaultMessage: 'Stage' })}
          </Field.Label>
          <StageSelect stages={me.stages} stage={stage} onChange={onStage} />
        </Field.Root>
      )}
      {me.personas.length > 0 && (
        <Field.Root>
          <Field.Label>
            {intl.formatMessage({
              id: 'buyer-journey.capture.personas',
              defaultMessage: 'Personas',
            })}
          </Field.Label>
          <MultiSelect
            placeholder={intl.formatMessage({
              id: 'buyer-journey.capture.personas.none',
              defaultMessage: 'Everyone',
            })}
            value={personas.map(({ slug }) => slug)}
            customizeContent={() => personas.map(({ name }) => name).join(', ')}
            onChange={onPersonas}
          >
            {me.personas.map(({ slug, name }) => (
              <MultiSelectOption key={slug} value={slug}>
                {name}
              </MultiSelectOption>
            ))}
          </MultiSelect>
        </Field.Root>
      )}
    </SideBySide>
  );
}

interface StageSelectProps {
  stages: TermRef[];
  stage: TermRef | null;
  onChange: (slug: string | null) => void;
}

/** One stage or none, inside a field. */
export const StageSelect = forwardRef<HTMLDivElement, StageSelectProps>(function StageSelect(
  { stages, stage, onChange },
  ref
) {
  const intl = useIntl();
  return (
    <SingleSelect
      ref={ref}
      value={stage?.slug ?? NO_STAGE}
      onChange={(slug) => {
        onChange(slug === NO_STAGE ? null : String(slug));
      }}
    >
      <SingleSelectOption value={NO_STAGE}>
        {intl.formatMessage({ id: 'buyer-journey.capture.stage.none', defaultMessage: 'No stage' })}
      </SingleSelectOption>
      {stages.map(({ slug, name }) => (
        <SingleSelectOption key={slug} value={slug}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
});
