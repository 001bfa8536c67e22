import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { TermUses, UseGroup } from '../../../../contracts/taxonomy-terms';
import type { TermId } from '../../api/terms';
import { COVERAGE_PATH, INBOX_PATH } from '../../plugin-id';
import { PageLink } from '../../ui/PageLink';

interface UsesTableProps {
  uses: TermUses;
  term: TermId & { slug: string };
}

/** Where a stage or persona is used: how often by content type, each leading to the entries. */
export function UsesTable({ uses, term }: UsesTableProps) {
  const intl = useIntl();
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
          <GroupName group={group} term={term} />
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

function GroupName({ group, term }: { group: UseGroup; term: UsesTableProps['term'] }) {
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
  const to = linkTo(group, term);
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

/** Lists of the admin, narrowed to the term; null where there is none. */
function linkTo({ kind, uid, attributes, optedOut }: UseGroup, term: UsesTableProps['term']) {
  const name = term.kind;
  const query = new URLSearchParams({ [name]: term.slug }).toString();
  if (kind === 'items') return `${INBOX_PATH}?${query}`;
  if (kind === 'targets') return COVERAGE_PATH;
  const [attribute, second] = attributes;
  // A hidden field cannot be filtered by, and two at once would need both to be the term.
  if (kind === 'other' || optedOut || attribute === undefined || second !== undefined) return null;
  const filter = `filters[$and][0][${attribute}][slug][$eq]`;
  const list = `/content-manager/collection-types/${uid}`;
  return `${list}?${new URLSearchParams({ [filter]: term.slug }).toString()}`;
}
