import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { CellDemand } from '../../../../contracts/coverage-demand';
import { ITEM_KINDS } from '../../../../contracts/sales-sourced/items';
import { openItemsLink } from '../../inbox/address';
import { PERMISSIONS, useMay } from '../../permissions';
import { PageLink } from '../../ui/PageLink';

/** What there is to tell of a cell. */
export type OpenInCell = Pick<CellDemand, 'openItems' | 'openByKind'>;

interface OpenItemsProps {
  stage: string;
  /** Slug, or `everyone`. */
  persona: string;
  open: OpenInCell;
}

/** How much buyers ask here that nobody has answered, in all and by kind; links for who may read the inbox. */
export function OpenItems({ stage, persona, open: { openItems, openByKind } }: OpenItemsProps) {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.readInbox);
  const text = intl.formatMessage(
    {
      id: 'buyer-journey.entries.open',
      defaultMessage:
        '{count, plural, =0 {Nothing that buyers said is open here.} one {# open item of what buyers said} other {# open items of what buyers said}}',
    },
    { count: openItems }
  );
  const kinds = ITEM_KINDS.flatMap((kind) => {
    const count = openByKind[kind];
    if (count === undefined) return [];
    const words = intl.formatMessage(
      {
        id: 'buyer-journey.entries.open.kind',
        defaultMessage:
          '{kind, select, question {{count, plural, one {# question} other {# questions}}} objection {{count, plural, one {# objection} other {# objections}}} story {{count, plural, one {# story} other {# stories}}} loss {{count, plural, one {# loss} other {# losses}}} other {{count, plural, one {# request} other {# requests}}}}',
      },
      { kind, count }
    );
    return [{ kind, words }];
  });
  return (
    <div>
      <Typography tag="p" textColor="neutral600">
        {may && openItems > 0 ? (
          <PageLink to={openItemsLink(stage, persona)}>{text}</PageLink>
        ) : (
          text
        )}
      </Typography>
      {kinds.length > 0 && (
        <Flex tag="ul" gap={3} wrap="wrap" paddingTop={1}>
          {kinds.map(({ kind, words }) => (
            <Typography key={kind} tag="li" variant="pi" textColor="neutral600">
              {may ? <PageLink to={openItemsLink(stage, persona, kind)}>{words}</PageLink> : words}
            </Typography>
          ))}
        </Flex>
      )}
    </div>
  );
}
