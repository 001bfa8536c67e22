import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { type Inbox } from '../../../../contracts/sales-sourced/inbox';
import { WORKFLOW_STATES, type WorkflowState } from '../../../../contracts/sales-sourced/items';
import { TabButton } from '../../ui/TabButton';
import { useItemTexts } from '../item-texts';

const Tabs = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[1]};
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/** States that wait for somebody: what is shown when no state is chosen. */
const OPEN_STATES: readonly WorkflowState[] = ['received', 'accepted', 'in_progress'];

interface StateTabsProps {
  counts: Inbox['meta']['states'];
  chosen: string[];
  onChoose: (states: string[]) => void;
}

/** How many items there are in each state; choosing one shows those. */
export function StateTabs({ counts, chosen, onChoose }: StateTabsProps) {
  const intl = useIntl();
  const texts = useItemTexts();
  const open = OPEN_STATES.reduce((sum, state) => sum + counts[state], 0);

  const tab = (states: WorkflowState[], name: string, count: number) => (
    <TabButton
      key={name}
      type="button"
      aria-pressed={states.join() === chosen.join()}
      onClick={() => {
        onChoose(states);
      }}
    >
      {intl.formatMessage(
        { id: 'buyer-journey.inbox.tab', defaultMessage: '{name} {count, number}' },
        { name, count }
      )}
    </TabButton>
  );

  return (
    <Tabs
      role="group"
      aria-label={intl.formatMessage({
        id: 'buyer-journey.inbox.tabs',
        defaultMessage: 'Items by state',
      })}
    >
      {tab(
        [],
        intl.formatMessage({ id: 'buyer-journey.inbox.tab.valid', defaultMessage: 'Valid' }),
        open
      )}
      {WORKFLOW_STATES.map((state) => tab([state], texts.state(state), counts[state]))}
    </Tabs>
  );
}
