import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';

import type { Taxonomy } from '../../../../contracts/taxonomy';
import type { TermKind } from '../../../../contracts/taxonomy-terms';
import { TermForm } from './EditTermDialog';
import { useTermTexts } from './term-texts';

interface NewTermButtonProps {
  kind: TermKind;
  /** Undefined while they are fetched. */
  locales: Taxonomy['locales'] | undefined;
}

/** A button, and behind it the form for a new stage or persona. */
export function NewTermButton({ kind, locales }: NewTermButtonProps) {
  const texts = useTermTexts();
  const [isOpen, setOpen] = useState(false);
  const id = `buyer-journey-new-${kind}`;
  const label = texts.add(kind);
  return (
    <>
      <Button
        id={id}
        variant="tertiary"
        startIcon={<Plus />}
        disabled={!locales}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </Button>
      {isOpen && locales && (
        <TermForm
          kind={kind}
          opened={null}
          title={label}
          locales={locales}
          onClose={() => {
            setOpen(false);
          }}
          returnFocus={() => document.getElementById(id)}
        />
      )}
    </>
  );
}
