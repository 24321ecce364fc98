/** Reading the body of an answer: capped while it streams, in the charset it says. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';

/** The text and how many bytes it was; the stream is aborted beyond `limit`. Rejects when cut off. */
export async function readBody(
  response: Response,
  limit: number,
): Promise<Result<{ text: string; bytes: number }>> {
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > limit) {
    await response.body?.cancel();
    return tooLarge(limit);
  }
  const reader = response.body?.getReader();
  if (reader === undefined) return ok({ text: '', bytes: 0 });
  const decoder = decoderFor(response.headers.get('content-type'));
  const parts: string[] = [];
  let bytes = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read piece by piece
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > limit) {
      await reader.cancel();
      return tooLarge(limit);
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  parts.push(decoder.decode());
  return ok({ text: parts.join(''), bytes });
}

/** Broken bytes become replacement characters; an unknown charset is read as UTF-8. */
function decoderFor(contentType: string | null): TextDecoder {
  const label = /charset="?([^\s";]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}

function tooLarge(limit: number): Result<never> {
  return fail(fault('bad-response', { why: 'too large', limit }));
}
