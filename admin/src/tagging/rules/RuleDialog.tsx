import { Box, Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { RuleField, SuggestionRule } from '../../../../contracts/tagging-rules';
import { useRuleFields } from '../../api/tagging-rules';
import { ChooseMany, ChooseOne } from '../../ui/ChooseField';
import { DialogFrame } from '../../ui/DialogFrame';
import { ConditionFields } from './ConditionFields';
import { offeredTerms } from './offered-terms';
import { formOf, NEW_RULE, ruleOf, withType, type RuleForm } from './rule-form';
import { RuleSentence, type RuleNames } from './rule-sentence';

interface RuleDialogProps {
  /** Of the rule that is made or edited. */
  id: string;
  /** Null for a new one. */
  rule: SuggestionRule | null;
  names: RuleNames;
  /** Gets the rule, and what its value is called where that is not its own name. */
  onDone: (rule: SuggestionRule, valueName: string | null) => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Asks for the parts of a rule, and shows the sentence that they make. */
export function RuleDialog({ id, rule, names, onDone, onClose, returnFocus }: RuleDialogProps) {
  const intl = useIntl();
  const [form, setForm] = useState(rule ? formOf(rule) : NEW_RULE);
  const made = ruleOf(form, id);
  const { data: fields = [] } = useRuleFields(form.type);
  const valueName = chosenValueName(fields, form);
  const terms = (list: RuleNames['stages'], chosen: string[]) =>
    offeredTerms(list, chosen).map(({ documentId, name }) => ({ value: documentId, name }));
  const all = intl.formatMessage({
    id: 'buyer-journey.rules.allTypes',
    defaultMessage: 'All tagged content types',
  });
  return (
    <DialogFrame
      title={
        rule
          ? intl.formatMessage({
              id: 'buyer-journey.rules.dialog.edit',
              defaultMessage: 'Edit a rule',
            })
          : intl.formatMessage({
              id: 'buyer-journey.rules.dialog.add',
              defaultMessage: 'Add a rule',
            })
      }
      onClose={onClose}
      onSubmit={() => {
        if (made) onDone(made, valueName);
      }}
      returnFocus={returnFocus}
      action={
        <Button type="submit" disabled={!made}>
          {intl.formatMessage({ id: 'buyer-journey.rules.dialog.done', defaultMessage: 'Done' })}
        </Button>
      }
    >
      <ChooseOne
        label={intl.formatMessage({
          id: 'buyer-journey.trend.type',
          defaultMessage: 'Content type',
        })}
        placeholder={all}
        value={form.type}
        options={names.types.map(({ uid, displayName }) => ({ value: uid, name: displayName }))}
        onChange={(type) => {
          setForm(withType(form, type));
        }}
        onClear={() => {
          setForm(withType(form, null));
        }}
      />
      <ConditionFields
        form={form}
        onChange={(changed) => {
          setForm({ ...form, ...changed });
        }}
      />
      <ChooseOne
        label={intl.formatMessage({ id: 'buyer-journey.targets.stage', defaultMessage: 'Stage' })}
        value={form.stage}
        options={terms(names.stages, form.stage === null ? [] : [form.stage])}
        onChange={(stage) => {
          setForm({ ...form, stage });
        }}
        onClear={() => {
          setForm({ ...form, stage: null });
        }}
      />
      <ChooseMany
        label={intl.formatMessage({
          id: 'buyer-journey.rules.personas',
          defaultMessage: 'Personas',
        })}
        values={form.personas}
        options={terms(names.personas, form.personas)}
        onChange={(personas) => {
          setForm({ ...form, personas });
        }}
      />
      <Box background="neutral100" hasRadius padding={3}>
        <Typography tag="p" role="status" textColor="neutral800">
          {made ? (
            <RuleSentence rule={made} names={names} valueName={valueName} />
          ) : (
            intl.formatMessage({
              id: 'buyer-journey.rules.dialog.missing',
              defaultMessage: 'Choose a stage or personas, and fill in all fields.',
            })
          )}
        </Typography>
      </Box>
    </DialogFrame>
  );
}

/** What a related entry is called; the names of other values are these themselves. */
function chosenValueName(fields: RuleField[], { field, value }: RuleForm): string | null {
  const chosen = fields.find(({ name }) => name === field);
  if (chosen?.kind !== 'relation') return null;
  return chosen.values.find((one) => one.value === value)?.name ?? null;
}
