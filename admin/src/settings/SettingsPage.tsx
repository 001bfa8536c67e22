import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import { ApiProvider } from '../api/ApiProvider';
import { PERMISSIONS, useMay } from '../permissions';
import { SETUP_PATH } from '../plugin-id';
import { PageLink } from '../ui/PageLink';
import { ContentTypesSection } from './ContentTypesSection';
import { PersonasSection } from './PersonasSection';
import { RepsSection } from './reps/RepsSection';
import { StagesSection } from './StagesSection';
import { SuggestedRolesSection } from './SuggestedRolesSection';
import { SuggestionsSection } from './SuggestionsSection';
import { WhoCanTagSection } from './WhoCanTagSection';

/** Stages, personas, content types and roles, for those who may read the settings; reps, for those who manage them. */
export default function SettingsPage() {
  return (
    <Page.Protect permissions={PERMISSIONS.openSettings}>
      <ApiProvider>
        <SettingsScreen />
      </ApiProvider>
    </Page.Protect>
  );
}

function SettingsScreen() {
  const intl = useIntl();
  const { may: mayRead } = useMay(PERMISSIONS.readSettings);
  const { may: mayManageReps } = useMay(PERMISSIONS.manageReps);
  const { may: mayCreateRoles } = useMay(PERMISSIONS.createRoles);
  const { may: mayUpdate } = useMay(PERMISSIONS.updateSettings);
  const { may: mayEditRules } = useMay(PERMISSIONS.editRules);
  const { may: mayUpdateRoles } = useMay(PERMISSIONS.updateRoles);
  const title = intl.formatMessage({
    id: 'buyer-journey.settings.title',
    defaultMessage: 'Stages, personas and types',
  });

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={intl.formatMessage({
          id: 'buyer-journey.settings.subtitle',
          defaultMessage: 'The shared ground of sales and marketing',
        })}
        primaryAction={
          mayRead && (
            <PageLink to={SETUP_PATH}>
              {intl.formatMessage({
                id: 'buyer-journey.setup.title',
                defaultMessage: 'Set up the buyer’s journey',
              })}
            </PageLink>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {mayRead && (
            <>
              <StagesSection mayUpdate={mayUpdate} />
              <PersonasSection mayUpdate={mayUpdate} />
              <ContentTypesSection />
              {mayEditRules && <SuggestionsSection />}
              <WhoCanTagSection mayGrant={mayUpdate && mayUpdateRoles} />
              <SuggestedRolesSection
                mayCreate={mayUpdate && mayCreateRoles}
                mayComplete={mayUpdate && mayUpdateRoles}
              />
            </>
          )}
          {mayManageReps && <RepsSection />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
