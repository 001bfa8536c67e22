import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { BulkBody, BulkResult } from '../../../../contracts/sales-sourced/inbox';
import type { Item } from '../../../../contracts/sales-sourced/items';
import { useChangeMany } from '../../api/inbox-changes';
import type { Selection } from '../../ui/useSelection';
import { DeclineDialog } from '../actions/DeclineDialog';
import { useFeedback } from '../actions/feedback';
import { MergeDialog } from '../actions/MergeDialog';
import { AssignSelect } from './AssignSelect';
import { BulkResultDialog } from './BulkResultDialog';

interface BulkBarProps {
  selection: Selection<Item>;
  /** How many items are on the page. */
  onPage: number;
}

type Asked = 'decline' | 'merge';

const focusSelectPage = () => document.getElementById(SELECT_PAGE);
const SELECT_PAGE = 'buyer-journey-select-page';

/** Selects the page, and does one thing to all that is selected. */
export function BulkBar({ selection, onPage }: BulkBarProps) {
  const intl = useIntl();
  const feedback = useFeedback();
  const changing = useChangeMany();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failed, setFailed] = useState<{ result: BulkResult; items: Item[] } | null>(null);
  const { items } = selection;

  const change = async (action: BulkBody['action']): Promise<boolean> => {
    const seen = items.map(({ documentId, revision }) => ({ documentId, revision }));
    try {
      const result = await changing.mutateAsync({ items: seen, action });
      // What could not be done stays selected, to try something else.
      for (const documentId of result.done) selection.toggle(documentId);
      if (result.failed.length > 0) setFailed({ result, items });
      else {
        feedback.succeeded(
          intl.formatMessage(
            {
              id: 'buyer-journey.inbox.bulk.done',
              defaultMessage: '{count, plural, one {# item} other {# items}} changed',
            },
            { count: result.done.length }
          )
        );
        focusSelectPage()?.focus();
      }
      return true;
    } catch (error) {
      feedback.failed(error);
      return false;
    }
  };

  const subject = intl.formatMessage(
    {
      id: 'buyer-journey.inbox.bulk.subject',
      defaultMessage: '{count, plural, one {# selected item} other {# selected items}}',
    },
    { count: items.length }
  );
  const closeQuestion = () => {
    setAsked(null);
  };

  return (
    <Flex gap={3} wrap="wrap" padding={3} paddingLeft={4} paddingRight={4}>
      <Checkbox
        id={SELECT_PAGE}
        checked={items.length === 0 ? false : items.length === onPage ? true : 'indeterminate'}
        onCheckedChange={() => {
          selection.selectPage(items.length < onPage);
        }}
      >
        {intl.formatMessage({
          id: 'buyer-journey.inbox.bulk.selectPage',
          defaultMessage: 'Select page',
        })}
      </Checkbox>
      {items.length > 0 && (
        <>
          <Typography variant="pi" textColor="neutral600" role="status">
            {subject}
          </Typography>
          <Button
            size="S"
            variant="secondary"
            loading={changing.isPending}
            onClick={() => void change({ do: 'transition', to: 'accepted' })}
          >
            {intl.formatMessage({
              id: 'buyer-journey.inbox.action.accept',
              defaultMessage: 'Accept',
            })}
          </Button>
          <Button
            size="S"
            variant="tertiary"
            disabled={changing.isPending}
            onClick={() => {
              setAsked('decline');
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.inbox.action.declineAsk',
              defaultMessage: 'Decline…',
            })}
          </Button>
          <Button
            size="S"
            variant="tertiary"
            disabled={changing.isPending}
            onClick={() => {
              setAsked('merge');
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.inbox.action.mergeAsk',
              defaultMessage: 'Merge into…',
            })}
          </Button>
          <AssignSelect
            isBusy={changing.isPending}
            onAssign={(owner) => void change({ do: 'assign', owner })}
          />
        </>
      )}
      {asked === 'decline' && (
        <DeclineDialog
          subject={subject}
          returnFocus={focusSelectPage}
          onClose={closeQuestion}
          onDecline={(reason) => change({ do: 'transition', to: 'declined', reason })}
        />
      )}
      {asked === 'merge' && (
        <MergeDialog
          subject={subject}
          except={items.map(({ documentId }) => documentId)}
          similar={[]}
          returnFocus={focusSelectPage}
          onClose={closeQuestion}
          onMerge={(into) => change({ do: 'merge', into })}
        />
      )}
      {failed && (
        <BulkResultDialog
          {...failed}
          returnFocus={focusSelectPage}
          onClose={() => {
            setFailed(null);
          }}
        />
      )}
    </Flex>
  );
}
