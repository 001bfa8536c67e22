import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { TermUses, UseGroup } from '../../../../contracts/taxonomy-terms';
import { useContentTypeKinds } from '../../api/content-manager';
import type { TermId } from '../../api/terms';
import { PERMISSIONS, useMay } from '../../permissions';
import { PageLink } from '../../ui/PageLink';
import { usesLink } from './uses-link';

interface UsesTableProps {
  uses: TermUses;
  term: TermId & { slug: string };
}

/** Where a stage or persona is used: how often by content type, each leading to the entries. */
export function UsesTable({ uses, term }: UsesTableProps) {
  const intl = useIntl();
  const { may: inbox } = useMay(PERMISSIONS.readInbox);
  const { may: coverage } = useMay(PERMISSIONS.readCoverage);
  const { data: kinds } = useContentTypeKinds();
  if (uses.groups.length === 0) {
    return (
      <Typography tag="p" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.term.uses.none',
          defaultMessage: 'Nothing uses it.',
        })}
      </Typography>
    );
  }
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {uses.groups.map((group) => (
        <Flex key={group.uid} tag="li" justifyContent="space-between" gap={4} wrap="wrap">
          <GroupName group={group} to={usesLink(group, term, { inbox, coverage, kinds })} />
          <Typography textColor="neutral600">
            {group.kind === 'entries' || group.kind === 'items'
              ? intl.formatMessage(
                  {
                    id: 'buyer-journey.term.uses.documents',
                    defaultMessage:
                      '{documents, plural, one {# document} other {# documents}}, {live} live{drafts, plural, =0 {} other {, # in a draft alone}}',
                  },
                  {
                    documents: group.documents,
                    live: group.live,
                    drafts: group.documents - group.live,
                  }
                )
              : intl.formatNumber(group.documents)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}

/** @param to where they are seen one by one; null where that is nowhere, or not for this user */
function GroupName({ group, to }: { group: UseGroup; to: string | null }) {
  const intl = useIntl();
  const name =
    group.kind === 'targets'
      ? intl.formatMessage({ id: 'buyer-journey.term.uses.targets', defaultMessage: 'Targets' })
      : group.kind === 'items'
        ? intl.formatMessage({
            id: 'buyer-journey.term.uses.items',
            defaultMessage: 'What buyers said',
          })
        : group.name;
  const optedOut = group.optedOut
    ? intl.formatMessage({
        id: 'buyer-journey.optIn.optedOut',
        defaultMessage: 'Switched off, tags kept',
      })
    : null;
  return (
    <Flex gap={2} wrap="wrap">
      {to === null ? (
        <Typography textColor="neutral800">{name}</Typography>
      ) : (
        <PageLink to={to}>{name}</PageLink>
      )}
      {optedOut && (
        <Typography variant="pi" textColor="neutral600">
          {optedOut}
        </Typography>
      )}
    </Flex>
  );
}
