import { Box, Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useIntl } from 'react-intl';

import type {
  DescribedRule,
  SuggestionRule,
  SuggestionRules,
} from '../../../../contracts/tagging-rules';
import { useTryRules } from '../../api/tagging-rules';
import { Section } from '../../ui/Section';
import { UndoBar, type Undoable } from '../../ui/UndoBar';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { NoRules } from './NoRules';
import { RuleDialog } from './RuleDialog';
import { focusArrow, RuleRow } from './RuleRow';
import { newRuleId } from './rule-form';
import { sameRules, withMoved, withoutRule, withRule } from './rules-draft';
import { SaveBar } from './SaveBar';
import { TrialSection } from './TrialSection';
import { useRulesDraft } from './useRulesDraft';

interface RulesEditorProps {
  saved: SuggestionRules;
  onReload: () => void;
}

/** The rules in their order: added, changed, moved and deleted here, and saved as a whole. */
export function RulesEditor({ saved, onReload }: RulesEditorProps) {
  const intl = useIntl();
  const draft = useRulesDraft(saved);
  const trying = useTryRules();
  const [tried, setTried] = useState<SuggestionRule[]>([]);
  const [open, setOpen] = useState<{ id: string; rule: SuggestionRule | null } | null>(null);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const [valueNames, setValueNames] = useState<ReadonlyMap<string, string | null>>(new Map());
  const adder = useRef<HTMLButtonElement>(null);

  const { rules } = draft;
  const described = describe(rules, saved, valueNames);
  const isStale = trying.data !== undefined && !sameRules(rules, tried);
  const positionOf = (id: string) => rules.findIndex((rule) => rule.id === id) + 1;

  const remove = (id: string) => {
    setUndoable({
      text: intl.formatMessage(
        { id: 'buyer-journey.rules.removed', defaultMessage: 'Rule {position} is deleted' },
        { position: positionOf(id) }
      ),
      undo: () => {
        draft.change(rules);
        setUndoable(null);
        adder.current?.focus();
      },
    });
    draft.change(withoutRule(rules, id));
    adder.current?.focus();
  };
  const move = (id: string, by: -1 | 1) => {
    flushSync(() => {
      setUndoable(null);
      draft.change(withMoved(rules, id, by));
    });
    focusArrow(id, by);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <UnsavedGuard
        when={draft.isDirty}
        hint={intl.formatMessage({
          id: 'buyer-journey.rules.unsaved',
          defaultMessage: 'There are changes that are not saved.',
        })}
      />
      <Section
        title={intl.formatMessage({ id: 'buyer-journey.rules.list', defaultMessage: 'Rules' })}
        hint={intl.formatMessage({
          id: 'buyer-journey.rules.list.hint',
          defaultMessage:
            'Words decide before a field, and a field before a whole type; among equals the first one does. Stage and personas are decided each on its own.',
        })}
        action={
          <Button
            ref={adder}
            variant="secondary"
            startIcon={<Plus />}
            onClick={() => {
              setOpen({ id: newRuleId(), rule: null });
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.rules.dialog.add',
              defaultMessage: 'Add a rule',
            })}
          </Button>
        }
      >
        {rules.length === 0 ? (
          <NoRules names={saved} />
        ) : (
          <Box tag="ol">
            {described.map((one, index) => (
              <RuleRow
                key={one.rule.id}
                described={one}
                position={index + 1}
                count={rules.length}
                names={saved}
                trial={
                  isStale ? null : (trying.data?.rules.find(({ id }) => id === one.rule.id) ?? null)
                }
                actions={{
                  move,
                  remove,
                  edit: (id) => {
                    setOpen({ id, rule: one.rule });
                  },
                }}
              />
            ))}
          </Box>
        )}
        <SaveBar
          saved={saved}
          draft={draft}
          onForgotten={() => {
            setUndoable(null);
          }}
          onReload={onReload}
        />
      </Section>
      {rules.length > 0 && (
        <TrialSection
          trial={trying.data}
          error={trying.error}
          isPending={trying.isPending}
          isStale={isStale}
          positionOf={positionOf}
          onTry={() => {
            setTried(rules);
            trying.mutate(rules);
          }}
        />
      )}
      <UndoBar
        undoable={undoable}
        onDismiss={() => {
          setUndoable(null);
        }}
      />
      {open && (
        <RuleDialog
          id={open.id}
          rule={open.rule}
          names={saved}
          onDone={(rule, valueName) => {
            setUndoable(null);
            setValueNames(new Map(valueNames).set(rule.id, valueName));
            draft.change(withRule(rules, rule));
            setOpen(null);
          }}
          onClose={() => {
            setOpen(null);
          }}
          returnFocus={() => adder.current}
        />
      )}
    </Flex>
  );
}

/**
 * Rules with what the server said of them; of those that changed since it has said nothing yet.
 * @param valueNames of what was chosen here, by the id of the rule
 */
function describe(
  rules: SuggestionRule[],
  saved: SuggestionRules,
  valueNames: ReadonlyMap<string, string | null>
): DescribedRule[] {
  return rules.map((rule) => {
    const known = saved.rules.find((one) => sameRules([one.rule], [rule]));
    return known ?? { rule, problem: null, valueName: valueNames.get(rule.id) ?? null };
  });
}
