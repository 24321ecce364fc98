/** Suggesting, as the app uses it: a ticket in, a list of suggestions with reasons out. */
import type { Result } from '@/lib/core/result';
import type { Clock } from '@/lib/core/clock';
import type { Experience } from '@/lib/model/precedent';
import type { Item, ItemHead } from '@/lib/model/item';
import type { SuggestionList } from '@/lib/model/suggestion';
import type { Ticket } from '@/lib/model/ticket';

/** Where item bodies are read from; ids that are gone are left out of the answer. */
export interface ItemReader {
  readItems(ids: string[]): Promise<Result<Item[]>>;
}

/** What agents' earlier decisions add up to. */
export interface ExperienceReader {
  /** `now` is what the age of decisions is counted from. */
  readExperience(now: Clock): Promise<Result<Pick<Experience, 'timesUsed' | 'precedents'>>>;
  /** Ids of the items that were dismissed on this very ticket: they are not suggested. */
  dismissedItems(ticketKey: string): Promise<Result<string[]>>;
}

export interface Suggester {
  suggest(ticket: Ticket): Promise<Result<SuggestionList>>;
  /** Candidates for the typed search box, best first. */
  lookup(text: string, locale: string): Promise<Result<ItemHead[]>>;
}
