/** What every editor's driver does: one insert that is proved, and its undo. */
import type { BridgeAnswer, Held, InsertRequest } from '@/lib/helpdesks/editors/bridge-protocol';
import type { CleanContent } from '@/lib/helpdesks/editors/sanitise';

export interface InsertJob {
  form: InsertRequest['form'];
  content: CleanContent;
  /** The agent has been in this editor, so its selection means something. */
  hasCaret: boolean;
  /** Whether the composer is still the one that was meant; asked right before a change that had to wait. */
  isStillMeant(): boolean;
}

/** One editor, found at one element. Refuses rather than leaving half an insert behind. */
export interface EditorDriver {
  insert(job: InsertJob): BridgeAnswer | Promise<BridgeAnswer>;
  /** Takes the insert back if the editor holds exactly what it left, else touches nothing. */
  undo(held: Held): BridgeAnswer | Promise<BridgeAnswer>;
}
