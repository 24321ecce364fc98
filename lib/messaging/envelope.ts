/** How a request travels: its name beside its content. */
import * as z from 'zod/mini';

export const envelopeSchema = z.object({ name: z.string(), request: z.unknown() });
export type Envelope = z.infer<typeof envelopeSchema>;
