import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useItemChoices } from '../../inbox/actions/item-choices';
import { PickDialog, type Pickable } from '../../inbox/actions/PickDialog';

interface PickItemDialogProps {
  onPick: (item: Pickable) => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Asks which item is evidence. */
export function PickItemDialog({ onPick, onClose, returnFocus }: PickItemDialogProps) {
  const intl = useIntl();
  const [search, setSearch] = useState('');
  const { choices, error, refetch } = useItemChoices(search);
  return (
    <PickDialog
      title={intl.formatMessage({
        id: 'buyer-journey.personas.evidence.link',
        defaultMessage: 'Link what a buyer said',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.personas.evidence.link.hint',
        defaultMessage: 'Who may see the inbox can open it from the evidence.',
      })}
      searchLabel={intl.formatMessage({
        id: 'buyer-journey.answers.search',
        defaultMessage: 'Search what buyers said',
      })}
      confirmLabel={intl.formatMessage({
        id: 'buyer-journey.inbox.link.confirm',
        defaultMessage: 'Link',
      })}
      search={search}
      onSearch={setSearch}
      choices={choices}
      error={error}
      onRetry={() => void refetch()}
      onPick={(id) => {
        const picked = choices?.find((choice) => choice.id === id);
        if (picked) onPick(picked);
        return Promise.resolve(picked !== undefined);
      }}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
