import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { EntryRef, TagProblem } from '../../../contracts/tag-change';
import type { TaggedEntries, Undone } from '../../../contracts/tagging-queue';
import { useProblemText } from './problem-text';

interface SetTagsResultProps {
  result: TaggedEntries;
  /** Once it was taken back. */
  undone: Undone | undefined;
  /** What they are called. */
  entries: { documentId: string; title: string }[];
}

/** What became of the entries. */
export function SetTagsResult({ result, undone, entries }: SetTagsResultProps) {
  const intl = useIntl();
  const texts = useResultTexts(entries);
  const changed = result.entries.filter(({ state }) => state === 'changed');
  const draftOnly = changed.filter((entry) => entry.draftOnly).length;
  const problems = undone ? undone.left : result.failed;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} role="status">
      <Typography tag="p">{undone ? texts.undone(undone) : texts.done(result)}</Typography>
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
          {problems.map((entry) => (
            <Typography
              key={`${entry.documentId}/${entry.locale ?? ''}`}
              tag="li"
              textColor="neutral800"
            >
              {texts.left(entry)}
            </Typography>
          ))}
        </Box>
      )}
    </Flex>
  );
}

/** Puts into words what became of the entries, by their titles. */
export function useResultTexts(entries: { documentId: string; title: string }[]) {
  const intl = useIntl();
  const problemText = useProblemText();
  const titleOf = (documentId: string) =>
    entries.find((entry) => entry.documentId === documentId)?.title ?? documentId;
  return {
    done({ entries: tagged }: TaggedEntries): string {
      const changed = tagged.filter(({ state }) => state === 'changed').length;
      return intl.formatMessage(
        {
          id: 'buyer-journey.setTags.done',
          defaultMessage:
            '{changed, plural, =0 {No entry was changed} one {# entry was tagged} other {# entries were tagged}}{same, plural, =0 {} other {, # had these tags already}}.',
        },
        { changed, same: tagged.length - changed }
      );
    },
    undone: ({ undone }: Undone): string =>
      intl.formatMessage(
        {
          id: 'buyer-journey.setTags.undone',
          defaultMessage:
            '{count, plural, one {# entry has its earlier tags back.} other {# entries have their earlier tags back.}}',
        },
        { count: undone.length }
      ),
    left: ({ documentId, problem }: EntryRef & { problem: TagProblem }): string =>
      intl.formatMessage(
        {
          id: 'buyer-journey.setTags.left',
          defaultMessage: '{title}: left as it is. {reason}',
        },
        { title: titleOf(documentId), reason: problemText(problem) }
      ),
  };
}
