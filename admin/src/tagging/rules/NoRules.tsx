import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { SETTINGS_PATH } from '../../plugin-id';
import { PageLink } from '../../ui/PageLink';
import { offeredTerms } from './offered-terms';
import type { RuleNames } from './rule-sentence';

/** Shown where there are no rules: what they could be, or what has to be there first. */
export function NoRules({ names }: { names: RuleNames }) {
  const intl = useIntl();
  const [stages, personas] = [offeredTerms(names.stages), offeredTerms(names.personas)];
  if (names.types.length === 0 || stages.length + personas.length === 0) {
    return (
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.rules.nothing',
            defaultMessage:
              'Rules need stages or personas to suggest, and a tagged content type to suggest them for.',
          })}
        </Typography>
        <PageLink to={SETTINGS_PATH}>
          {intl.formatMessage({
            id: 'buyer-journey.settings.title',
            defaultMessage: 'Stages, personas and types',
          })}
        </PageLink>
      </Flex>
    );
  }
  return (
    <Typography tag="p" textColor="neutral600">
      {intl.formatMessage(
        {
          id: 'buyer-journey.rules.none',
          defaultMessage:
            'There are no rules yet. A first one could be: every {type} is {stage}, until someone says otherwise.',
        },
        {
          type: names.types[0]?.displayName,
          stage: (stages.at(-1) ?? personas[0])?.name,
        }
      )}
    </Typography>
  );
}
