import { Flex } from '@strapi/design-system';
import { usePersistentState } from '@strapi/strapi/admin';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import type { Versions } from '../../../../contracts/tag-change';
import type { TaggingChoices } from '../../../../contracts/tagging-queue';
import type { TaggingFilter } from '../../api/tagging-filter';
import type { useQueue } from '../../api/tagging-queue';
import { useKeyPresses } from '../../ui/key-presses';
import { LoadingNotice } from '../../ui/notices';
import { UndoBar } from '../../ui/UndoBar';
import { useEntryTitle } from '../entry-words';
import { NextPageError } from '../NextPageError';
import { keyOf } from './choice';
import { EndOfQueue } from './EndOfQueue';
import { FailureList } from './FailureList';
import { queueKeyOf, type QueueKey } from './keys';
import { lettersFor } from './letters';
import { QueueCard } from './QueueCard';
import { QueueKeySheet } from './QueueKeySheet';
import { useQueueWork, type QueueWork } from './useQueueWork';

/** So many entries before the end of what was fetched the next page is. */
const AHEAD = 12;
const KEYS_SETTING = 'BUYER_JOURNEY_TAGGING_KEYS';
const VERSIONS_SETTING = 'BUYER_JOURNEY_TAGGING_VERSIONS';

interface QueueViewProps {
  filter: TaggingFilter;
  choices: TaggingChoices;
  queue: ReturnType<typeof useQueue>;
  /** Tells how many are left by now. */
  onLeft: (left: number) => void;
  onAgain: () => void;
  onClear: (() => void) | null;
}

/** One entry after the other, with the hands on the keyboard or with a finger. */
export function QueueView({ filter, choices, queue, onLeft, onAgain, onClear }: QueueViewProps) {
  const intl = useIntl();
  const titleOf = useEntryTitle();
  const [areKeysOn, setAreKeysOn] = usePersistentState<boolean>(KEYS_SETTING, true);
  const [versions, setVersions] = usePersistentState<Versions>(VERSIONS_SETTING, 'both');
  const [isKeySheetOpen, setIsKeySheetOpen] = useState(false);
  const entries = useMemo(() => queue.data?.pages.flatMap(({ data }) => data) ?? [], [queue.data]);
  const work = useQueueWork({ entries, without: filter.without, versions });
  const letters = useMemo(
    () => lettersFor(choices.personas.map(({ name }) => name)),
    [choices.personas]
  );
  const heading = useHeadingFocus(work);
  useNextPage(queue, entries.length - work.index);

  const { total = 0, left: fetched = 0 } = queue.data?.pages[0]?.meta ?? {};
  const left = fetched - work.given;
  useEffect(() => {
    onLeft(left);
  }, [left, onLeft]);

  useKeyPresses((event) => {
    const key = areKeysOn ? queueKeyOf(event) : null;
    if (key === null || belongsToTarget(event)) return false;
    if (key.does === 'keys') setIsKeySheetOpen(true);
    else press(key, work, choices, letters);
    return true;
  });

  const { entry, choice, last } = work;
  const isOver = !entry && !queue.hasNextPage;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <FailureList failures={work.failures} onReopen={work.reopen} />
      {entry && choice && (
        <QueueCard
          {...{ entry, choice, work, choices, letters, versions }}
          showsKeys={areKeysOn}
          headingRef={heading}
          onVersions={setVersions}
          onKeys={() => {
            setIsKeySheetOpen(true);
          }}
        />
      )}
      {!entry && <NextPageError queue={queue} />}
      {!entry && !isOver && !queue.isFetchNextPageError && <LoadingNotice />}
      {isOver && (
        <EndOfQueue
          headingRef={heading}
          without={filter.without}
          total={total}
          left={left}
          onAgain={onAgain}
          onClear={onClear}
        />
      )}
      <UndoBar
        undoable={
          last && {
            text: intl.formatMessage(
              { id: 'buyer-journey.tagging.done', defaultMessage: '“{title}” tagged' },
              { title: titleOf(last.entry) }
            ),
            undo: work.undo,
          }
        }
        onDismiss={work.forgetDecisions}
      />
      {isKeySheetOpen && (
        <QueueKeySheet
          isOn={areKeysOn}
          onSwitch={setAreKeysOn}
          returnFocus={() => heading.current}
          onClose={() => {
            setIsKeySheetOpen(false);
          }}
        />
      )}
    </Flex>
  );
}

function press(
  key: QueueKey,
  work: QueueWork,
  { stages, personas }: TaggingChoices,
  letters: (string | null)[]
): void {
  switch (key.does) {
    case 'stage': {
      const stage = stages[key.index];
      if (stage) work.chooseStage(stage.slug);
      break;
    }
    case 'persona': {
      const persona = personas[letters.indexOf(key.letter)];
      if (persona) work.togglePersona(persona.slug);
      break;
    }
    case 'everyone':
      work.chooseEveryone();
      break;
    case 'accept':
      work.accept();
      break;
    case 'undo':
      work.undo();
      break;
    case 'skip':
      work.skip();
      break;
    case 'back':
      work.back();
      break;
  }
}

/** Enter follows links and presses buttons; arrow keys move between radio buttons. */
function belongsToTarget({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === 'Enter') return target.closest('a, button') !== null;
  return key.startsWith('Arrow') && target.matches('input[type="radio"]');
}

/** Whoever moves to another entry hears its title. Not on arrival: the page has a title of its own. */
function useHeadingFocus({ entry, index }: QueueWork) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = entry ? keyOf(entry) : index === 0 ? null : 'end';
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== null && before.current !== shown) heading.current?.focus();
    before.current = shown;
  }, [shown]);
  return heading;
}

/** Has the next page there before it is needed. */
function useNextPage(queue: QueueViewProps['queue'], ahead: number): void {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = queue;
  const isNeeded = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && ahead <= AHEAD;
  useEffect(() => {
    if (isNeeded) void fetchNextPage();
  }, [isNeeded, fetchNextPage]);
}
