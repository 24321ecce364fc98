/** Puts the texts where an extension's are: must be the page's first import. */
import { createGetMessage } from '@/tests/support/ui-gallery/get-message';

/** Filled in by the gallery's build. */
declare const GALLERY_MESSAGES: Record<string, Record<string, string>>;

/** What is shown from now on speaks this language. */
export function speak(language: string): void {
  const host = globalThis as unknown as { chrome?: Record<string, unknown> };
  host.chrome ??= {};
  host.chrome['i18n'] = { getMessage: createGetMessage(GALLERY_MESSAGES[language] ?? {}) };
}

speak('en');
