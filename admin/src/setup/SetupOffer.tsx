import { Flex, LinkButton } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';

import { useSetup } from '../api/setup';
import { PERMISSIONS, useMay } from '../permissions';
import { SETUP_PATH } from '../plugin-id';
import { LoadingNotice } from '../ui/notices';
import { Section } from '../ui/Section';
import { AskSomeone } from './AskSomeone';

/** Where there is no grid yet: the way to one. */
export function SetupOffer() {
  const intl = useIntl();
  const { may, isLoading } = useMay(PERMISSIONS.readSettings);
  const { data: setup } = useSetup({ enabled: may });
  const isBegun = setup?.steps[0]?.state === 'done';
  if (isLoading) return <LoadingNotice />;
  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.setup.title',
        defaultMessage: 'Set up the buyer’s journey',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.setup.offer',
        defaultMessage:
          'Five steps lead to a grid that can be trusted: stages, personas, content types, what content usually is, and the backlog. You can stop at any time; what is done stays done.',
      })}
    >
      {may ? (
        <Flex>
          <LinkButton tag={Link} to={SETUP_PATH} size="L">
            {isBegun
              ? intl.formatMessage({
                  id: 'buyer-journey.setup.continue',
                  defaultMessage: 'Go on with it',
                })
              : intl.formatMessage({ id: 'buyer-journey.setup.begin', defaultMessage: 'Begin' })}
          </LinkButton>
        </Flex>
      ) : (
        <AskSomeone />
      )}
    </Section>
  );
}
