/** What the options page shows of helpdesk pages: what is in force, and what a pasted description would change. */
import type { AddedSelectors, SelectorProblem } from '@/lib/model/added-selectors';

export type HelpdeskName = AddedSelectors['helpdesk'];

/** A part whose places change: the forms until now and then, those that are looked for first first. */
export interface PartChange {
  name: string;
  before: readonly string[];
  after: readonly string[];
}

export interface PagesState {
  /** For each helpdesk how many parts have added places, and whom they are from; [] until read. */
  inForce: { helpdesk: HelpdeskName; parts: number; note: string }[];
  /** The description as it was pasted. */
  text: string;
  /** What it would change; null when there is nothing, or nothing can be used. */
  preview: { helpdesk: HelpdeskName; changes: PartChange[] } | null;
  problems: SelectorProblem[];
  isSaved: boolean;
}

export interface PagesActions {
  pasteSelectors: (text: string) => Promise<void>;
  openSelectorFile: (file: File) => Promise<void>;
  /** Does nothing while there is no preview. */
  saveSelectors: () => Promise<void>;
  forgetSelectors: (helpdesk: HelpdeskName) => Promise<void>;
}

export const NO_PAGES: PagesState = {
  inForce: [],
  text: '',
  preview: null,
  problems: [],
  isSaved: false,
};
