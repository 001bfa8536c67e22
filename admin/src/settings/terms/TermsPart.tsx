import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { Taxonomy } from '../../../../contracts/taxonomy';
import type { TermKind } from '../../../../contracts/taxonomy-terms';
import { UndoBar } from '../../ui/UndoBar';
import { DeleteTermDialog } from './DeleteTermDialog';
import { EditTermDialog } from './EditTermDialog';
import { MergeTermDialog } from './MergeTermDialog';
import { SortableTerms } from './SortableTerms';
import { menuId, type TermAction } from './TermMenu';
import type { ListedTerm } from './TermRow';
import { UsesDialog } from './UsesDialog';
import type { TermActions } from './useTermActions';

interface TermsPartProps {
  kind: TermKind;
  label: string;
  terms: ListedTerm[];
  locales: Taxonomy['locales'];
  mayUpdate: boolean;
  actions: TermActions;
}

/** Stages or personas in order, with all that can be done with each. */
export function TermsPart({ kind, label, terms, locales, mayUpdate, actions }: TermsPartProps) {
  const [open, setOpen] = useState<{ term: ListedTerm; dialog: TermAction } | null>(null);
  const ids = terms.map(({ documentId }) => documentId);

  const act = (term: ListedTerm, action: TermAction) => {
    if (action === 'retire' || action === 'unretire') actions.retire(term, action === 'retire');
    else setOpen({ term, dialog: action });
  };
  const close = () => {
    setOpen(null);
  };

  return (
    <>
      <SortableTerms
        label={label}
        terms={terms}
        mayUpdate={mayUpdate}
        onOrder={(order) => {
          actions.order(order, ids);
        }}
        onAction={act}
      />
      {open && (
        <OpenDialog
          key={`${open.dialog} ${open.term.documentId}`}
          kind={kind}
          {...open}
          others={terms.filter(({ documentId }) => documentId !== open.term.documentId)}
          locales={locales}
          actions={actions}
          onClose={close}
        />
      )}
      <UndoBar undoable={actions.undoable} onDismiss={actions.dismissUndo} />
    </>
  );
}

interface OpenDialogProps extends Pick<TermsPartProps, 'kind' | 'locales' | 'actions'> {
  term: ListedTerm;
  dialog: TermAction;
  others: ListedTerm[];
  onClose: () => void;
}

function OpenDialog({ kind, term, dialog, others, locales, actions, onClose }: OpenDialogProps) {
  const intl = useIntl();
  const returnFocus = () => document.getElementById(menuId(term.documentId));
  const common = { term, onClose, returnFocus };
  switch (dialog) {
    case 'edit':
      return (
        <EditTermDialog
          {...common}
          term={{ kind, documentId: term.documentId }}
          title={intl.formatMessage(
            { id: 'buyer-journey.term.edit.title', defaultMessage: 'Edit “{name}”' },
            { name: term.name }
          )}
          locales={locales}
        />
      );
    case 'merge':
      return (
        <MergeTermDialog
          {...common}
          others={others}
          onMerged={(result, list) => {
            actions.offerUndo(actions.mergedText(result), [list]);
          }}
        />
      );
    case 'delete':
      return <DeleteTermDialog {...common} />;
    default:
      return <UsesDialog {...common} />;
  }
}
