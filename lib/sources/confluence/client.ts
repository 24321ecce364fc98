/** Requests to Confluence Cloud. All are GET: it refuses other methods that come from a browser. */
import type * as z from 'zod/mini';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { ConnectorSource, SourceHttp } from '@/lib/sources/contract';
import { requestJson, type JsonAnswer } from '@/lib/sources/read-json';
import { tenantSchema } from '@/lib/sources/confluence/records';
import type { ConfluenceSettings } from '@/lib/sources/confluence/settings';

const GATEWAY = 'https://api.atlassian.com';
/** Twenty-five long pages as document trees. */
const MAX_BYTES = 40_000_000;

export interface ConfluenceClient {
  /** `path` below `/wiki/`, with its query. `asAnyone`: without signing in. */
  get<T>(
    path: string,
    why: string,
    schema: z.ZodMiniType<T>,
    options?: { asAnyone: boolean },
  ): Promise<Result<JsonAnswer<T>>>;
}

/** The origins that requests go to. */
export function confluenceOrigins({ site, access }: ConfluenceSettings): string[] {
  const { origin } = new URL(site);
  return access === 'site' ? [origin] : [origin, GATEWAY];
}

export function createConfluenceClient(
  { settings, secrets }: Pick<ConnectorSource<ConfluenceSettings>, 'settings' | 'secrets'>,
  http: SourceHttp,
  signal: AbortSignal,
): ConfluenceClient {
  const { origin } = new URL(settings.site);
  const authorization = `Basic ${base64(`${secrets['email'] ?? ''}:${secrets['token'] ?? ''}`)}`;
  let base: string | null = null;

  /** The gateway knows a site by its id, which anyone may ask the site for. */
  async function findBase(): Promise<Result<string>> {
    if (settings.access === 'site') return ok(`${origin}/wiki/`);
    const request = { url: `${origin}/_edge/tenant_info`, why: 'which site this is' };
    const tenant = await requestJson(http, request, tenantSchema, signal);
    if (!tenant.ok) return tenant;
    return ok(`${GATEWAY}/ex/confluence/${tenant.value.value.cloudId}/wiki/`);
  }

  return {
    async get(path, why, schema, { asAnyone } = { asAnyone: false }) {
      if (base === null) {
        const found = await findBase();
        if (!found.ok) return found;
        base = found.value;
      }
      const headers: Record<string, string> = asAnyone ? {} : { authorization };
      const request = { url: base + path, why, headers, maxBytes: MAX_BYTES };
      const answer = await requestJson(http, request, schema, signal);
      const isRefused = answer.ok && !asAnyone && isStranger(answer.value.response.headers);
      return isRefused ? fail(fault('signed-out', { status: 200 })) : answer;
    },
  };
}

/**
 * With a wrong or expired token Confluence may answer 200 and show what the public sees, mostly
 * nothing: taken at its word, everything would be gone. Its login header tells.
 */
function isStranger(headers: Headers): boolean {
  const reason = headers.get('x-seraph-loginreason') ?? '';
  return /AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/i.test(reason);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
