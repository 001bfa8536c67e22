import { Button } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { Taxonomy } from '../../../../contracts/taxonomy';
import type { TermKind } from '../../../../contracts/taxonomy-terms';
import { termConflict, useErrorMessage } from '../../api/errors';
import { useSaveTerm, useTerm, type TermId } from '../../api/terms';
import { DialogFrame } from '../../ui/DialogFrame';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { ConflictNotice } from './ConflictNotice';
import { LanguageFields } from './LanguageFields';
import {
  differing,
  toDraft,
  toFields,
  wrongField,
  type Detail,
  type DraftField,
} from './term-draft';
import { TermFields } from './TermFields';

interface EditTermDialogProps {
  title: string;
  locales: Taxonomy['locales'];
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Fetches a stage or persona as it is now, and edits it. */
export function EditTermDialog({ term, ...dialog }: EditTermDialogProps & { term: TermId }) {
  const { data, error, refetch, isFetchedAfterMount } = useTerm(term);
  // What was fetched for an earlier edit may be old: a save would be a conflict with nobody.
  if (data && isFetchedAfterMount) return <TermForm kind={term.kind} opened={data} {...dialog} />;
  return (
    <DialogFrame title={dialog.title} onClose={dialog.onClose} returnFocus={dialog.returnFocus}>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <LoadingNotice />}
    </DialogFrame>
  );
}

interface TermFormProps extends EditTermDialogProps {
  kind: TermKind;
  /** As it was when it was opened; null for a new one. */
  opened: Detail | null;
}

/** All fields and all languages; who is too late is told what the other one saved. */
export function TermForm({ kind, opened, title, locales, onClose, returnFocus }: TermFormProps) {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const save = useSaveTerm(kind);
  const [base, setBase] = useState(opened);
  const [draft, setDraft] = useState(() => toDraft(opened));
  const [theirs, setTheirs] = useState<Detail | null>(null);
  const [isSubmitted, setSubmitted] = useState(false);
  const wrong = isSubmitted ? wrongField(draft) : null;
  const changed = differing(kind, draft, toDraft(base));
  const isMine = (field: DraftField) => changed.includes(field);

  /** @param over what is there now, as the person has seen it. */
  const send = (over: Detail | null) => {
    setSubmitted(true);
    if (wrongField(draft) !== null) return;
    if (base && changed.length === 0) {
      onClose();
      return;
    }
    save.mutate(
      {
        documentId: base?.documentId ?? null,
        updatedAt: over?.updatedAt ?? null,
        fields: toFields(draft, base ? changed : differing(kind, draft, toDraft(null))),
      },
      {
        onSuccess: (saved) => {
          toggleNotification({
            type: 'success',
            message: intl.formatMessage(
              { id: 'buyer-journey.term.saved', defaultMessage: '“{name}” is saved' },
              { name: saved.name }
            ),
          });
          onClose();
        },
        onError: (error) => {
          const current = termConflict(error);
          if (current) setTheirs(current);
          else toggleNotification({ type: 'danger', message: errorMessage(error) });
        },
      }
    );
  };

  return (
    <DialogFrame
      title={title}
      onSubmit={() => {
        send(base);
      }}
      onClose={onClose}
      isBusy={save.isPending}
      returnFocus={returnFocus}
      action={
        <Button type="submit" loading={save.isPending} disabled={theirs !== null}>
          {intl.formatMessage({ id: 'buyer-journey.capture.save', defaultMessage: 'Save' })}
        </Button>
      }
    >
      {theirs && (
        <ConflictNotice
          by={theirs.updatedBy}
          theirs={toDraft(theirs)}
          mine={draft}
          fields={differing(kind, draft, toDraft(theirs)).filter(isMine)}
          kept={differing(kind, toDraft(base), toDraft(theirs)).filter((name) => !isMine(name))}
          isSaving={save.isPending}
          onTakeTheirs={() => {
            setBase(theirs);
            setDraft(toDraft(theirs));
            setTheirs(null);
          }}
          onOverwrite={() => {
            send(theirs);
          }}
        />
      )}
      <TermFields
        kind={kind}
        isNew={opened === null}
        draft={draft}
        errors={
          wrong
            ? {
                [wrong]: intl.formatMessage(
                  {
                    id: 'buyer-journey.term.wrong',
                    defaultMessage:
                      '{field, select, name {A name is needed} slug {Letters, digits and - _ . ~ only} other {A colour is written as #4945ff}}',
                  },
                  { field: wrong }
                ),
              }
            : {}
        }
        onChange={(fields) => {
          setDraft({ ...draft, ...fields });
        }}
      />
      <LanguageFields
        kind={kind}
        draft={draft}
        locales={locales}
        onChange={(translations) => {
          setDraft({ ...draft, translations });
        }}
      />
    </DialogFrame>
  );
}
