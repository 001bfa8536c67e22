import { Flex } from '@strapi/design-system';

import type { PersonaChoice } from '../../api/content-manager';
import { Chip } from './Chip';

interface PersonaChipsProps {
  personas: PersonaChoice[];
  /** Document ids of the chosen ones. */
  chosen: string[];
  labelledBy: string;
  describedBy?: string | undefined;
  onToggle: (persona: PersonaChoice, isChosen: boolean) => void;
}

/** Personas as a row of chips, any of them chosen. */
export function PersonaChips(props: PersonaChipsProps) {
  const { personas, chosen, labelledBy, describedBy, onToggle } = props;
  return (
    <Flex role="group" aria-labelledby={labelledBy} wrap="wrap" gap={1}>
      {personas.map((persona) => {
        const isChosen = chosen.includes(persona.documentId);
        return (
          <Chip
            key={persona.documentId}
            type="button"
            aria-pressed={isChosen}
            aria-describedby={describedBy}
            onClick={() => {
              onToggle(persona, !isChosen);
            }}
          >
            {persona.name}
          </Chip>
        );
      })}
    </Flex>
  );
}
