import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { BulkRun } from '../../../../contracts/bulk-tagging';
import type { ListChange } from '../../../../contracts/tag-change';
import type { TaggingChoices } from '../../../../contracts/tagging-queue';

const MODES: Record<ListChange['mode'], MessageDescriptor> = defineMessages({
  set: { id: 'buyer-journey.tagging.change.set', defaultMessage: '{list}: {names}' },
  add: { id: 'buyer-journey.tagging.change.add', defaultMessage: '{list}: add {names}' },
  remove: { id: 'buyer-journey.tagging.change.remove', defaultMessage: '{list}: without {names}' },
});

/** What a run does to tags, in a line. */
export function useChangeText({ stages, personas, reps }: TaggingChoices) {
  const intl = useIntl();
  const nothing = intl.formatMessage({ id: 'buyer-journey.choose.none', defaultMessage: 'None' });
  const nameOf = (terms: { slug: string; name: string }[], slug: string) =>
    terms.find((term) => term.slug === slug)?.name ?? slug;

  const listText = (
    list: string,
    terms: { slug: string; name: string }[],
    change: ListChange | undefined
  ) => {
    if (!change) return [];
    const names = change.slugs.map((slug) => nameOf(terms, slug));
    const text = names.length === 0 ? nothing : intl.formatList(names);
    return [intl.formatMessage(MODES[change.mode], { list, names: text })];
  };

  return ({ change }: BulkRun): string =>
    [
      ...(change.stage === undefined
        ? []
        : [
            intl.formatMessage(MODES.set, {
              list: intl.formatMessage({
                id: 'buyer-journey.tagging.stage',
                defaultMessage: 'Stage',
              }),
              names:
                change.stage === null
                  ? intl.formatMessage({
                      id: 'buyer-journey.tagging.noStage',
                      defaultMessage: 'No stage',
                    })
                  : nameOf(stages, change.stage),
            }),
          ]),
      ...listText(
        intl.formatMessage({ id: 'buyer-journey.tagging.personas', defaultMessage: 'Personas' }),
        personas,
        change.personas
      ),
      ...listText(
        intl.formatMessage({
          id: 'buyer-journey.tagging.contributors',
          defaultMessage: 'Contributors',
        }),
        reps.map(({ slug, displayName }) => ({ slug, name: displayName })),
        change.contributors
      ),
    ].join(' · ');
}
