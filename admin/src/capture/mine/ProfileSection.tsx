import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { MyRep } from '../../../../contracts/sales-sourced/capture';
import { useMe } from '../../api/capture';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { Section } from '../../ui/Section';
import { InactiveNotice } from '../InactiveNotice';
import { EditProfile } from './EditProfile';

/** Who I am as a rep, and whether my name may be shown. */
export function ProfileSection() {
  const intl = useIntl();
  const { data: me, error, refetch } = useMe();
  const title = intl.formatMessage({
    id: 'buyer-journey.mine.profile',
    defaultMessage: 'My profile',
  });

  return (
    <Section title={title} action={me?.rep && <EditProfile title={title} rep={me.rep} />}>
      {error && !me && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && !me && <LoadingNotice />}
      {me && !me.rep && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.mine.profile.none',
            defaultMessage: 'You have no profile yet. It is made with your first contribution.',
          })}
        </Typography>
      )}
      {me?.rep?.active === false && <InactiveNotice />}
      {me?.rep && <ProfileSummary rep={me.rep} />}
    </Section>
  );
}

function ProfileSummary({ rep }: { rep: MyRep }) {
  const intl = useIntl();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography fontWeight="bold">
        {[rep.displayName, rep.jobTitle].filter(Boolean).join(', ')}
      </Typography>
      <Typography tag="p" textColor="neutral600">
        {rep.bylineConsent
          ? intl.formatMessage({
              id: 'buyer-journey.mine.profile.shown',
              defaultMessage: 'Your name may appear on the website.',
            })
          : intl.formatMessage({
              id: 'buyer-journey.mine.profile.hidden',
              defaultMessage: 'Your name does not appear on the website.',
            })}
      </Typography>
    </Flex>
  );
}
