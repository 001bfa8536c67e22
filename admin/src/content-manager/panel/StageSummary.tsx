import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { StageChoice } from '../../api/content-manager';
import { ErrorNotice } from '../../ui/notices';
import { StageName } from '../../ui/StageName';
import type { Tag } from './useTag';

/** The stage and its question, where the form itself has the input for it. */
export function StageSummary({ tag, stages }: { tag: Tag; stages: StageChoice[] | undefined }) {
  const intl = useIntl();
  const [chosen] = tag.chosen;
  if (!tag.mayRead) {
    return (
      <Typography tag="p" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.panel.hidden',
          defaultMessage: 'Your role does not see the stage of this entry.',
        })}
      </Typography>
    );
  }
  const stage = chosen && stages?.find(({ documentId }) => documentId === chosen.documentId);
  return (
    <>
      {tag.error && <ErrorNotice error={tag.error} onRetry={tag.retry} />}
      {stage && (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <StageName name={stage.name} color={stage.color} bold />
          {stage.buyerQuestion && (
            <Typography tag="p" textColor="neutral600">
              {intl.formatMessage(
                { id: 'buyer-journey.panel.question', defaultMessage: 'Buyers ask: “{question}”' },
                { question: stage.buyerQuestion }
              )}
            </Typography>
          )}
        </Flex>
      )}
    </>
  );
}
