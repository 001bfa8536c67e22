import { Button } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import { TREND_DAYS } from '../../../../contracts/coverage-trend';
import { useErrorMessage } from '../../api/errors';
import { useDeleteSnapshots } from '../../api/trend';
import { PERMISSIONS, useMay } from '../../permissions';
import { ChooseOne } from '../../ui/ChooseField';
import { DialogFrame } from '../../ui/DialogFrame';
import { dayAfter } from './days';

/** Deletes snapshots, for those who may; it asks first. @param today the last day of the trend. */
export function DeleteSnapshots({ today }: { today: string }) {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.deleteSnapshots);
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (!may) return null;
  return (
    <>
      <Button
        ref={opener}
        variant="tertiary"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {intl.formatMessage({
          id: 'buyer-journey.trend.delete',
          defaultMessage: 'Delete snapshots…',
        })}
      </Button>
      {isOpen && (
        <DeleteDialog
          today={today}
          opener={() => opener.current}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}

/** Chosen for everything, whatever its age. */
const ALL = 'all';

interface DeleteDialogProps {
  today: string;
  opener: () => HTMLElement | null;
  onClose: () => void;
}

function DeleteDialog({ today, opener, onClose }: DeleteDialogProps) {
  const intl = useIntl();
  const { toggleNotification } = useNotification();
  const errorMessage = useErrorMessage();
  const { mutateAsync, isPending } = useDeleteSnapshots();
  const [age, setAge] = useState<string>(String(TREND_DAYS.at(-1)));

  const remove = async () => {
    try {
      const before = age === ALL ? undefined : dayAfter(today, -Number(age));
      const { days } = await mutateAsync({ before });
      toggleNotification({
        type: 'success',
        message: intl.formatMessage(
          {
            id: 'buyer-journey.trend.delete.done',
            defaultMessage:
              '{days, plural, =0 {There was nothing to delete.} one {The snapshot of # day is deleted.} other {The snapshots of # days are deleted.}}',
          },
          { days }
        ),
      });
      onClose();
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
    }
  };

  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.trend.delete.title',
        defaultMessage: 'Delete snapshots',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.trend.delete.hint',
        defaultMessage:
          'This cannot be undone: what was counted on a day cannot be counted again. The content stays as it is.',
      })}
      onClose={onClose}
      onSubmit={() => void remove()}
      returnFocus={opener}
      action={
        <Button type="submit" variant="danger" loading={isPending}>
          {intl.formatMessage({
            id: 'buyer-journey.trend.delete.confirm',
            defaultMessage: 'Delete for good',
          })}
        </Button>
      }
    >
      <ChooseOne
        label={intl.formatMessage({
          id: 'buyer-journey.trend.delete.which',
          defaultMessage: 'Which snapshots',
        })}
        value={age}
        options={[
          ...TREND_DAYS.toReversed().map((days) => ({
            value: String(days),
            name: intl.formatMessage(
              {
                id: 'buyer-journey.trend.delete.older',
                defaultMessage: 'Those older than {days, number} days',
              },
              { days }
            ),
          })),
          {
            value: ALL,
            name: intl.formatMessage({
              id: 'buyer-journey.trend.delete.all',
              defaultMessage: 'All of them',
            }),
          },
        ]}
        onChange={setAge}
      />
    </DialogFrame>
  );
}
