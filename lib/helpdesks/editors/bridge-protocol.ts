/**
 * What crosses between our isolated script and the page's own world: JSON text in CustomEvents,
 * about one element marked with a one-time attribute. The page can see and forge all of it, so it
 * carries nothing secret and can do nothing the page could not do to its own editor.
 */
import * as z from 'zod/mini';

export const REQUEST_EVENT = 'trivet-editor-request';
export const RESPONSE_EVENT = 'trivet-editor-response';
/** Set on the editable to act on; the host takes it off, so that a request is obeyed once. */
export const TARGET_ATTRIBUTE = 'data-trivet-target';

const nonceSchema = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

const requestSchema = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('insert'),
    nonce: nonceSchema,
    form: z.enum(['link', 'passage']),
    html: z.string(),
    hrefs: z.array(z.string()),
  }),
  z.object({
    op: z.literal('undo'),
    nonce: nonceSchema,
    before: z.string(),
    after: z.string(),
  }),
]);
export type BridgeRequest = z.infer<typeof requestSchema>;
export type InsertRequest = Extract<BridgeRequest, { op: 'insert' }>;
export type UndoRequest = Extract<BridgeRequest, { op: 'undo' }>;

/** Why an insert or an undo did not happen. The faults with these kinds are made in our own world. */
const refusalSchema = z.object({
  kind: z.enum(['insert-failed', 'draft-changed']),
  why: z.string(),
});
export type Refusal = z.infer<typeof refusalSchema>;

const responseSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), nonce: nonceSchema, before: z.string(), after: z.string() }),
  z.object({ ok: z.literal(false), nonce: nonceSchema, refusal: refusalSchema }),
]);
export type BridgeResponse = z.infer<typeof responseSchema>;

/** What the editor held before and after. */
export type Held = { before: string; after: string };
export type BridgeAnswer = { ok: true; value: Held } | { ok: false; refusal: Refusal };

export function refuse(kind: Refusal['kind'], why: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { kind, why } };
}

export function parseRequest(event: Event): BridgeRequest | null {
  return parseDetail(event, requestSchema);
}

export function parseResponse(event: Event): BridgeResponse | null {
  return parseDetail(event, responseSchema);
}

/** Null for whatever is not ours: the page may send anything under our name. */
function parseDetail<T>(event: Event, schema: z.ZodMiniType<T>): T | null {
  const detail: unknown = 'detail' in event ? event.detail : null;
  if (typeof detail !== 'string') return null;
  try {
    const parsed = z.safeParse(schema, JSON.parse(detail));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
