import { Button, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import type { WorkflowState } from '../../../../contracts/sales-sourced/items';
import { mayMove } from '../actions/way-back';
import { useTriage } from '../actions/triage-context';
import { findItem } from '../item-focus';

/** What can be done with an item where it stands. Nothing for who may only read. */
export function ActionBar({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const { mayTriage, settle, ask, actions } = useTriage();
  if (!mayTriage) return null;
  const can = (to: WorkflowState) => mayMove(item.state, to);
  const isMerged = item.state === 'merged';
  /** The button that did it is gone then, and the focus with it. */
  const stay = async (doing: Promise<boolean>) => {
    if (await doing) findItem(item.documentId)?.focus();
  };

  return (
    <Flex gap={2} wrap="wrap">
      {can('accepted') && item.state !== 'in_progress' && (
        <Button
          size="S"
          onClick={() => {
            settle(item, 'accepted');
          }}
        >
          {intl.formatMessage({
            id: 'buyer-journey.inbox.action.accept',
            defaultMessage: 'Accept',
          })}
        </Button>
      )}
      {can('in_progress') && (
        <Button
          size="S"
          variant="secondary"
          onClick={() => void stay(actions.move(item, 'in_progress'))}
        >
          {intl.formatMessage({ id: 'buyer-journey.inbox.action.start', defaultMessage: 'Start' })}
        </Button>
      )}
      {item.state === 'in_progress' && (
        <Button
          size="S"
          variant="secondary"
          onClick={() => void stay(actions.move(item, 'accepted'))}
        >
          {intl.formatMessage({ id: 'buyer-journey.inbox.action.stop', defaultMessage: 'Stop' })}
        </Button>
      )}
      {can('received') && (
        <Button
          size="S"
          variant="tertiary"
          onClick={() => void stay(actions.move(item, 'received'))}
        >
          {intl.formatMessage({
            id: 'buyer-journey.inbox.action.reopen',
            defaultMessage: 'Reopen',
          })}
        </Button>
      )}
      {can('declined') && (
        <Button
          size="S"
          variant="tertiary"
          onClick={() => {
            ask('decline');
          }}
        >
          {intl.formatMessage({
            id: 'buyer-journey.inbox.action.declineAsk',
            defaultMessage: 'Decline…',
          })}
        </Button>
      )}
      {isMerged ? (
        <Button
          size="S"
          variant="tertiary"
          onClick={() => void stay(actions.takeOut(item.documentId))}
        >
          {intl.formatMessage({
            id: 'buyer-journey.inbox.action.unmerge',
            defaultMessage: 'Undo the merge',
          })}
        </Button>
      ) : (
        <>
          <Button
            size="S"
            variant="tertiary"
            onClick={() => {
              ask('merge');
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.inbox.action.mergeAsk',
              defaultMessage: 'Merge into…',
            })}
          </Button>
          <Button
            size="S"
            variant="tertiary"
            onClick={() => {
              ask('edit');
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.inbox.action.edit',
              defaultMessage: 'Edit…',
            })}
          </Button>
        </>
      )}
    </Flex>
  );
}
