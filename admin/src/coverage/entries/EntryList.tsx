import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { CoverageEntry } from '../../../../contracts/coverage';
import { PageLink } from '../../ui/PageLink';
import { entryLink } from '../../ui/entry-link';

/** Entries as a list; each leads to its edit view. */
export function EntryList({ entries }: { entries: CoverageEntry[] }) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch">
      {entries.map((entry) => (
        <EntryItem key={`${entry.type}/${entry.documentId}`} entry={entry} />
      ))}
    </Flex>
  );
}

function EntryItem({ entry }: { entry: CoverageEntry }) {
  const intl = useIntl();
  const facts = [
    entry.typeName,
    entry.locale,
    entry.publishedAt &&
      intl.formatMessage(
        { id: 'buyer-journey.entry.published', defaultMessage: 'published {date}' },
        { date: intl.formatDate(entry.publishedAt, { dateStyle: 'medium' }) }
      ),
  ].filter(Boolean);

  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderWidth="0 0 1px">
      <PageLink to={entryLink(entry)}>
        {entry.title ??
          intl.formatMessage({ id: 'buyer-journey.entry.untitled', defaultMessage: 'Untitled' })}
      </PageLink>
      <Flex gap={2} wrap="wrap" paddingTop={1}>
        <Typography variant="pi" textColor="neutral600">
          {facts.join(' · ')}
        </Typography>
        {entry.stage && <Badge size="S">{entry.stage.name}</Badge>}
        {entry.personas.map((persona) => (
          <Badge key={persona.slug} size="S">
            {persona.name}
          </Badge>
        ))}
      </Flex>
    </Box>
  );
}
