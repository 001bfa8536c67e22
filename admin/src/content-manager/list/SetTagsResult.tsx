import { Box, Flex, Typography } from '@strapi/design-system';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { TagProblem } from '../../../../contracts/tag-change';
import type { TaggedEntries, Undone } from '../../../../contracts/tagging-queue';
import type { ChosenEntry } from './SetTagsDialog';

const PROBLEMS: Record<TagProblem, MessageDescriptor> = defineMessages({
  gone: {
    id: 'buyer-journey.setTags.problem.gone',
    defaultMessage: 'it is not there any more, or your role does not see it',
  },
  forbidden: {
    id: 'buyer-journey.setTags.problem.forbidden',
    defaultMessage: 'your role may not change it',
  },
  fields: {
    id: 'buyer-journey.setTags.problem.fields',
    defaultMessage: 'your role may not change its tags',
  },
  stageNeeded: {
    id: 'buyer-journey.setTags.problem.stageNeeded',
    defaultMessage: 'it needs a stage while it is live',
  },
  database: {
    id: 'buyer-journey.setTags.problem.database',
    defaultMessage: 'the database refused it',
  },
  changedSince: {
    id: 'buyer-journey.setTags.problem.changedSince',
    defaultMessage: 'somebody changed its tags since',
  },
  incomplete: {
    id: 'buyer-journey.setTags.problem.incomplete',
    defaultMessage: 'some of the tags that it had are not there any more',
  },
});

interface SetTagsResultProps {
  result: TaggedEntries;
  /** Once it was taken back. */
  undone: Undone | undefined;
  entries: ChosenEntry[];
}

/** What became of the entries. */
export function SetTagsResult({ result, undone, entries }: SetTagsResultProps) {
  const intl = useIntl();
  const changed = result.entries.filter(({ state }) => state === 'changed');
  const draftOnly = changed.filter((entry) => entry.draftOnly).length;
  const problems = undone ? undone.left : result.failed;
  const titleOf = (documentId: string) =>
    entries.find((entry) => entry.documentId === documentId)?.title ?? documentId;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} role="status">
      <Typography tag="p">
        {undone
          ? intl.formatMessage(
              {
                id: 'buyer-journey.setTags.undone',
                defaultMessage:
                  '{count, plural, one {# entry has its earlier tags back.} other {# entries have their earlier tags back.}}',
              },
              { count: undone.undone.length }
            )
          : intl.formatMessage(
              {
                id: 'buyer-journey.setTags.done',
                defaultMessage:
                  '{changed, plural, =0 {No entry was changed} one {# entry was tagged} other {# entries were tagged}}{same, plural, =0 {} other {, # had these tags already}}.',
              },
              { changed: changed.length, same: result.entries.length - changed.length }
            )}
      </Typography>
      {!undone && draftOnly > 0 && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage(
            {
              id: 'buyer-journey.setTags.draftOnly',
              defaultMessage:
                'Of {count, plural, one {# entry} other {# entries}} only the draft was tagged, as your role may not publish.',
            },
            { count: draftOnly }
          )}
        </Typography>
      )}
      {problems.length > 0 && (
        <Box tag="ul">
          {problems.map(({ documentId, locale, problem }) => (
            <Typography key={`${documentId}/${locale ?? ''}`} tag="li" textColor="neutral800">
              {intl.formatMessage(
                {
                  id: 'buyer-journey.setTags.left',
                  defaultMessage: '{title}: left as it is, {reason}',
                },
                { title: titleOf(documentId), reason: intl.formatMessage(PROBLEMS[problem]) }
              )}
            </Typography>
          ))}
        </Box>
      )}
    </Flex>
  );
}
