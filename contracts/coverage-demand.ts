/** What crosses between server and admin when demand is set beside coverage. */
import type { ItemKind } from './sales-sourced/items';

/** Items by kind; a kind of which there are none is left out. */
export type ItemsByKind = Partial<Record<ItemKind, number>>;

/** What a gap's priority is made of; a part that is 0 everywhere is null. */
export interface GapPriority {
  /** 0..1; over all cells they sum up to 1. */
  figure: number;
  /** The cell's share of open demand. */
  demandShare: number | null;
  /** The cell's share of what is short of fresh documents. */
  shortageShare: number | null;
}

export interface CellDemand {
  /** Slug of the stage. */
  stage: string;
  /** Slug of the persona; null is the Everyone row. */
  persona: string | null;
  demand: number;
  /** Of what is not answered. */
  openDemand: number;
  openItems: number;
  /** Those of the open items whose kind is known. */
  openByKind: ItemsByKind;
  /** Null when nothing is asked for and nothing is short anywhere. */
  priority: GapPriority | null;
}

/** How far supply and demand match, 0..1, or why there is no figure. */
export type Alignment =
  | { figure: number; reason: null }
  | { figure: null; reason: 'fewItems' | 'noDocuments' | 'noDemand' };

export interface StageMix {
  /** Shares of the tagged documents; null when there are none. */
  shares: { stage: string; documents: number; share: number | null }[];
  /** The first stage holds more than half, while a later one has a cell under its target. */
  topHeavy: boolean;
}

/** `GET /buyer-journey/coverage/demand`, with the parameters of `GET /buyer-journey/coverage` */
export interface CoverageDemand {
  /** In the order of the matrix. */
  cells: CellDemand[];
  /** In order; an item counts once in its stage, for however many personas it is. */
  stages: { stage: string; demand: number; openDemand: number; openItems: number }[];
  /** Valid items. */
  items: number;
  /** What has no stage and stands in no cell. */
  unplaced: { demand: number; openDemand: number; items: number; openItems: number };
  alignmentByStage: Alignment;
  /** Content for everyone is left out. */
  alignmentByCell: Alignment;
  stageMix: StageMix;
}
