/** Makes the ready reply: a sentence for where an issue stands and its workaround, or an article's passage. */
import { webAddress } from '@/lib/core/url';
import type { Block } from '@/lib/model/block';
import type { IssueFacts } from '@/lib/model/issue-facts';
import { isPublic, type ItemHead } from '@/lib/model/item';
import type { ReadyReply, ReplyTemplates } from '@/lib/model/ready-reply';
import {
  chooseCase,
  workaroundCase,
  type ReplyCase,
  type SlotValues,
} from '@/lib/suggest/replies/cases';
import { fillTemplate } from '@/lib/suggest/replies/fill';
import { namesInternals, textNamesInternals } from '@/lib/suggest/replies/guard';
import {
  ourTemplate,
  replyLanguage,
  templateFor,
  type ReplyLanguage,
} from '@/lib/suggest/replies/templates';

export interface ReplyQuestion {
  item: ItemHead;
  /** What of an article answers the ticket; issues have their workaround. */
  passage: readonly Block[];
  /** What the item duplicates, where that is known. */
  original: ItemHead | null;
  /** BCP 47: the customer's. */
  locale: string;
  templates: ReplyTemplates;
  /** Milliseconds since 1970. */
  now: number;
}

type Facts = ItemHead & { issue: IssueFacts };
type Note = ReadyReply['notes'][number];

/** Null where there is nothing that a customer may be told. */
export function makeReadyReply(question: ReplyQuestion): ReadyReply | null {
  const { item, locale } = question;
  // What only some colleagues may see, such as a security bug, is not even known to customers.
  if (item.visibility === 'restricted') return null;
  const wanted = replyLanguage(locale);
  const language = wanted ?? replyLanguage(item.locale) ?? 'en';
  const made = hasFacts(item)
    ? issueReply(item, language, question)
    : articleReply(language, question);
  if (made === null) return null;
  const notes: Note[] = [...made.notes];
  if (wanted === null) notes.push('no-templates');
  return { itemId: item.id, locale: language, blocks: made.blocks, notes };
}

interface Made {
  blocks: Block[];
  notes: Note[];
}

function hasFacts(item: ItemHead): item is Facts {
  return item.issue !== undefined;
}

/** A duplicate says what holds for its original; where that is not known, that it is known. */
function issueReply(item: Facts, language: ReplyLanguage, question: ReplyQuestion): Made {
  const { original, now, templates } = question;
  const isDuplicate = item.issue.category === 'duplicate';
  const isTold = original !== null && original.visibility !== 'restricted';
  const told = isDuplicate && isTold && hasFacts(original) ? original : item;
  const secrets = [item, told].filter((one) => !isPublic(one));
  const chosen = chooseCase(told.kind, told.issue, language, now);
  const say = (replyCase: ReplyCase, slots: SlotValues = {}): string =>
    sentence(language, replyCase, slots, templates);
  const full = say(chosen.case, chosen.slots);
  const isSafe = !secrets.some((secret) => textNamesInternals(full, secret));
  const state = isSafe
    ? full
    : ourTemplate(language, told.kind === 'incident' ? 'incident-known' : 'known');
  const workaround = [told, item].find(({ issue }) => (issue.workaround ?? []).length > 0);
  const steps = workaround?.issue.workaround ?? [];
  if (steps.length === 0) return { blocks: [paragraph(state)], notes: [] };
  if (secrets.some((secret) => namesInternals(steps, secret))) {
    return { blocks: [paragraph(state)], notes: ['workaround-withheld'] };
  }
  const help = [paragraph(say(workaroundCase(told.issue))), ...steps];
  // Somebody who will get no fix wants to know first what to do instead.
  const isAlternative = told.issue.category === 'wont-fix';
  return {
    blocks: isAlternative ? [...help, paragraph(state)] : [paragraph(state), ...help],
    notes: isSameLanguage(workaround?.locale ?? item.locale, language) ? [] : ['other-language'],
  };
}

function articleReply(
  language: ReplyLanguage,
  { item, passage, templates }: ReplyQuestion,
): Made | null {
  if (!isPublic(item) || (item.kind !== 'article' && item.kind !== 'thread')) return null;
  const title = item.title.replace(/\s+/g, ' ').trim();
  const href = webAddress(item.url);
  if (title === '' || (passage.length === 0 && href === undefined)) return null;
  const link: Block[] =
    href === undefined ? [] : [{ type: 'paragraph', text: [{ text: title, href }] }];
  return {
    blocks: [paragraph(sentence(language, 'article', { title }, templates)), ...passage, ...link],
    notes: isSameLanguage(item.locale, language) ? [] : ['other-language'],
  };
}

/** The team's sentence, or ours where one of its facts is missing: ours fit their case. */
function sentence(
  language: ReplyLanguage,
  replyCase: ReplyCase,
  slots: SlotValues,
  templates: ReplyTemplates,
): string {
  const own = fillTemplate(templateFor(language, replyCase, templates), slots);
  return own ?? fillTemplate(ourTemplate(language, replyCase), slots) ?? '';
}

function paragraph(text: string): Block {
  return { type: 'paragraph', text: [{ text }] };
}

function isSameLanguage(locale: string, language: string): boolean {
  return locale.toLowerCase().split(/[-_]/)[0] === language;
}
