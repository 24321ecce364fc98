/** The stand-in's conversations, and everything that may happen to them. */
import {
  createConversation,
  toThread,
  type Conversation,
  type SampleConversation,
  type SampleThread,
  type Thread,
} from './records';

type NewThread = Omit<SampleThread, 'at'> & Partial<Pick<SampleThread, 'at'>>;

export interface World {
  readonly conversations: ReadonlyMap<number, Conversation>;
  /** Throws for one that is not there: tests name their own. */
  get(id: number): Conversation;
  addThread(id: number, thread: NewThread): Thread;
  setTags(id: number, tags: readonly string[]): void;
  /** Puts all threads of one into another; the API then answers 301 for the first. */
  merge(from: number, into: number): void;
}

export function createWorld(samples: readonly SampleConversation[]): World {
  const conversations = new Map(samples.map((one) => [one.id, createConversation(one)]));
  const get = (id: number): Conversation => {
    const found = conversations.get(id);
    if (!found) throw new Error(`No conversation ${id}`);
    return found;
  };
  let ticks = 0;
  const touch = (conversation: Conversation): string => {
    ticks += 1;
    conversation.updatedAt = new Date(Date.UTC(2026, 10, 22, 12, 0, ticks))
      .toISOString()
      .replace('.000', '');
    return conversation.updatedAt;
  };
  return {
    conversations,
    get,
    addThread(id, thread) {
      const conversation = get(id);
      const at = touch(conversation);
      const added = toThread(id, conversation.threads.length, { at, ...thread });
      conversation.threads.push(added);
      return added;
    },
    setTags(id, tags) {
      const conversation = get(id);
      conversation.tags = [...tags];
      touch(conversation);
    },
    merge(from, into) {
      const source = get(from);
      const target = get(into);
      target.threads = [...source.threads, ...target.threads].toSorted((a, b) => a.id - b.id);
      source.mergedInto = into;
      touch(target);
    },
  };
}
