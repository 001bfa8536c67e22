import { Button, Flex, Typography } from '@strapi/design-system';
import { Link } from '@strapi/icons';
import { forwardRef } from 'react';
import { useIntl } from 'react-intl';

import type { Pickable } from '../../inbox/actions/PickDialog';
import { PERMISSIONS, useMay } from '../../permissions';

interface ItemFieldProps {
  item: Pickable | null;
  onPick: () => void;
  onClear: () => void;
}

/** The item that says so, for who sees the inbox; the ref is of the button that picks one. */
export const ItemField = forwardRef<HTMLButtonElement, ItemFieldProps>(function ItemField(
  { item, onPick, onClear },
  pickButton
) {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.readInbox);
  if (!may) return null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {item && <Typography tag="p">{item.name}</Typography>}
      <Flex gap={2} wrap="wrap">
        <Button ref={pickButton} size="S" variant="tertiary" startIcon={<Link />} onClick={onPick}>
          {item
            ? intl.formatMessage({
                id: 'buyer-journey.personas.evidence.relink',
                defaultMessage: 'Link another item',
              })
            : intl.formatMessage({
                id: 'buyer-journey.personas.evidence.link',
                defaultMessage: 'Link what a buyer said',
              })}
        </Button>
        {item && (
          <Button size="S" variant="tertiary" onClick={onClear}>
            {intl.formatMessage({
              id: 'buyer-journey.personas.evidence.unlink',
              defaultMessage: 'Remove the link',
            })}
          </Button>
        )}
      </Flex>
    </Flex>
  );
});
