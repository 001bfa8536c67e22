import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { ArrowLeft } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useSuggestionRules } from '../../api/tagging-rules';
import { PERMISSIONS, useMay } from '../../permissions';
import { SETTINGS_PATH, TAGGING_PATH } from '../../plugin-id';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { PageLink } from '../../ui/PageLink';
import { RulesEditor } from './RulesEditor';

/** Which tags are probably right? Rules that a person can read, tried on what people tagged. */
export function RulesScreen() {
  const intl = useIntl();
  const { data, error, refetch } = useSuggestionRules();
  const { may: mayTag } = useMay(PERMISSIONS.tag);
  const { may: mayOpenSettings } = useMay(PERMISSIONS.readSettings);
  const title = intl.formatMessage({
    id: 'buyer-journey.rules.title',
    defaultMessage: 'Suggestion rules',
  });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={intl.formatMessage({
          id: 'buyer-journey.rules.subtitle',
          defaultMessage:
            'What an untagged entry probably is. A suggestion never counts as a tag until somebody accepts it.',
        })}
        navigationAction={
          <Flex gap={4} wrap="wrap">
            {mayTag && (
              <PageLink to={TAGGING_PATH} startIcon={<ArrowLeft />}>
                {intl.formatMessage({
                  id: 'buyer-journey.menu.tagging',
                  defaultMessage: 'Tagging',
                })}
              </PageLink>
            )}
            {mayOpenSettings && (
              <PageLink to={SETTINGS_PATH} startIcon={<ArrowLeft />}>
                {intl.formatMessage({
                  id: 'buyer-journey.settings.title',
                  defaultMessage: 'Stages, personas and types',
                })}
              </PageLink>
            )}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
          {!error && !data && <LoadingNotice />}
          {!error && data && <RulesEditor saved={data} onReload={() => void refetch()} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
