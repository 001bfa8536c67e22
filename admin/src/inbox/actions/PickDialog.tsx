import { Box, Button, Radio, Typography } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { SearchField } from '../../ui/SearchField';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { DialogFrame } from '../../ui/DialogFrame';

/** Something to pick. */
export interface Pickable {
  id: string;
  name: string;
  /** Shown below the name. */
  note: ReactNode;
}

interface PickDialogProps {
  title: string;
  /** What it is picked for. */
  hint: string;
  /** What picking does. */
  note?: string;
  searchLabel: string;
  search: string;
  onSearch: (search: string) => void;
  /** Undefined while they are fetched. */
  choices: Pickable[] | undefined;
  error: unknown;
  onRetry: () => void;
  confirmLabel: string;
  /** Answers whether it was done; the dialog stays when it was not. */
  onPick: (id: string) => Promise<boolean>;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

const Choice = styled(Radio.Item)`
  align-self: flex-start;
`;

const Name = styled.span`
  display: block;
  overflow-wrap: anywhere;
`;

/** Searches for one thing and picks it. */
export function PickDialog(props: PickDialogProps) {
  const { title, hint, note, searchLabel, search, onSearch, choices, error, onRetry } = props;
  const { confirmLabel, onPick, onClose, returnFocus } = props;
  const intl = useIntl();
  const [picked, setPicked] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isThere = choices?.some(({ id }) => id === picked) ?? false;

  const pick = async () => {
    if (picked === null || !isThere) return;
    setIsBusy(true);
    const done = await onPick(picked);
    setIsBusy(false);
    if (done) onClose();
  };

  return (
    <DialogFrame
      title={title}
      hint={hint}
      returnFocus={returnFocus}
      onClose={onClose}
      action={
        <Button type="button" disabled={!isThere} loading={isBusy} onClick={() => void pick()}>
          {confirmLabel}
        </Button>
      }
    >
      {note !== undefined && <Typography tag="p">{note}</Typography>}
      <SearchField label={searchLabel} value={search} onChange={onSearch} />
      {Boolean(error) && <ErrorNotice error={error} onRetry={onRetry} />}
      {!error && !choices && <LoadingNotice />}
      {choices?.length === 0 && (
        <Typography tag="p" textColor="neutral600" role="status">
          {intl.formatMessage({
            id: 'buyer-journey.inbox.pick.none',
            defaultMessage: 'Nothing fits these words.',
          })}
        </Typography>
      )}
      {choices && choices.length > 0 && (
        <Radio.Group aria-label={title} value={picked ?? ''} onValueChange={setPicked}>
          {choices.map(({ id, name, note }) => (
            <Choice key={id} value={id}>
              <Name>{name}</Name>
              <Box paddingTop={1}>{note}</Box>
            </Choice>
          ))}
        </Radio.Group>
      )}
    </DialogFrame>
  );
}
