import { Box, DatePicker, Field, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { useInboxChoices } from '../../api/inbox';
import { ChooseOne } from '../../ui/ChooseField';
import { useTriage } from '../actions/triage-context';
import { useItemTexts } from '../item-texts';
import { calendarDate, dayOfLocalDate } from '../../ui/calendar-day';

/** Who owns an item and until when it is due. What is chosen is saved at once. */
export function OwnershipFields({ item }: { item: ItemDetail }) {
  const { mayTriage } = useTriage();
  if (!mayTriage || item.state === 'merged') return <Ownership item={item} />;
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end">
      <Box flex="1 1 16rem" minWidth={0}>
        <OwnerField item={item} />
      </Box>
      <Box flex="1 1 16rem" minWidth={0}>
        <DueDateField item={item} />
      </Box>
    </Flex>
  );
}

/** The same in words, for who may only read. */
function Ownership({ item }: { item: ItemDetail }) {
  const texts = useItemTexts();
  const facts = [
    item.owner && `${texts.field('owner')}: ${item.owner.name}`,
    item.dueDate && `${texts.field('dueDate')}: ${texts.calendarDay(item.dueDate)}`,
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return (
    <Typography tag="p" textColor="neutral600">
      {facts.join(' · ')}
    </Typography>
  );
}

function OwnerField({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const texts = useItemTexts();
  const { actions } = useTriage();
  const { data: choices } = useInboxChoices();
  const owners = choices?.owners ?? [];
  // Somebody who has left can still own an item.
  const known = owners.some(({ id }) => id === item.owner?.id);
  const options = item.owner && !known ? [item.owner, ...owners] : owners;

  return (
    <ChooseOne
      label={texts.field('owner')}
      placeholder={intl.formatMessage({
        id: 'buyer-journey.inbox.owner.none',
        defaultMessage: 'Nobody',
      })}
      value={item.owner ? String(item.owner.id) : null}
      options={options.map(({ id, name }) => ({ value: String(id), name }))}
      onChange={(owner) => void actions.edit(item, { owner: Number(owner) })}
      onClear={() => void actions.edit(item, { owner: null })}
    />
  );
}

function DueDateField({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const texts = useItemTexts();
  const { actions } = useTriage();
  return (
    <Field.Root>
      <Field.Label>{texts.field('dueDate')}</Field.Label>
      <DatePicker
        locale={intl.locale}
        value={item.dueDate === null ? undefined : calendarDate(item.dueDate)}
        clearLabel={intl.formatMessage(
          { id: 'buyer-journey.choose.clear', defaultMessage: 'Clear: {field}' },
          { field: texts.field('dueDate') }
        )}
        onClear={() => void actions.edit(item, { dueDate: null })}
        onChange={(date) => {
          const dueDate = date ? dayOfLocalDate(date) : null;
          if (dueDate !== null && dueDate !== item.dueDate) void actions.edit(item, { dueDate });
        }}
      />
    </Field.Root>
  );
}
