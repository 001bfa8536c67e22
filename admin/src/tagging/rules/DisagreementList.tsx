import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Disagreement, RulesTrial } from '../../../../contracts/tagging-rules';
import { entryLink } from '../../ui/entry-link';
import { PageLink } from '../../ui/PageLink';

interface DisagreementListProps {
  trial: RulesTrial;
  positionOf: (rule: string) => number;
}

/** The first entries that people tagged in another way than the rules suggest. */
export function DisagreementList({ trial, positionOf }: DisagreementListProps) {
  const intl = useIntl();
  const { stage, personas, disagreements } = trial;
  const count = stage.speaks - stage.agrees + personas.speaks - personas.agrees;
  if (disagreements.length === 0) return null;
  return (
    <Box>
      <Typography tag="h3" fontWeight="bold">
        {intl.formatMessage(
          {
            id: 'buyer-journey.rules.disagreements',
            defaultMessage: 'Where people said otherwise: {told, number} of {count, number}',
          },
          { told: disagreements.length, count }
        )}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" paddingTop={2}>
        {disagreements.map((one) => (
          <DisagreementItem
            key={`${one.documentId} ${one.locale ?? ''} ${one.about}`}
            disagreement={one}
            position={positionOf(one.rule)}
          />
        ))}
      </Flex>
    </Box>
  );
}

interface DisagreementItemProps {
  disagreement: Disagreement;
  position: number;
}

function DisagreementItem({ disagreement, position }: DisagreementItemProps) {
  const intl = useIntl();
  const { title, has, suggested, about } = disagreement;
  const names = (list: string[]) =>
    list.length === 0
      ? intl.formatMessage({ id: 'buyer-journey.grid.everyone', defaultMessage: 'Everyone' })
      : intl.formatList(list);
  const parts = { has: names(has), suggested: names(suggested), position };
  return (
    <Box tag="li" paddingTop={2} paddingBottom={2} borderColor="neutral150" borderWidth="1px 0 0">
      <PageLink to={entryLink(disagreement)}>
        {title ??
          intl.formatMessage({ id: 'buyer-journey.entry.untitled', defaultMessage: 'Untitled' })}
      </PageLink>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {about === 'stage'
          ? intl.formatMessage(
              {
                id: 'buyer-journey.rules.disagreement.stage',
                defaultMessage: 'Is {has}, rule {position} suggests {suggested}',
              },
              parts
            )
          : intl.formatMessage(
              {
                id: 'buyer-journey.rules.disagreement.personas',
                defaultMessage: 'Is for {has}, rule {position} suggests {suggested}',
              },
              parts
            )}
      </Typography>
    </Box>
  );
}
