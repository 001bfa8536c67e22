import type { ListChange, TagChange } from '../../../../contracts/tag-change';

/** What happens to personas or contributors; `keep` leaves them as they are. */
export interface ListForm {
  mode: ListChange['mode'] | 'keep';
  slugs: string[];
}

/** What the dialog asks for. */
export interface ChangeForm {
  /** Slug; null keeps the stage, and an empty text takes it away. */
  stage: string | null;
  personas: ListForm;
  contributors: ListForm;
}

export const NO_CHANGE: ChangeForm = {
  stage: null,
  personas: { mode: 'keep', slugs: [] },
  contributors: { mode: 'keep', slugs: [] },
};

/** The change that the form describes; null while it describes none, or half of one. */
export function changeOf({ stage, personas, contributors }: ChangeForm): TagChange | null {
  if (isHalf(personas) || isHalf(contributors)) return null;
  const change: TagChange = {
    ...(stage === null ? {} : { stage: stage === '' ? null : stage }),
    ...listChange('personas', personas),
    ...listChange('contributors', contributors),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/** To set an empty list takes all away; to add or remove nothing is nothing yet. */
const isHalf = ({ mode, slugs }: ListForm): boolean =>
  (mode === 'add' || mode === 'remove') && slugs.length === 0;

const listChange = (name: 'personas' | 'contributors', { mode, slugs }: ListForm): TagChange =>
  mode === 'keep' ? {} : { [name]: { mode, slugs } };
