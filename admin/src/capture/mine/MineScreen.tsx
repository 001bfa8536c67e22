import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import { CaptureLink } from '../../ui/CaptureLink';
import { MyItemsSection } from './MyItemsSection';
import { ProfileSection } from './ProfileSection';

/** What became of what I brought in, and who I am as a rep. */
export function MineScreen() {
  const intl = useIntl();
  const title = intl.formatMessage({
    id: 'buyer-journey.mine.title',
    defaultMessage: 'My contributions',
  });

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} primaryAction={<CaptureLink />} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} maxWidth="90rem">
          <ProfileSection />
          <MyItemsSection />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
