/** The sentences by language: a team's own where they can be used, ours everywhere else. */
import type { ReplyTemplates } from '@/lib/model/ready-reply';
import type { ReplyCase } from '@/lib/suggest/replies/cases';
import { templateFault } from '@/lib/suggest/replies/fill';
import { de } from '@/lib/suggest/replies/templates/de';
import { en } from '@/lib/suggest/replies/templates/en';
import { es } from '@/lib/suggest/replies/templates/es';
import { fr } from '@/lib/suggest/replies/templates/fr';
import { it } from '@/lib/suggest/replies/templates/it';

const OURS = { en, de, fr, es, it } as const satisfies Record<string, Record<ReplyCase, string>>;

export type ReplyLanguage = keyof typeof OURS;

export const REPLY_LANGUAGES = Object.keys(OURS) as ReplyLanguage[];

/** The language of `locale` (BCP 47) if there are sentences in it. */
export function replyLanguage(locale: string): ReplyLanguage | null {
  const [language] = locale.toLowerCase().split(/[-_]/);
  return REPLY_LANGUAGES.find((one) => one === language) ?? null;
}

export function ourTemplate(language: ReplyLanguage, replyCase: ReplyCase): string {
  return OURS[language][replyCase];
}

/** What the team wrote itself, unless it cannot be used: a reply is never broken by a setting. */
export function templateFor(
  language: ReplyLanguage,
  replyCase: ReplyCase,
  templates: ReplyTemplates,
): string {
  const own = templates[language]?.[replyCase];
  const isUsable = own !== undefined && templateFault(own, replyCase) === null;
  return isUsable ? own : OURS[language][replyCase];
}
