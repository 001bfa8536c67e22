import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useIntl } from 'react-intl';

interface FormFrameProps {
  onSave: () => void;
  children: ReactNode;
}

/** The form around the fields: its button saves, and so does Ctrl or Cmd with Enter from any field. */
export function FormFrame({ onSave, children }: FormFrameProps) {
  const intl = useIntl();

  const saveOnSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  const saveOnKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    onSave();
  };

  return (
    // Keys bubble up to the form from the fields, which are what takes the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      aria-label={intl.formatMessage({
        id: 'buyer-journey.capture.title',
        defaultMessage: 'Add what a buyer said',
      })}
      noValidate
      onSubmit={saveOnSubmit}
      onKeyDown={saveOnKey}
    >
      {children}
    </form>
  );
}
