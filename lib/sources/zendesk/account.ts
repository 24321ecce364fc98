/** Whose eyes we read a Zendesk account with: nobody's, the agent's own session, or an API token. */
import * as z from 'zod/mini';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { SourceHttp } from '@/lib/sources/contract';
import { requestJson } from '@/lib/sources/read-json';

/** Hosts of Zendesk's own that are no customer's account. */
const NO_ACCOUNT = new Set('www developer static apps status theme assets'.split(' '));

export const accessSchema = z.enum(['public', 'session', 'token']);
export type Access = z.infer<typeof accessSchema>;

export const originSchema = z.string().check(z.regex(/^https:\/\/[a-z0-9.-]+(?::\d+)?$/));

export interface Account {
  origin: string;
  access: Access;
  /** `email` and `token`, for access by token. */
  secrets: Record<string, string>;
}

/** The origin of an account at zendesk.com, or null for any other address. */
export function accountOrigin(url: URL): string | null {
  const name = /^([a-z0-9-]+)\.zendesk\.com$/.exec(url.hostname)?.[1];
  return name === undefined || NO_ACCOUNT.has(name) ? null : `https://${name}.zendesk.com`;
}

/**
 * Headers that let us in. Session requests carry none: they are sent from the account's own page.
 * Basic authentication of an API token: developer.zendesk.com, "Security and authentication".
 */
export function authHeaders({ access, secrets }: Account): Record<string, string> {
  if (access !== 'token') return {};
  const words = `${secrets['email'] ?? ''}/token:${secrets['token'] ?? ''}`;
  const bytes = new TextEncoder().encode(words);
  return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}

const meSchema = z.object({
  user: z.object({
    id: z.nullish(z.number()),
    name: z.nullish(z.string()),
    role: z.nullish(z.string()),
  }),
});

/** Who the server takes us for. */
export interface Person {
  name: string;
  isAdmin: boolean;
  /** ISO 8601, the server's clock. */
  servedAt: string;
}

/**
 * `signed-out` when the server takes us for nobody: it answers 200 for them, too, and shows less,
 * which must not be taken for items that are gone. `forbidden` for customers.
 */
export async function readPerson(
  http: SourceHttp,
  account: Account,
  signal: AbortSignal,
): Promise<Result<Person>> {
  const url = `${account.origin}/api/v2/users/me.json`;
  const request = { url, headers: authHeaders(account), why: 'who is signed in' };
  const answer = await requestJson(http, request, meSchema, signal);
  if (!answer.ok) return answer;
  const { user } = answer.value.value;
  if ((user.id ?? null) === null) return fail(fault('signed-out'));
  if (user.role === 'end-user') return fail(fault('forbidden'));
  return ok({
    name: user.name ?? '',
    isAdmin: user.role === 'admin',
    servedAt: answer.value.response.servedAt,
  });
}
