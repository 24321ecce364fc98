/** Zendesk's REST API with the agent's own session: every failure becomes a fault, no answer is unbounded. */
import * as z from 'zod/mini';
import { systemClock, type Clock } from '@/lib/core/clock';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import { DEFAULT_WAIT_S, NOT_JSON, faultOfStatus, parseJson, readBody } from '@/lib/helpdesks/http';
import { SESSION } from '@/lib/helpdesks/zendesk/endpoints';

const TIMEOUT_MS = 8_000;

export interface ZendeskApi {
  /** Last result of each endpoint, by its path: `ok` or the kind of the fault. */
  readonly results: Readonly<Record<string, string>>;
  /** Reads `path` (from `/api/v2` on) of the page's own account. */
  get<T>(
    page: HelpdeskPage,
    path: string,
    schema: z.ZodMiniType<T>,
    signal: AbortSignal,
  ): Promise<Result<T>>;
  /**
   * Writes once. A fault other than a refusal (`forbidden`, `conflict`, `ticket-closed`,
   * `rate-limited`, `signed-out`) leaves open whether it was written: read to know.
   */
  put(page: HelpdeskPage, path: string, body: object, signal: AbortSignal): Promise<Result<null>>;
}

/** What a write has beyond a read. */
interface Write {
  method?: 'PUT';
  headers: Record<string, string>;
  body?: string;
}

/** Other fields of a refusal say nothing that an agent could act on. */
const refusalSchema = z.object({ details: z.unknown() });

const sessionSchema = z.object({
  user: z.object({
    id: z.nullish(z.number()),
    role: z.nullish(z.string()),
    authenticity_token: z.nullish(z.string()),
  }),
});

/** Remembers for each account until when Zendesk asked to be left alone. */
export function createZendeskApi(now: Clock = systemClock): ZendeskApi {
  const quietUntil = new Map<string, number>();
  const { results, note } = createResults();

  async function exchange(
    page: HelpdeskPage,
    path: string,
    signal: AbortSignal,
    write: Write = { headers: {} },
  ): Promise<Result<unknown>> {
    const { origin } = page.url();
    const wait = Math.ceil(((quietUntil.get(origin) ?? 0) - now()) / 1000);
    if (wait > 0) return fail(fault('rate-limited', { seconds: wait }));
    const answer = await request(page, origin + path, signal, write);
    if (!answer.ok && answer.fault.kind === 'rate-limited') {
      const seconds = Number(answer.fault.detail?.['seconds'] ?? DEFAULT_WAIT_S);
      quietUntil.set(origin, now() + seconds * 1000);
    }
    return answer;
  }

  /** The token is fetched for each write: Zendesk renews it with the session. */
  async function putOnce(
    page: HelpdeskPage,
    path: string,
    body: object,
    signal: AbortSignal,
  ): Promise<Result<null>> {
    const token = await readToken(page, signal);
    if (!token.ok) return token;
    const answer = await exchange(page, path, signal, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-csrf-token': token.value },
      body: JSON.stringify(body),
    });
    return answer.ok ? ok(null) : answer;
  }

  async function readToken(page: HelpdeskPage, signal: AbortSignal): Promise<Result<string>> {
    const answer = await exchange(page, SESSION, signal);
    if (!answer.ok) return answer;
    if (isAnonymous(answer.value)) return fail(fault('signed-out'));
    const session = z.safeParse(sessionSchema, answer.value);
    const token = session.success ? session.data.user.authenticity_token : null;
    return token ? ok(token) : fail(fault('bad-response', { why: 'no token' }));
  }

  return {
    results,
    async put(page, path, body, signal) {
      const answer = await putOnce(page, path, body, signal);
      const isRefused = !answer.ok && answer.fault.kind === 'forbidden';
      // A token may run out between reading and writing; more than once it is no accident.
      return note(path, isRefused ? await putOnce(page, path, body, signal) : answer);
    },
    async get(page, path, schema, signal) {
      const answer = await exchange(page, path, signal);
      if (!answer.ok) return note(path, fail(await explain(answer.fault)));
      const parsed = z.safeParse(schema, answer.value);
      const read = parsed.success
        ? ok(parsed.data)
        : fail(fault('bad-response', { why: 'other shape' }));
      return note(path, read);

      /** A refusal or a web page instead of JSON may just mean that the session has ended. */
      async function explain(found: Fault): Promise<Fault> {
        const isDoubtful =
          found.kind === 'forbidden' ||
          (found.kind === 'bad-response' && found.detail?.['why'] === NOT_JSON);
        if (!isDoubtful) return found;
        const session = await exchange(page, SESSION, signal);
        return session.ok && isAnonymous(session.value) ? fault('signed-out') : found;
      }
    },
  };
}

/** Remembers how each endpoint has answered last. */
function createResults() {
  const results: Record<string, string> = {};
  return {
    results,
    note: <T>(path: string, answer: Result<T>): Result<T> => {
      const kind = answer.ok ? 'ok' : answer.fault.kind;
      // Numbers of tickets are nobody's business, and what was given up says nothing.
      if (kind !== 'cancelled') {
        results[path.replace(/\?.*/, '').replace(/\/\d+/g, '/{id}')] = kind;
      }
      return answer;
    },
  };
}

/** Zendesk answers 200 for nobody, too: with a user that has no id. */
function isAnonymous(answer: unknown): boolean {
  const session = z.safeParse(sessionSchema, answer);
  return session.success && (session.data.user.id ?? null) === null;
}

async function request(
  page: HelpdeskPage,
  address: string,
  signal: AbortSignal,
  { headers, ...write }: Write,
): Promise<Result<unknown>> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await page.fetch(address, {
      ...write,
      signal: AbortSignal.any([signal, timeout]),
      // The page's own HTTP cache may hold an older ticket.
      cache: 'no-store',
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...headers },
    });
    if (response.status === 422) return fail(await refusalOf(response));
    if (!response.ok) return fail(faultOf(response));
    const body = await readBody(response);
    return body.ok ? parseJson(body.value) : body;
  } catch {
    if (signal.aborted) return fail(fault('cancelled'));
    return fail(fault(timeout.aborted ? 'timeout' : 'offline'));
  }
}

function faultOf({ status, headers }: Response): Fault {
  return faultOfStatus(status, headers.get('retry-after'));
}

/** 422 names the fields that do not hold: https://developer.zendesk.com/api-reference/introduction/requests/ */
async function refusalOf(response: Response): Promise<Fault> {
  const body = await readBody(response);
  const answer = body.ok ? parseJson(body.value) : body;
  const refusal = z.safeParse(refusalSchema, answer.ok ? answer.value : null);
  const fields = refusal.success ? Object.keys(refusal.data.details ?? {}) : [];
  if (fields.includes('status')) return fault('ticket-closed');
  // What stood when it was looked at does not any more, e.g. the problem ticket is another type now.
  if (fields.includes('problem_id') || fields.includes('type')) return fault('conflict');
  return faultOf(response);
}
