/** The team's sentences for ready replies: edited as a draft, checked as they are typed, saved as a whole. */
import type { OptionsState, RepliesState, ReplyRow } from '@/lib/app/stores/options-state';
import type { Clock } from '@/lib/core/clock';
import type { Result } from '@/lib/core/result';
import type { ReplyTemplates } from '@/lib/model/ready-reply';
import {
  CASE_SLOTS,
  REPLY_CASES,
  type ReplyCase,
  type SlotValues,
} from '@/lib/suggest/replies/cases';
import { fillTemplate, templateFault } from '@/lib/suggest/replies/fill';
import {
  ourTemplate,
  REPLY_LANGUAGES,
  replyLanguage,
  type ReplyLanguage,
} from '@/lib/suggest/replies/templates';

export interface ReplyStorage {
  read: () => Promise<ReplyTemplates>;
  write: (templates: ReplyTemplates) => Promise<Result<null>>;
}

interface RepliesParts {
  storage: ReplyStorage;
  /** BCP 47: the language to begin with. */
  locale: string;
  clock: Clock;
  store: {
    getState: () => OptionsState;
    setState: (changes: Partial<OptionsState>) => void;
  };
}

export interface Replies {
  load: () => Promise<void>;
  choose: (language: string) => void;
  edit: (replyCase: string, text: string) => void;
  reset: (replyCase: string) => void;
  save: () => Promise<void>;
}

const SAMPLE_TITLE = 'Fernway POS';
const SAMPLE_VERSION = 'POS 6.5.0';
const SAMPLE_DAYS = 14;

/** What the page shows before anything is read. */
export function blankReplies(locale: string): RepliesState {
  return {
    language: replyLanguage(locale) ?? 'en',
    languages: REPLY_LANGUAGES,
    rows: [],
    status: 'loading',
  };
}

export function createReplies({ storage, locale, clock, store }: RepliesParts): Replies {
  /** What is stored, and what is being written instead of it, by language and case. */
  let stored: ReplyTemplates = {};
  let drafts: ReplyTemplates = {};
  const language = (): ReplyLanguage => replyLanguage(store.getState().replies.language) ?? 'en';

  function show(status: RepliesState['status'], chosen = language()): void {
    const own = drafts[chosen] ?? {};
    const rows = REPLY_CASES.map((one) => rowOf(one, chosen, own[one], clock()));
    store.setState({ replies: { language: chosen, languages: REPLY_LANGUAGES, rows, status } });
  }

  function draft(replyCase: string, text: string | null): void {
    const chosen = language();
    const { [replyCase]: _before, ...others } = drafts[chosen] ?? {};
    drafts = { ...drafts, [chosen]: text === null ? others : { ...others, [replyCase]: text } };
    show('changed');
  }

  return {
    async load() {
      // What is being written is not thrown away because somebody came back to the page.
      if (store.getState().replies.status === 'changed') return;
      stored = await storage.read();
      drafts = stored;
      show(
        'saved',
        replyLanguage(store.getState().replies.language) ?? replyLanguage(locale) ?? 'en',
      );
    },
    choose(wanted) {
      show(store.getState().replies.status, replyLanguage(wanted) ?? 'en');
    },
    edit: (replyCase, text) => draft(replyCase, text),
    reset: (replyCase) => draft(replyCase, null),
    async save() {
      if (!areUsable(drafts)) return;
      const kept = withoutOurs(drafts);
      const written = await storage.write(kept);
      if (!written.ok) {
        store.setState({ notice: { kind: 'fault', fault: written.fault } });
        return;
      }
      stored = kept;
      drafts = stored;
      show('saved');
    },
  };
}

function rowOf(
  one: ReplyCase,
  language: ReplyLanguage,
  own: string | undefined,
  now: number,
): ReplyRow {
  const ours = ourTemplate(language, one);
  const text = own ?? ours;
  const fault = templateFault(text, one);
  return {
    case: one,
    slots: [...CASE_SLOTS[one]],
    text,
    isOurs: text === ours,
    fault,
    preview: fault === null ? fillTemplate(text, sampleSlots(language, now)) : null,
  };
}

/** An issue to come: every fact that a sentence may name. */
function sampleSlots(language: ReplyLanguage, now: number): SlotValues {
  const day = new Date(now + SAMPLE_DAYS * 86_400_000);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return { version: SAMPLE_VERSION, date: format.format(day), title: SAMPLE_TITLE };
}

function entries(templates: ReplyTemplates): [ReplyLanguage, ReplyCase, string][] {
  return REPLY_LANGUAGES.flatMap((language) =>
    REPLY_CASES.flatMap((one): [ReplyLanguage, ReplyCase, string][] => {
      const text = templates[language]?.[one];
      return text === undefined ? [] : [[language, one, text]];
    }),
  );
}

function areUsable(templates: ReplyTemplates): boolean {
  return entries(templates).every(([, one, text]) => templateFault(text, one) === null);
}

/** Only what differs is stored, so that ours may get better. */
function withoutOurs(templates: ReplyTemplates): ReplyTemplates {
  const kept: ReplyTemplates = {};
  for (const [language, one, text] of entries(templates)) {
    if (text === ourTemplate(language, one)) continue;
    kept[language] = { ...kept[language], [one]: text };
  }
  return kept;
}
