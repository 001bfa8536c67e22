import { useDocumentRBAC, useForm } from '@strapi/strapi/admin';
import { useState } from 'react';

import { useSavedRelation, type RelationTarget } from '../../api/content-manager';
import type { PanelField } from '../edit-view-layout';
import { chosenTarget, chosenTargets, storedTargets, valueFor } from '../form-value';

/** The entry whose form is open. */
export interface EditedEntry {
  model: string;
  /** Undefined while the entry is being created. */
  documentId: string | undefined;
  locale: string | undefined;
  status: string | undefined;
  /** Changes whenever the entry is saved or published. */
  version: string;
}

/** A tag as the form holds it, and how to change it there. */
export interface Tag {
  /** What the entry will have once the form is saved. */
  chosen: RelationTarget[];
  /** Whether the user sees the field, as for any field of the form. */
  mayRead: boolean;
  mayEdit: boolean;
  /** Whether the saved value was ever fetched: otherwise nothing chosen may just be nothing known. */
  isKnown: boolean;
  /** Why it could not be fetched, the last time. */
  error: Error | null;
  retry: () => void;
  /** What the form says is wrong with it. */
  problem: string | undefined;
  choose: (chosen: RelationTarget[]) => void;
}

const NONE: RelationTarget[] = [];

/**
 * One tag field of the open form. It is written like every field of the form, so that unsaved changes, drafts, locales
 * and permissions are the form's business.
 */
export function useTag(field: PanelField, { documentId, ...entry }: EditedEntry): Tag {
  const values = useForm('useTag', (form) => form.values);
  const initialValues = useForm('useTag', (form) => form.initialValues);
  const isFormDisabled = useForm('useTag', (form) => form.disabled);
  const errors = useForm('useTag', (form) => form.errors);
  const setErrors = useForm('useTag', (form) => form.setErrors);
  const onChange = useForm('useTag', (form) => form.onChange);
  const rbac = useDocumentRBAC('useTag', (context) => context);
  const [chosenLast, setChosenLast] = useState<RelationTarget[]>();

  const exists = documentId !== undefined;
  const may = (fields: string[]) => rbac.canUserAction(field.name, fields, 'relation');
  const mayRead = may(exists ? rbac.canReadFields : rbac.canCreateFields);
  const mayEdit =
    mayRead &&
    may(exists ? rbac.canUpdateFields : rbac.canCreateFields) &&
    field.editable &&
    !isFormDisabled;

  const saved = useSavedRelation(
    {
      ...entry,
      // The Content Manager answers a question about a hidden field with an error of its own.
      documentId: mayRead ? documentId : undefined,
      field: field.name,
      mainField: field.mainField,
    },
    // Saved a moment ago: the form is empty again, and the answer is not there yet.
    chosenLast
  );
  const stored = storedTargets(initialValues, field.name, saved.data ?? NONE);
  const isSettled = saved.isSuccess && !saved.isPlaceholderData;
  const chosen =
    field.tag === 'journeyStage'
      ? [chosenTarget(values, field.name, stored)].filter((target) => target !== undefined)
      : chosenTargets(values, field.name, stored);
  const { [field.name]: problem, ...otherErrors } = errors as Record<string, unknown>;

  return {
    chosen,
    mayRead,
    mayEdit,
    isKnown: saved.data !== undefined,
    error: saved.error,
    retry: () => void saved.refetch(),
    problem: typeof problem === 'string' ? problem : undefined,
    choose: (next) => {
      if (!mayEdit) return;
      setChosenLast(next);
      // What was wrong was about the choice before.
      if (problem !== undefined) setErrors(otherErrors);
      const write = (before: RelationTarget[]) => {
        onChange(field.name, valueFor(next, before, initialValues, field.name));
      };
      if (isSettled) {
        write(stored);
        return;
      }
      // Just saved: what the form adds to and takes away from is on its way.
      void saved.refetch({ cancelRefetch: false }).then(({ data }) => {
        if (data) write(data);
      });
    },
  };
}
