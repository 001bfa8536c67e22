import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';

import type { Placed } from '../../../../contracts/setup';
import { PERMISSIONS, useMay } from '../../permissions';
import { SETTINGS_PATH, TAGGING_PATH } from '../../plugin-id';
import { CoverageLink } from '../../ui/CoverageLink';
import { Meter } from '../../ui/Meter';
import { PageLink } from '../../ui/PageLink';
import { AskSomeone } from '../AskSomeone';
import { placedOf } from '../step-texts';

/** How much has a place, type by type, and the way to the rest. */
export function BacklogStep({ types }: { types: Placed[] }) {
  const intl = useIntl();
  const { may: mayTag, isLoading } = useMay(PERMISSIONS.tag);
  const { placed, total } = placedOf({ types });
  const title = intl.formatMessage({ id: 'buyer-journey.tagging.title', defaultMessage: 'To tag' });

  if (total === 0) {
    return (
      <Typography tag="p">
        {intl.formatMessage({
          id: 'buyer-journey.setup.backlog.none',
          defaultMessage:
            'There are no entries yet. What is written from now on waits on the page “To tag” until it has a stage.',
        })}
      </Typography>
    );
  }
  return (
    <>
      <Meter label={title} done={placed} all={total} />
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {types.map(({ uid, displayName, left, total: all }) => (
          <Flex key={uid} tag="li" justifyContent="space-between" gap={4}>
            <Typography>{displayName}</Typography>
            <Typography textColor="neutral600">
              {intl.formatMessage(
                {
                  id: 'buyer-journey.setup.backlog.placed',
                  defaultMessage: '{placed, number} of {total, number} placed',
                },
                { placed: all - left, total: all }
              )}
            </Typography>
          </Flex>
        ))}
      </Flex>
      {!mayTag && !isLoading && <AskSomeone />}
      <Flex gap={4} wrap="wrap">
        {mayTag && placed < total && (
          <LinkButton tag={Link} to={TAGGING_PATH}>
            {intl.formatMessage({
              id: 'buyer-journey.setup.backlog.start',
              defaultMessage: 'Go through them',
            })}
          </LinkButton>
        )}
        <PageLink to={SETTINGS_PATH}>
          {intl.formatMessage({
            id: 'buyer-journey.setup.backlog.who',
            defaultMessage: 'Which roles can tag',
          })}
        </PageLink>
        <CoverageLink />
      </Flex>
    </>
  );
}
