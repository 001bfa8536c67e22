import { useId } from 'react';

import type { PersonaChoice } from '../../api/content-manager';
import type { PanelField } from '../edit-view-layout';
import { ChosenNames, NothingToChoose } from './notes';
import { PersonaChips } from './PersonaChips';
import { TagField } from './TagField';
import type { Tag } from './useTag';

interface PersonasFieldProps {
  field: PanelField;
  tag: Tag;
  /** Undefined where the user may not read them, or as long as they are being fetched. */
  personas: PersonaChoice[] | undefined;
  mayReadPersonas: boolean;
}

/** The entry's personas; none is everyone. */
export function PersonasField({ field, tag, personas, mayReadPersonas }: PersonasFieldProps) {
  const id = useId();
  const chosen = tag.chosen.map(({ documentId }) => documentId);
  const offered = (personas ?? []).filter(
    ({ retired, documentId }) => retired !== true || chosen.includes(documentId)
  );
  const inOrder = [
    ...(personas ?? []).filter(({ documentId }) => chosen.includes(documentId)),
    ...tag.chosen.filter(({ id: one }) => !personas?.some((persona) => persona.id === one)),
  ];
  return (
    <TagField
      id={id}
      label={field.label}
      hint={field.hint}
      tag={tag}
      readOnly={<ChosenNames targets={inOrder} />}
    >
      {offered.length > 0 ? (
        <PersonaChips
          personas={offered}
          chosen={chosen}
          labelledBy={id}
          describedBy={tag.problem === undefined ? undefined : `${id}-error`}
          onToggle={(persona, isChosen) => {
            tag.choose(
              isChosen
                ? [...tag.chosen, persona]
                : tag.chosen.filter((one) => one.id !== persona.id)
            );
          }}
        />
      ) : (
        <>
          {inOrder.length > 0 && <ChosenNames targets={inOrder} />}
          {(personas || !mayReadPersonas) && <NothingToChoose mayRead={mayReadPersonas} />}
        </>
      )}
    </TagField>
  );
}
