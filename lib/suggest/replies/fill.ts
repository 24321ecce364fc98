/** Templates with `{slots}`: what is wrong with one, and what it says with the facts filled in. */
import { CASE_SLOTS, type ReplyCase, type SlotValues } from '@/lib/suggest/replies/cases';

export const TEMPLATE_LIMIT = 600;

const SLOT = /\{([^{}]*)\}/g;
/** Helpdesks replace these when a reply is sent. */
const PLACEHOLDER = /\{\{|\}\}|\{%|%\}/;

/** Why a template cannot be used; `names` are the slots that are meant. */
export type TemplateFault =
  | { kind: 'empty' }
  | { kind: 'too-long' }
  | { kind: 'placeholder' }
  | { kind: 'brace' }
  | { kind: 'unknown-slot'; names: string[] };

/** What is wrong with a text for this case; null when nothing is. */
export function templateFault(text: string, replyCase: ReplyCase): TemplateFault | null {
  if (text.trim() === '') return { kind: 'empty' };
  if (text.length > TEMPLATE_LIMIT) return { kind: 'too-long' };
  if (PLACEHOLDER.test(text)) return { kind: 'placeholder' };
  const allowed: readonly string[] = CASE_SLOTS[replyCase];
  const names = [...text.matchAll(SLOT)].map(([, name = '']) => name);
  const unknown = [...new Set(names.filter((name) => !allowed.includes(name)))];
  if (unknown.length > 0) return { kind: 'unknown-slot', names: unknown };
  return /[{}]/.test(text.replace(SLOT, '')) ? { kind: 'brace' } : null;
}

/** The template with its slots filled; null when one of its facts is not known. */
export function fillTemplate(text: string, slots: SlotValues): string | null {
  let isWhole = true;
  const filled = text.trim().replace(SLOT, (_, name: string) => {
    const value = Object.hasOwn(slots, name) ? slots[name as keyof SlotValues] : undefined;
    if (value === undefined) isWhole = false;
    return value ?? '';
  });
  return isWhole ? filled : null;
}
