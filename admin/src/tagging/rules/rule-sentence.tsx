/** Rules as sentences. */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import type { SuggestionRule, SuggestionRules } from '../../../../contracts/tagging-rules';

/** What names the parts of rules. */
export type RuleNames = Pick<SuggestionRules, 'stages' | 'personas' | 'types'>;

const strong = (parts: ReactNode[]) => <strong>{parts}</strong>;

interface RuleSentenceProps {
  rule: SuggestionRule;
  names: RuleNames;
  /** What the value of the field is called, where it is not its own name. */
  valueName: string | null;
}

/** For example: Every Article whose category is pricing is Decision for CFO. */
export function RuleSentence({ rule, names, valueName }: RuleSentenceProps) {
  const intl = useIntl();
  const { stage, personas } = rule;
  const nameOf = (terms: RuleNames['stages'], id: string) =>
    terms.find(({ documentId }) => documentId === id)?.name ?? '?';
  const condition = <Condition rule={rule} names={names} valueName={valueName} />;
  const audience = intl.formatList(personas.map((id) => nameOf(names.personas, id)));
  const parts = { b: strong, condition, personas: audience };
  if (stage === null) {
    return intl.formatMessage(
      {
        id: 'buyer-journey.rules.sentence.personas',
        defaultMessage: '{condition} is for <b>{personas}</b>.',
      },
      parts
    );
  }
  const staged = { ...parts, stage: nameOf(names.stages, stage) };
  return personas.length === 0
    ? intl.formatMessage(
        {
          id: 'buyer-journey.rules.sentence.stage',
          defaultMessage: '{condition} is <b>{stage}</b>.',
        },
        staged
      )
    : intl.formatMessage(
        {
          id: 'buyer-journey.rules.sentence.both',
          defaultMessage: '{condition} is <b>{stage}</b> for <b>{personas}</b>.',
        },
        staged
      );
}

function Condition({ rule: { type, when }, names, valueName }: RuleSentenceProps) {
  const intl = useIntl();
  const placeName = usePlaceName();
  const subject =
    type === null
      ? intl.formatMessage({
          id: 'buyer-journey.rules.sentence.everyEntry',
          defaultMessage: 'Every entry',
        })
      : intl.formatMessage(
          { id: 'buyer-journey.rules.sentence.every', defaultMessage: 'Every <b>{type}</b>' },
          { b: strong, type: names.types.find(({ uid }) => uid === type)?.displayName ?? type }
        );
  switch (when.kind) {
    case 'always':
      return subject;
    case 'field':
      return intl.formatMessage(
        {
          id: 'buyer-journey.rules.sentence.field',
          defaultMessage: '{subject} whose <b>{field}</b> is <b>{value}</b>',
        },
        { b: strong, subject, field: when.field, value: valueName ?? when.value }
      );
    case 'words':
      return intl.formatMessage(
        {
          id: 'buyer-journey.rules.sentence.words',
          defaultMessage: '{subject} with <b>{words}</b> in its {places}',
        },
        {
          ...{ b: strong, subject },
          words: intl.formatList(when.words, { type: 'disjunction' }),
          places: intl.formatList([...when.in.map(placeName), ...when.fields], {
            type: 'disjunction',
          }),
        }
      );
  }
}

/** What title and slug are called within a sentence. */
export function usePlaceName(): (place: 'title' | 'slug') => string {
  const intl = useIntl();
  return (place) =>
    place === 'title'
      ? intl.formatMessage({ id: 'buyer-journey.rules.place.title', defaultMessage: 'title' })
      : intl.formatMessage({ id: 'buyer-journey.rules.place.slug', defaultMessage: 'slug' });
}
