/** Moves the tag fields of opted-in types from the form of the edit view into the panel beside it. */
import type { TagName } from '../../../contracts/tagging';
import { PERSONA_UID, PLUGIN_ID, REP_UID, STAGE_UID } from '../plugin-id';
import { optedInUid, tagFieldNames } from './opt-in-options';

/** The parts that we use of a field in Strapi's layout. */
interface LayoutField {
  name: string;
  label: string;
  hint?: string;
  /** Set for everybody, under *Configure the view*. */
  disabled?: boolean;
  mainField?: { name: string };
  attribute: { type?: string; relation?: string; target?: string };
}

interface EditLayout {
  /** Panels of rows of fields. */
  layout: LayoutField[][][];
  options: Record<string, unknown>;
}

/** A field that the panel shows instead of the form. */
export interface PanelField {
  tag: TagName;
  name: string;
  label: string;
  hint: string | undefined;
  /** False where *Configure the view* says so. */
  editable: boolean;
  /** The field of its targets that names them. */
  mainField: string | undefined;
}

/** What the panel can write; any other relation stays with Strapi's own input. */
const KNOWN: Record<TagName, LayoutField['attribute']> = {
  journeyStage: { type: 'relation', relation: 'manyToOne', target: STAGE_UID },
  personas: { type: 'relation', relation: 'manyToMany', target: PERSONA_UID },
  contributors: { type: 'relation', relation: 'manyToMany', target: REP_UID },
};

/** Types in whose forms something stood that the panel does not know. */
const leftAlone = new Set<string>();

/** Has the tag fields of a type stay in the form from now on. The layout follows when it is next made. */
export function leaveInForm(uid: string): void {
  leftAlone.add(uid);
}

/**
 * Uid of the type whose entry is being edited at an address of the admin; null on other pages. Old versions,
 * the preview, *Configure the view* and entries opened on top of another one have no panel beside them.
 */
export function editedType(pathname: string): string | null {
  const found =
    /\/content-manager\/(?:collection-types\/([^/]+)\/(?:clone\/)?[^/]+|single-types\/([^/]+))\/?$/.exec(
      pathname
    );
  const uid = found?.[1] ?? found?.[2];
  return uid === undefined ? null : decodeURIComponent(uid);
}

/**
 * Hook of the edit view: takes the tag fields out of the form's layout and names them in its options, where
 * the panel finds them. The form goes on holding and sending their values.
 */
export function moveTagsToPanel<Hook extends { layout: EditLayout }>(hook: Hook): Hook {
  const { layout } = hook;
  const names = tagFieldNames(layout.options);
  const uid = optedInUid(layout.options);
  const isEdited = uid !== null && uid === editedType(window.location.pathname);
  if (!names || !isEdited || leftAlone.has(uid)) return hook;

  const tags = Object.entries(names) as [TagName, string][];
  const tagOf = (field: LayoutField) =>
    tags.find(([tag, name]) => name === field.name && isKnown(field, tag))?.[0];
  const moved = layout.layout.flat(2).flatMap((field): PanelField[] => {
    const tag = tagOf(field);
    return tag === undefined ? [] : [asPanelField(field, tag)];
  });
  if (moved.length === 0) return hook;
  const panels = layout.layout
    .map((panel) =>
      panel
        .map((row) => row.filter((field) => tagOf(field) === undefined))
        .filter((row) => row.length > 0)
    )
    .filter((panel) => panel.length > 0);
  const option = { ...(layout.options[PLUGIN_ID] as object), panelFields: moved };
  return {
    ...hook,
    layout: { ...layout, layout: panels, options: { ...layout.options, [PLUGIN_ID]: option } },
  };
}

function isKnown({ attribute }: LayoutField, tag: TagName): boolean {
  const { type, relation, target } = KNOWN[tag];
  return attribute.type === type && attribute.relation === relation && attribute.target === target;
}

function asPanelField(field: LayoutField, tag: TagName): PanelField {
  const { name, label, hint, disabled, mainField } = field;
  return { tag, name, label, hint, editable: disabled !== true, mainField: mainField?.name };
}

/** The fields that `moveTagsToPanel` took out of the form with these options. */
export function panelFieldsOf(options: unknown): PanelField[] {
  const option = (options as Record<string, unknown> | null)?.[PLUGIN_ID];
  const { panelFields } = (option ?? {}) as { panelFields?: PanelField[] };
  return panelFields ?? [];
}
