import { Box, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useInboxChoices } from '../../api/inbox';

interface AssignSelectProps {
  isBusy: boolean;
  /** Null: nobody owns them any more. */
  onAssign: (owner: number | null) => void;
}

/** Stands for nobody among the owners to choose. */
const NOBODY = 'none';

/** Chooses who owns the selected items. It has no value of its own: choosing does it. */
export function AssignSelect({ isBusy, onAssign }: AssignSelectProps) {
  const intl = useIntl();
  const { data: choices } = useInboxChoices();
  return (
    <Box width="14rem">
      <SingleSelect
        size="S"
        value={null}
        disabled={isBusy}
        aria-label={intl.formatMessage({
          id: 'buyer-journey.inbox.bulk.assign',
          defaultMessage: 'Assign the selected items',
        })}
        placeholder={intl.formatMessage({
          id: 'buyer-journey.inbox.action.assign',
          defaultMessage: 'Assign',
        })}
        onChange={(owner) => {
          onAssign(owner === NOBODY ? null : Number(owner));
        }}
      >
        <SingleSelectOption value={NOBODY}>
          {intl.formatMessage({ id: 'buyer-journey.inbox.owner.none', defaultMessage: 'Nobody' })}
        </SingleSelectOption>
        {(choices?.owners ?? []).map(({ id, name }) => (
          <SingleSelectOption key={id} value={String(id)}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}
