/** What is asked of someone who adds a Notion workspace. */
import * as z from 'zod/mini';

export const notionSettingsSchema = z.object({
  /**
   * Ids of databases (data sources) whose rows, and the pages in them, are read; every page that we
   * may see when empty.
   */
  databases: z.array(z.string().check(z.regex(/^[0-9a-f-]{32,36}$/i))),
  /** The language pages are written in; told from each text where absent. */
  locale: z.optional(z.string()),
});
export type NotionSettings = z.infer<typeof notionSettingsSchema>;

/** Any address in Notion's app: which pages are read is said there, by sharing them. */
export function detectNotion(url: URL): NotionSettings | null {
  const isApp = /^(?:www\.)?notion\.(?:so|com)$/.test(url.hostname);
  return isApp ? { databases: [] } : null;
}
