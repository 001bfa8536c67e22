import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import { MY_CONTRIBUTIONS_PATH } from '../plugin-id';
import { PageLink } from '../ui/PageLink';
import { Contributor } from './Contributor';
import { CaptureForm } from './CaptureForm';

/** What did the buyer ask or object? One text box; everything else is optional. */
export function CaptureScreen() {
  const intl = useIntl();
  const title = intl.formatMessage({
    id: 'buyer-journey.capture.title',
    defaultMessage: 'Add what a buyer said',
  });

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        primaryAction={
          <PageLink to={MY_CONTRIBUTIONS_PATH}>
            {intl.formatMessage({
              id: 'buyer-journey.mine.title',
              defaultMessage: 'My contributions',
            })}
          </PageLink>
        }
      />
      <Layouts.Content>
        <Contributor>{(me, user) => <CaptureForm me={me} user={user} />}</Contributor>
      </Layouts.Content>
    </Page.Main>
  );
}
