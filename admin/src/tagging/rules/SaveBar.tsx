import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import type { SuggestionRules } from '../../../../contracts/tagging-rules';
import { isConflict } from '../../api/errors';
import { useSaveRules } from '../../api/tagging-rules';
import { NotSavedNotice } from './NotSavedNotice';
import type { RulesDraft } from './useRulesDraft';

interface SaveBarProps {
  saved: SuggestionRules;
  draft: RulesDraft;
  /** Called when all that is not saved was forgotten. */
  onForgotten: () => void;
  onReload: () => void;
}

/** Saves all rules, or forgets what was changed; says so when somebody else saved meanwhile. */
export function SaveBar({ saved, draft, onForgotten, onReload }: SaveBarProps) {
  const intl = useIntl();
  const { toggleNotification } = useNotification();
  const saving = useSaveRules();

  const discard = () => {
    saving.reset();
    draft.reset();
    onForgotten();
  };
  const save = () => {
    saving.mutate(
      { version: saved.version, rules: draft.rules },
      {
        onSuccess: (_, { rules }) => {
          draft.settle(rules);
          toggleNotification({
            type: 'success',
            message: intl.formatMessage({
              id: 'buyer-journey.rules.saved',
              defaultMessage: 'The rules are saved',
            }),
          });
        },
      }
    );
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {saving.error && (
        <NotSavedNotice
          error={saving.error}
          action={
            isConflict(saving.error) && (
              <Button
                variant="tertiary"
                onClick={() => {
                  discard();
                  onReload();
                }}
              >
                {intl.formatMessage({
                  id: 'buyer-journey.rules.conflict.load',
                  defaultMessage: 'Load theirs, and forget my changes',
                })}
              </Button>
            )
          }
        />
      )}
      <Flex justifyContent="flex-end" alignItems="center" gap={3} wrap="wrap">
        <Typography role="status" textColor="neutral600">
          {draft.isDirty &&
            intl.formatMessage({
              id: 'buyer-journey.rules.unsaved',
              defaultMessage: 'There are changes that are not saved.',
            })}
        </Typography>
        {draft.isDirty && (
          <Button variant="tertiary" disabled={saving.isPending} onClick={discard}>
            {intl.formatMessage({
              id: 'buyer-journey.rules.discard',
              defaultMessage: 'Discard changes',
            })}
          </Button>
        )}
        <Button
          disabled={!draft.isDirty || isConflict(saving.error)}
          loading={saving.isPending}
          onClick={save}
        >
          {intl.formatMessage({ id: 'buyer-journey.rules.save', defaultMessage: 'Save' })}
        </Button>
      </Flex>
    </Flex>
  );
}
