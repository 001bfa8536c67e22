import { useId } from 'react';

import type { PanelField } from '../edit-view-layout';
import { ContributorSearch } from './ContributorSearch';
import { NothingChosen } from './notes';
import { TagField } from './TagField';
import { useTag, type EditedEntry } from './useTag';

/** The reps whom the entry names. */
export function ContributorsField({ field, entry }: { field: PanelField; entry: EditedEntry }) {
  const id = useId();
  const tag = useTag(field, entry);
  const search = (
    <ContributorSearch
      model={entry.model}
      field={field}
      chosen={tag.chosen}
      editable={tag.mayEdit}
      labelledBy={id}
      describedBy={tag.problem === undefined ? undefined : `${id}-error`}
      onChoose={tag.choose}
    />
  );
  return (
    <TagField
      id={id}
      label={field.label}
      hint={field.hint}
      tag={tag}
      readOnly={tag.chosen.length > 0 ? search : <NothingChosen />}
    >
      {search}
    </TagField>
  );
}
