/** Says in words what linking changes in a ticket, and what became of it. */
import { faultWords, type FaultWords } from '@/components/ui/fault-words';
import { textKey } from '@/components/ui/text-key';
import type { Translate } from '@/lib/app/stores/wording';
import type { Fault, FaultKind } from '@/lib/core/fault';
import type { LinkChange, LinkView, Problem } from '@/lib/model/link';

/** One line of what changes: the field, what it holds now, and what it will hold. */
export interface ChangeWords {
  field: string;
  before: string | null;
  after: string;
  /** Shown as written, over several lines. */
  isText: boolean;
  hint: string | null;
}

const TYPES = ['problem', 'incident', 'question', 'task'] as const;
const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;

/** Helpdesks may have words of their own, which are shown as they are. */
function worded<K extends string>(value: string, known: readonly K[], word: (key: K) => string) {
  const key = known.find((one) => one === value);
  return key === undefined ? value : word(key);
}

function typeWord(type: string | null, t: Translate): string {
  return type === null ? t('link.type.none') : worded(type, TYPES, (key) => t(`link.type.${key}`));
}

/** "#4500 Spooler crash (open)". */
export function problemWords({ id, title, status }: Problem, t: Translate): string {
  const state = worded(status, STATUSES, (key) => t(`link.status.${key}`));
  return t('link.problemState', [id, title, state]);
}

export function changeWords(change: LinkChange, view: LinkView, t: Translate): ChangeWords {
  const plain = { before: null, isText: false, hint: null };
  switch (change.field) {
    case 'type': {
      const { from, to } = change;
      const field = t('link.field.type');
      return { ...plain, field, before: typeWord(from, t), after: typeWord(to, t) };
    }
    case 'problem': {
      const problem = view.problem ?? { id: change.to, title: change.title, status: '' };
      const hint = t('link.problemHint');
      return { ...plain, field: t('link.field.problem'), after: problemWords(problem, t), hint };
    }
    case 'tag':
      return { ...plain, field: t('link.field.tag'), after: change.tag };
    case 'note': {
      const hint = t(change.isDraft ? 'link.noteDraft' : 'link.noteHint');
      return { ...plain, field: t('link.field.note'), after: change.text, isText: true, hint };
    }
  }
}

/** Why it is tag and note although there is a problem ticket. */
export function refusedWords(refused: LinkView['refused'], t: Translate): string | null {
  return refused === null ? null : t(`link.refused.${textKey(refused)}`);
}

/** What a write needs other words for than a read. */
const OWN_WORDS = ['forbidden', 'timeout', 'offline', 'disconnected', 'conflict'] as const;
type OwnWords = (typeof OWN_WORDS)[number];

const isOwn = (kind: FaultKind): kind is OwnWords => OWN_WORDS.some((own) => own === kind);

/** What happened to a link, and what to do now. */
export function linkFaultWords(fault: Fault, t: Translate): FaultWords {
  const words = faultWords(fault, t);
  const { kind } = fault;
  if (!isOwn(kind)) return words;
  return { ...words, title: t(`link.fault.${kind}.title`), next: t(`link.fault.${kind}.next`) };
}
