/** What items are: their kinds, states and parts, as every screen shows them. */

export const ITEM_KINDS = ['question', 'objection', 'story', 'loss', 'request'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Stored states. *Answered* is computed, never stored. */
export const WORKFLOW_STATES = [
  'received',
  'accepted',
  'in_progress',
  'declined',
  'merged',
] as const;
export type WorkflowState = (typeof WORKFLOW_STATES)[number];

export const ITEM_SOURCES = ['call', 'email', 'meeting', 'event', 'chat', 'other'] as const;
export type ItemSource = (typeof ITEM_SOURCES)[number];

/** States that somebody may move an item to, by the state it is in. Merging has a way of its own. */
export const TRANSITIONS: Record<WorkflowState, WorkflowState[]> = {
  received: ['accepted', 'in_progress', 'declined'],
  accepted: ['received', 'in_progress', 'declined'],
  in_progress: ['accepted', 'declined'],
  declined: ['received', 'accepted'],
  merged: [],
};

/** A stage or persona as items name it. */
export interface TermRef {
  documentId: string;
  slug: string;
  name: string;
}

export interface RepRef {
  documentId: string;
  displayName: string;
}

export interface OwnerRef {
  id: number;
  name: string;
}

/** The parts of a demand figure (docs/metrics.md). */
export interface Demand {
  /** Sum of both parts. */
  figure: number;
  /** What is left of the item itself, 0..1. */
  item: number;
  /** What is left of its echoes. */
  echoes: number;
  /** Half-life in days. */
  halfLife: number;
}

/** Where an item stands for everybody to see: `answered` where it is, else its stored state. */
export type ItemStatus = WorkflowState | 'answered';

/** An item in a list. */
export interface Item {
  documentId: string;
  buyerWords: string;
  kind: ItemKind;
  state: WorkflowState;
  answered: boolean;
  stage: TermRef | null;
  resolveByStage: TermRef | null;
  personas: TermRef[];
  rep: RepRef | null;
  /** False while a tool brought it in and nobody vouched for it: no name may go on it. */
  confirmed: boolean;
  owner: OwnerRef | null;
  dueDate: string | null;
  /** How often it was heard: the item itself and each echo. */
  heard: number;
  demand: Demand;
  broughtInAt: string;
  lastHeardAt: string;
  /** Changes with every change of the item; sent back with a change of one's own. */
  revision: string;
}
