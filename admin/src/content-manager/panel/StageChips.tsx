import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';

import type { StageChoice } from '../../api/content-manager';
import { StageDot } from '../../ui/StageName';
import { Chip } from './Chip';

interface StageChipsProps {
  /** In their order. */
  stages: StageChoice[];
  /** Document id of the chosen one. */
  chosen: string | null;
  /** Ids of the elements that name the row, and that say what is wrong with it. */
  labelledBy: string;
  describedBy?: string | undefined;
  /** Null when the chosen one is chosen again. */
  onChoose: (stage: StageChoice | null) => void;
}

const STEPS: Partial<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * Stages as a row of chips, one of them chosen or none: a single stop of the Tab key, arrow keys move and choose.
 * The question of the buyers at a stage stands below while it is pointed at, focused or chosen.
 */
export function StageChips(props: StageChipsProps) {
  const { stages, chosen, labelledBy, describedBy, onChoose } = props;
  const intl = useIntl();
  const ids = useId();
  const chips = useRef<(HTMLButtonElement | null)[]>([]);
  const [pointedAt, setPointedAt] = useState<string | null>(null);

  const chosenIndex = stages.findIndex(({ documentId }) => documentId === chosen);
  const tabStop = Math.max(0, chosenIndex);
  const told = stages.find(({ documentId }) => documentId === pointedAt) ?? stages[chosenIndex];
  const question = (stage: StageChoice) =>
    stage.buyerQuestion
      ? intl.formatMessage(
          { id: 'buyer-journey.panel.question', defaultMessage: 'Buyers ask: “{question}”' },
          { question: stage.buyerQuestion }
        )
      : null;

  const move = (event: KeyboardEvent, index: number) => {
    const step = STEPS[event.key];
    const edge = { Home: 0, End: stages.length - 1 }[event.key];
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    const next = edge ?? (index + (step ?? 0) + stages.length) % stages.length;
    chips.current[next]?.focus();
    const stage = stages[next];
    if (stage && stage.documentId !== chosen) onChoose(stage);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex role="radiogroup" aria-labelledby={labelledBy} wrap="wrap" gap={1}>
        {stages.map((stage, index) => {
          const { documentId, name, color } = stage;
          const isChosen = documentId === chosen;
          // Strapi's form takes the focus to what is described by its message, and by nothing else.
          const problem = index === tabStop ? describedBy : undefined;
          const description = question(stage) === null ? undefined : `${ids}-${index}`;
          return (
            <Chip
              key={documentId}
              ref={(chip) => {
                chips.current[index] = chip;
              }}
              type="button"
              role="radio"
              aria-checked={isChosen}
              aria-describedby={problem ?? description}
              tabIndex={index === tabStop ? 0 : -1}
              onClick={() => {
                onChoose(isChosen ? null : stage);
              }}
              onKeyDown={(event) => {
                move(event, index);
              }}
              onFocus={() => {
                setPointedAt(documentId);
              }}
              onBlur={() => {
                setPointedAt(null);
              }}
              onMouseEnter={() => {
                setPointedAt(documentId);
              }}
              onMouseLeave={() => {
                setPointedAt(null);
              }}
            >
              <StageDot color={color} />
              {name}
            </Chip>
          );
        })}
      </Flex>
      {stages.map((stage, index) => (
        <VisuallyHidden key={stage.documentId} id={`${ids}-${index}`}>
          {question(stage)}
        </VisuallyHidden>
      ))}
      <Typography tag="p" variant="pi" textColor="neutral600" aria-hidden>
        {(told && question(told)) ??
          intl.formatMessage({
            id: 'buyer-journey.panel.questionHint',
            defaultMessage: 'Point at a stage to see what buyers ask there.',
          })}
      </Typography>
    </Flex>
  );
}
