/** Requests to Jira Cloud. All are GET: it refuses other methods that come from a browser. */
import type * as z from 'zod/mini';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { ConnectorSource, SourceHttp } from '@/lib/sources/contract';
import { parseJson, requestJson, type JsonAnswer } from '@/lib/sources/read-json';
import { tenantSchema } from '@/lib/sources/jira/records';
import type { JiraSettings } from '@/lib/sources/jira/settings';

const GATEWAY = 'https://api.atlassian.com';
/** Descriptions may be long; a page of them is rarely a tenth of this. */
const MAX_BYTES = 30_000_000;

export interface JiraClient {
  /** `path` below `/rest/api/3/`, with its query. */
  get<T>(
    path: string,
    why: string,
    schema: z.ZodMiniType<T>,
    signal: AbortSignal,
  ): Promise<Result<JsonAnswer<T>>>;
}

/** The origins that requests go to. */
export function jiraOrigins({ site, access }: JiraSettings): string[] {
  const origin = new URL(site).origin;
  return access === 'site' ? [origin] : [origin, GATEWAY];
}

export function createJiraClient(
  { settings, secrets }: ConnectorSource<JiraSettings>,
  http: SourceHttp,
): JiraClient {
  const authorization = `Basic ${base64(`${secrets['email'] ?? ''}:${secrets['token'] ?? ''}`)}`;
  let base: string | null = null;

  /** The gateway knows a site by its id, which anyone may ask the site for. */
  async function findBase(signal: AbortSignal): Promise<Result<string>> {
    const origin = new URL(settings.site).origin;
    if (settings.access === 'site') return ok(`${origin}/rest/api/3/`);
    const request = { url: `${origin}/_edge/tenant_info`, why: 'which site this is' };
    const tenant = await requestJson(http, request, tenantSchema, signal);
    if (!tenant.ok) return tenant;
    return ok(`${GATEWAY}/ex/jira/${tenant.value.value.cloudId}/rest/api/3/`);
  }

  return {
    async get(path, why, schema, signal) {
      if (base === null) {
        const found = await findBase(signal);
        if (!found.ok) return found;
        base = found.value;
      }
      // Refusals are looked at: strangers are told that there is no such project.
      const headers = { accept: 'application/json', authorization };
      const request = { url: base + path, why, headers, maxBytes: MAX_BYTES, expect: [400, 404] };
      const sent = await http.send(request, signal);
      if (!sent.ok) return sent;
      const { status } = sent.value;
      if (isStranger(sent.value.headers)) return fail(fault('signed-out', { status }));
      if (status === 404) return fail(fault('not-found', { status }));
      if (status === 400) return fail(fault('bad-response', { status }));
      const value = parseJson(sent.value.text, schema);
      return value.ok ? ok({ value: value.value, response: sent.value }) : value;
    },
  };
}

/**
 * With a wrong or expired token Jira may answer 200 and show what the public sees, mostly nothing:
 * taken at its word, everything would be gone. Its login header tells.
 */
function isStranger(headers: Headers): boolean {
  return /AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/i.test(
    headers.get('x-seraph-loginreason') ?? '',
  );
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
