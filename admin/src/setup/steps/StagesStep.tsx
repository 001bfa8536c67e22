import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useTaxonomy } from '../../api/taxonomy';
import { PERMISSIONS, useMay } from '../../permissions';
import { SETTINGS_PATH } from '../../plugin-id';
import { StageModelChooser } from '../../taxonomy/StageModelChooser';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { PageLink } from '../../ui/PageLink';
import { StageName } from '../../ui/StageName';
import { AskSomeone } from '../AskSomeone';

/** The stages there are, or the models to choose from. */
export function StagesStep() {
  const intl = useIntl();
  const { data, error, refetch } = useTaxonomy();
  const { may, isLoading } = useMay(PERMISSIONS.updateSettings);

  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data || isLoading) return <LoadingNotice />;
  const stages = data.stages.filter(({ retired }) => !retired);
  if (stages.length === 0) return may ? <StageModelChooser /> : <AskSomeone />;
  return (
    <>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
        {stages.map((stage) => (
          <Flex key={stage.slug} tag="li" gap={3} wrap="wrap">
            <Box minWidth="16rem">
              <StageName name={stage.name} color={stage.color} bold />
            </Box>
            <Typography textColor="neutral600">{stage.buyerQuestion}</Typography>
          </Flex>
        ))}
      </Flex>
      <PageLink to={SETTINGS_PATH}>
        {intl.formatMessage({
          id: 'buyer-journey.setup.stages.change',
          defaultMessage: 'Change them in the settings',
        })}
      </PageLink>
    </>
  );
}
