import { TRANSITIONS, type WorkflowState } from '../../../../contracts/sales-sourced/items';

/** Whether somebody may move an item from one state to another. */
export const mayMove = (from: WorkflowState, to: WorkflowState) => TRANSITIONS[from].includes(to);

/** Whether a change of state can be undone. Declining again would need the reason again. */
export const hasWayBack = (from: WorkflowState, to: WorkflowState) =>
  from !== 'declined' && mayMove(to, from);
