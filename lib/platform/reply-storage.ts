/** A team's own sentences for ready replies, kept with the extension's settings. */
import { browser, type Browser } from 'wxt/browser';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { replyTemplatesSchema, type ReplyTemplates } from '@/lib/model/ready-reply';

const KEY = 'replies';

/** None when nothing or something else is stored: then ours are said. */
export async function readReplyTemplates(): Promise<ReplyTemplates> {
  try {
    const stored = await browser.storage.local.get(KEY);
    return parse(stored[KEY]);
  } catch {
    return {};
  }
}

export async function writeReplyTemplates(templates: ReplyTemplates): Promise<Result<null>> {
  try {
    await browser.storage.local.set({ [KEY]: templates });
    return ok(null);
  } catch {
    return fail(fault('storage-broken'));
  }
}

/** Calls `onChange` when the sentences were changed, on whichever page; returns how to stop. */
export function watchReplyTemplates(onChange: () => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>): void => {
    if (KEY in changes) onChange();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

function parse(value: unknown): ReplyTemplates {
  const parsed = replyTemplatesSchema.safeParse(value);
  return parsed.success ? parsed.data : {};
}
