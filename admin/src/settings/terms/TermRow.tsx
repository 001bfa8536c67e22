import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { Drag } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { ToneBadge } from '../../ui/ToneBadge';
import { UsesText } from '../UsesText';
import type { Term } from './term';
import { TermMenu, type TermAction } from './TermMenu';
import { useTermTexts } from './term-texts';

/** A stage or persona with what its row shows beside its name. */
export interface ListedTerm extends Term {
  /** Shown before the name. */
  mark?: ReactNode;
  /** Shown after the name. */
  note?: ReactNode;
  text: string | null;
}

const Handle = styled.button`
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  inline-size: 3.2rem;
  block-size: 3.2rem;
  padding: 0;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  cursor: grab;
  touch-action: none;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

interface TermRowProps {
  term: ListedTerm;
  mayUpdate: boolean;
  onAction: (action: TermAction) => void;
}

/** One row: it can be dragged by its handle, with the pointer or by keyboard, and has a menu. */
export function TermRow({ term, mayUpdate, onAction }: TermRowProps) {
  const intl = useIntl();
  const texts = useTermTexts();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging, ...moving } =
    useSortable({ id: term.documentId, disabled: !mayUpdate });
  // Rows differ in height: they move, and are never stretched.
  const { transform, transition } = moving;
  const moved = transform && { ...transform, x: 0, scaleX: 1, scaleY: 1 };

  return (
    <Box
      ref={setNodeRef}
      tag="li"
      paddingTop={3}
      paddingBottom={3}
      background="neutral0"
      borderColor="neutral150"
      borderWidth="1px 0 0"
      style={{
        transform: CSS.Transform.toString(moved),
        transition,
        ...(isDragging ? { position: 'relative', zIndex: 1 } : {}),
      }}
      shadow={isDragging ? 'popupShadow' : undefined}
    >
      <Flex alignItems="flex-start" gap={2}>
        {mayUpdate && (
          <Handle
            ref={setActivatorNodeRef}
            type="button"
            {...attributes}
            {...listeners}
            aria-label={intl.formatMessage(
              { id: 'buyer-journey.term.move', defaultMessage: 'Move {name}' },
              { name: term.name }
            )}
          >
            <Drag aria-hidden fill="neutral500" />
          </Handle>
        )}
        <Flex grow={1} justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
          <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={1}>
            <Flex gap={2} wrap="wrap">
              {term.mark}
              <Typography fontWeight="bold" textColor="neutral800">
                {term.name}
              </Typography>
              {term.note}
              {term.retired && <ToneBadge tone="neutral">{texts.retired()}</ToneBadge>}
            </Flex>
            {term.text && (
              <Typography tag="p" textColor="neutral600">
                {term.text}
              </Typography>
            )}
          </Flex>
          <Box shrink={0} paddingTop={1}>
            {term.uses === 0 ? (
              <UsesText uses={0} />
            ) : (
              <TextButton
                id={usesId(term)}
                onClick={() => {
                  onAction('uses');
                }}
              >
                <UsesText uses={term.uses} isLink />
              </TextButton>
            )}
          </Box>
        </Flex>
        <TermMenu term={term} mayUpdate={mayUpdate} onAction={onAction} />
      </Flex>
    </Box>
  );
}

const usesId = ({ documentId }: Term) => `buyer-journey-uses-${documentId}`;
