import { useIntl } from 'react-intl';

import { SUGGESTION_RULES_PATH } from '../plugin-id';
import { PageLink } from '../ui/PageLink';
import { Section } from '../ui/Section';

/** Leads to the rules that suggest tags. */
export function SuggestionsSection() {
  const intl = useIntl();
  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.settings.suggestions',
        defaultMessage: 'Suggestions',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.settings.suggestions.hint',
        defaultMessage:
          'Rules suggest a stage and personas for entries that nobody has tagged yet: a case study is probably Decision.',
      })}
    >
      <PageLink to={SUGGESTION_RULES_PATH}>
        {intl.formatMessage({
          id: 'buyer-journey.rules.title',
          defaultMessage: 'Suggestion rules',
        })}
      </PageLink>
    </Section>
  );
}
