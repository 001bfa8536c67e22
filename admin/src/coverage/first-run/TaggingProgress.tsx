import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';

import type { Coverage, CoverageType } from '../../../../contracts/coverage';
import { useContentTypeKinds } from '../../api/content-manager';
import { useContentPermissions } from '../../content-permissions';
import { PERMISSIONS, useMay } from '../../permissions';
import { SETUP_PATH, TAGGING_PATH } from '../../plugin-id';
import { PageLink } from '../../ui/PageLink';
import { Section } from '../../ui/Section';

/** Nothing is tagged yet: how much there is to tag, per content type, and where. */
export function TaggingProgress({ coverage }: { coverage: Coverage }) {
  const intl = useIntl();
  const { totals, types } = coverage;
  const title = intl.formatMessage(
    {
      id: 'buyer-journey.firstRun.progress',
      defaultMessage:
        '{tagged, number} of {documents, plural, one {# document} other {# documents}} tagged',
    },
    { documents: totals.documents, tagged: totals.tagged }
  );
  return (
    <Section
      title={title}
      hint={
        totals.documents === 0
          ? intl.formatMessage({
              id: 'buyer-journey.firstRun.progress.noDocuments',
              defaultMessage:
                'There are no live documents yet. Coverage counts what is published; drafts follow when they go live.',
            })
          : intl.formatMessage({
              id: 'buyer-journey.firstRun.progress.hint',
              defaultMessage:
                'Give each entry a stage, and personas where it is written for someone in particular. The grid appears with the first published tag.',
            })
      }
    >
      <Box tag="ul">
        {types.map((type) => (
          <TypeProgress key={type.uid} type={type} />
        ))}
      </Box>
      <WaysOn />
    </Section>
  );
}

/** To the queue of what is untagged, and back to the steps of setting up. */
function WaysOn() {
  const intl = useIntl();
  const { may: mayTag } = useMay(PERMISSIONS.tag);
  const { may: maySetUp } = useMay(PERMISSIONS.readSettings);
  return (
    <Flex gap={4} wrap="wrap">
      {mayTag && (
        <LinkButton tag={Link} to={TAGGING_PATH}>
          {intl.formatMessage({
            id: 'buyer-journey.setup.backlog.start',
            defaultMessage: 'Go through them',
          })}
        </LinkButton>
      )}
      {maySetUp && (
        <PageLink to={SETUP_PATH}>
          {intl.formatMessage({
            id: 'buyer-journey.setup.title',
            defaultMessage: 'Set up the buyer’s journey',
          })}
        </PageLink>
      )}
    </Flex>
  );
}

function TypeProgress({ type }: { type: CoverageType }) {
  const intl = useIntl();
  const { data: kinds } = useContentTypeKinds();
  const { mayRead } = useContentPermissions(type.uid);
  const kind = kinds?.get(type.uid);
  const path = kind === 'singleType' ? 'single-types' : 'collection-types';

  return (
    <Box tag="li" paddingTop={2} paddingBottom={2}>
      <Flex justifyContent="space-between" gap={4}>
        {mayRead && kind ? (
          <PageLink to={`/content-manager/${path}/${type.uid}`}>{type.displayName}</PageLink>
        ) : (
          <Typography>{type.displayName}</Typography>
        )}
        <Typography textColor="neutral600">
          {intl.formatMessage(
            {
              id: 'buyer-journey.firstRun.progress.type',
              defaultMessage: '{tagged, number} of {documents, number}',
            },
            { tagged: type.documents - type.untagged, documents: type.documents }
          )}
        </Typography>
      </Flex>
    </Box>
  );
}
