import { Button, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Placed } from '../../../../contracts/setup';
import type { SuggestionRule, SuggestionRules } from '../../../../contracts/tagging-rules';
import { useSavedRulesTrial, useSaveRules, useSuggestionRules } from '../../api/tagging-rules';
import { PERMISSIONS, useMay } from '../../permissions';
import { SUGGESTION_RULES_PATH } from '../../plugin-id';
import { offeredTerms } from '../../tagging/rules/offered-terms';
import { NotSavedNotice } from '../../tagging/rules/NotSavedNotice';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { PageLink } from '../../ui/PageLink';
import { AskSomeone } from '../AskSomeone';
import { TypeDefaults } from './TypeDefaults';

/** What content usually is, type by type. Each choice is saved at once. */
export function SuggestionsStep({ types }: { types: Placed[] }) {
  const { may, isLoading } = useMay(PERMISSIONS.editRules);
  if (isLoading) return <LoadingNotice />;
  return may ? <Defaults types={types} /> : <AskSomeone />;
}

function Defaults({ types }: { types: Placed[] }) {
  const intl = useIntl();
  const { data, error, refetch } = useSuggestionRules();
  const saving = useSaveRules();

  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingNotice />;
  if (types.length === 0 || offeredTerms(data.stages).length === 0) {
    return (
      <Typography tag="p">
        {intl.formatMessage({
          id: 'buyer-journey.setup.suggestions.wait',
          defaultMessage: 'This needs stages and a content type: the steps before.',
        })}
      </Typography>
    );
  }
  const save = (rules: SuggestionRule[]) => {
    saving.mutate({ version: data.version, rules });
  };
  const loadTheirs = () => {
    saving.reset();
    void refetch();
  };
  return (
    <>
      {saving.error && (
        <NotSavedNotice
          error={saving.error}
          action={
            <Button variant="tertiary" onClick={loadTheirs}>
              {intl.formatMessage({
                id: 'buyer-journey.setup.suggestions.reload',
                defaultMessage: 'Load what is saved',
              })}
            </Button>
          }
        />
      )}
      {types.map((type) => (
        <TypeDefaults
          key={type.uid}
          type={type}
          rules={data.rules.map(({ rule }) => rule)}
          stages={data.stages}
          isBusy={saving.isPending}
          onChange={save}
        />
      ))}
      <Reach saved={data} />
      <PageLink to={SUGGESTION_RULES_PATH}>
        {intl.formatMessage({
          id: 'buyer-journey.setup.suggestions.more',
          defaultMessage: 'All rules, and rules by words',
        })}
      </PageLink>
    </>
  );
}

/** How many entries have a stage suggested. */
function Reach({ saved }: { saved: SuggestionRules }) {
  const intl = useIntl();
  const { data } = useSavedRulesTrial(saved);
  return (
    <Typography role="status" fontWeight="semiBold">
      {data &&
        saved.rules.length > 0 &&
        intl.formatMessage(
          {
            id: 'buyer-journey.rules.trial.untagged',
            defaultMessage:
              '{untagged, plural, =0 {No entry is untagged.} one {Suggests a stage for {places, number} of # untagged entry.} other {Suggests a stage for {places, number} of # untagged entries.}}',
          },
          { places: data.places, untagged: data.untagged }
        )}
    </Typography>
  );
}
