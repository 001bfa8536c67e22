import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { Flex } from '@strapi/design-system';
import { useRef } from 'react';
import { useIntl } from 'react-intl';

import type { TermAction } from './TermMenu';
import { TermRow, type ListedTerm } from './TermRow';

interface SortableTermsProps {
  label: string;
  terms: ListedTerm[];
  mayUpdate: boolean;
  /** Gets the document ids in their new order. */
  onOrder: (order: string[]) => void;
  onAction: (term: ListedTerm, action: TermAction) => void;
}

/** Stages or personas in order, to be put in another one by hand or by keyboard. */
export function SortableTerms(props: SortableTermsProps) {
  const { label, terms, mayUpdate, onOrder, onAction } = props;
  const intl = useIntl();
  const announcements = useAnnouncements(terms);
  const sensors = useSensors(
    // A click on the handle is no drag.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates })
  );
  const ids = terms.map(({ documentId }) => documentId);

  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))];
    if (to !== -1 && from !== to) onOrder(arrayMove(ids, from, to));
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        announcements,
        screenReaderInstructions: {
          draggable: intl.formatMessage({
            id: 'buyer-journey.sort.instructions',
            defaultMessage:
              'Press the space bar to pick it up, the arrow keys to move it, the space bar again to put it down, and Escape to leave it where it was.',
          }),
        },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <Flex tag="ol" direction="column" alignItems="stretch" aria-label={label}>
          {terms.map((term) => (
            <TermRow
              key={term.documentId}
              term={term}
              mayUpdate={mayUpdate}
              onAction={(action) => {
                onAction(term, action);
              }}
            />
          ))}
        </Flex>
      </SortableContext>
    </DndContext>
  );
}

/** What is read out while something is moved. */
function useAnnouncements(terms: ListedTerm[]): Announcements {
  const intl = useIntl();
  // What is picked up is over itself at first, which would drown that it was picked up.
  const hasMoved = useRef(false);
  const at = (id: UniqueIdentifier | undefined) =>
    terms.findIndex(({ documentId }) => documentId === id);
  const values = (active: UniqueIdentifier, over: UniqueIdentifier | undefined) => ({
    name: terms[at(active)]?.name ?? '',
    position: at(over ?? active) + 1,
    count: terms.length,
  });
  return {
    onDragStart: ({ active }) => {
      hasMoved.current = false;
      return intl.formatMessage(
        {
          id: 'buyer-journey.sort.picked',
          defaultMessage: '{name} is picked up, at place {position} of {count}.',
        },
        values(active.id, undefined)
      );
    },
    onDragOver: ({ active, over }) => {
      if (!hasMoved.current && active.id === over?.id) return undefined;
      hasMoved.current = true;
      return intl.formatMessage(
        {
          id: 'buyer-journey.sort.over',
          defaultMessage: '{name} is at place {position} of {count}.',
        },
        values(active.id, over?.id)
      );
    },
    onDragEnd: ({ active, over }) =>
      intl.formatMessage(
        {
          id: 'buyer-journey.sort.dropped',
          defaultMessage: '{name} was put down at place {position} of {count}.',
        },
        values(active.id, over?.id)
      ),
    onDragCancel: ({ active }) =>
      intl.formatMessage(
        {
          id: 'buyer-journey.sort.cancelled',
          defaultMessage: '{name} stays at place {position} of {count}.',
        },
        values(active.id, undefined)
      ),
  };
}
