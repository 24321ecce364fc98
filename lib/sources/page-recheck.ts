/** Whether an item's page is still where it was: asked as any reader of it would ask. */
import type { Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { isPublic, type ItemHead } from '@/lib/model/item';
import type { Recheck } from '@/lib/model/recheck';
import type { SourceHttp } from '@/lib/sources/contract';

const GONE = [404, 410];
const MAX_BYTES = 5_000_000;

/** Pages that stand in for one which is not for everybody. */
const SIGN_IN = /(?:\/|wp-)(?:sign|log)[_-]?in(?:$|[/.])|\/(?:auth|sso|access|sessions?)(?:$|\/)/i;

/** Faults are those of the request; only pages for everyone are asked for. */
export async function recheckPage(
  http: SourceHttp,
  item: Pick<ItemHead, 'url' | 'visibility'>,
  signal: AbortSignal,
): Promise<Result<Recheck>> {
  if (!isPublic(item)) return ok({ kind: 'unknown' });
  const request = { url: item.url, why: 'is it still there', expect: GONE, maxBytes: MAX_BYTES };
  const sent = await http.send({ ...request, headers: { accept: 'text/html, */*' } }, signal);
  if (!sent.ok) return leadsElsewhere(sent.fault) ? ok({ kind: 'moved' }) : fail(sent.fault);
  const { status, url } = sent.value;
  return ok(GONE.includes(status) ? { kind: 'gone', status } : compareAddresses(item.url, url));
}

/** What it means that the page known as `known` is now at `found`. */
export function compareAddresses(known: string, found: string): Recheck {
  if (!URL.canParse(known) || !URL.canParse(found)) return { kind: 'unknown' };
  const [before, now] = [new URL(known), new URL(found)];
  if (before.host !== now.host) return { kind: 'moved' };
  if (pathOf(before) === pathOf(now) && before.search === now.search) return { kind: 'there' };
  // The front page, or a place to sign in, says nothing of where the text went.
  if (pathOf(now) === '' || SIGN_IN.test(now.pathname)) return { kind: 'unknown' };
  if (now.hash === '') now.hash = before.hash;
  return { kind: 'moved', url: now.href };
}

/** Redirects are followed within the source's own origins only; of others a browser tells no address. */
function leadsElsewhere({ kind, detail }: Fault): boolean {
  const why = detail?.['why'];
  return kind === 'bad-response' && (why === 'redirected' || why === 'redirected to another host');
}

function pathOf({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '');
}
