/** Requests to Notion. */
import type * as z from 'zod/mini';
import type { Result } from '@/lib/core/result';
import type { SourceHttp } from '@/lib/sources/contract';
import { requestJson, type JsonAnswer } from '@/lib/sources/read-json';

export const NOTION_ORIGIN = 'https://api.notion.com';
const VERSION = '2025-09-03';
/** Three requests a second on average: https://developers.notion.com/reference/request-limits. */
const GAP_MS = 340;

export interface NotionClient {
  /** `body` makes it a POST; all of ours only read. */
  ask<T>(
    path: string,
    why: string,
    schema: z.ZodMiniType<T>,
    body?: Record<string, unknown>,
  ): Promise<Result<JsonAnswer<T>>>;
}

export function createNotionClient(
  http: SourceHttp,
  token: string,
  signal: AbortSignal,
): NotionClient {
  return {
    ask(path, why, schema, body) {
      const headers: Record<string, string> = {
        authorization: `Bearer ${token}`,
        'notion-version': VERSION,
      };
      const request = { url: `${NOTION_ORIGIN}/v1/${path}`, why, minGapMs: GAP_MS };
      if (body === undefined) return requestJson(http, { ...request, headers }, schema, signal);
      headers['content-type'] = 'application/json';
      const post = { ...request, method: 'POST' as const, headers, body: JSON.stringify(body) };
      return requestJson(http, post, schema, signal);
    },
  };
}
