import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { Placed } from '../../../../contracts/setup';
import type { RuleField, RuleTerm, SuggestionRule } from '../../../../contracts/tagging-rules';
import { useRuleFields } from '../../api/tagging-rules';
import { offeredTerms } from '../../tagging/rules/offered-terms';
import { newRuleId } from '../../tagging/rules/rule-form';
import { useValueName } from '../../tagging/rules/useValueName';
import { ChooseOne } from '../../ui/ChooseField';
import { askedField, stageOf, tellingFields, withStage, type Usually } from '../default-stages';

const Fields = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

interface TypeDefaultsProps {
  type: Placed;
  rules: SuggestionRule[];
  stages: RuleTerm[];
  isBusy: boolean;
  onChange: (rules: SuggestionRule[]) => void;
}

/** What entries of a type usually are, and what those with a value in one of its fields are instead. */
export function TypeDefaults({ type, rules, stages, isBusy, onChange }: TypeDefaultsProps) {
  const intl = useIntl();
  const heading = useId();
  const { data: fields = [] } = useRuleFields(type.uid);
  const [chosenField, setChosenField] = useState<string | null>(null);
  const telling = tellingFields(fields);
  const asked = chosenField ?? askedField(rules, type.uid);
  const field = telling.find(({ name }) => name === asked);

  const chooser = (label: string, usually: Usually) => {
    const chosen = stageOf(rules, usually);
    const offered = offeredTerms(stages, chosen === null ? [] : [chosen]);
    return (
      <ChooseOne
        key={label}
        label={label}
        value={chosen}
        options={offered.map(({ documentId, name }) => ({ value: documentId, name }))}
        isDisabled={isBusy}
        onChange={(stage) => {
          onChange(withStage(rules, usually, stage, newRuleId()));
        }}
        onClear={() => {
          onChange(withStage(rules, usually, null, newRuleId()));
        }}
      />
    );
  };

  return (
    <Box tag="section" aria-labelledby={heading} borderColor="neutral200" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={3} alignItems="baseline" wrap="wrap">
          <Typography tag="h3" id={heading} fontWeight="bold">
            {type.displayName}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {intl.formatMessage(
              {
                id: 'buyer-journey.setup.suggestions.left',
                defaultMessage: '{left, number} of {total, number} without a stage',
              },
              { left: type.left, total: type.total }
            )}
          </Typography>
        </Flex>
        <Fields>
          {chooser(
            intl.formatMessage({
              id: 'buyer-journey.setup.suggestions.usually',
              defaultMessage: 'Usually',
            }),
            { type: type.uid }
          )}
          {telling.length > 0 && (
            <ChooseOne
              label={intl.formatMessage({
                id: 'buyer-journey.setup.suggestions.by',
                defaultMessage: 'Unless told by a field',
              })}
              value={field?.name ?? null}
              options={telling.map(({ name }) => ({ value: name, name }))}
              onChange={setChosenField}
            />
          )}
        </Fields>
        {field && <ByValue type={type.uid} field={field} chooser={chooser} />}
      </Flex>
    </Box>
  );
}

interface ByValueProps {
  type: string;
  field: RuleField;
  chooser: (label: string, usually: Usually) => ReactNode;
}

/** One stage for each value of the field. */
function ByValue({ type, field, chooser }: ByValueProps) {
  const valueName = useValueName(field);
  return (
    <Fields>
      {field.values.map(({ value, name }) =>
        chooser(`${field.name}: ${valueName(name)}`, { type, field: { name: field.name, value } })
      )}
    </Fields>
  );
}
