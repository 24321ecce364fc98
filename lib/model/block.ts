/** Blocks: the one form every article, issue and reply body is kept in. Plain data, no HTML. */
import * as z from 'zod/mini';

/** A run of text with its marks. Adjacent runs with equal marks are merged. */
export const inlineSchema = z.object({
  text: z.string(),
  strong: z.optional(z.literal(true)),
  em: z.optional(z.literal(true)),
  code: z.optional(z.literal(true)),
  /** Absolute http(s) or mailto address; anything else was dropped when converting. */
  href: z.optional(z.string()),
});
export type Inline = z.infer<typeof inlineSchema>;

export type Block =
  | { type: 'heading'; level: number; text: Inline[] }
  | { type: 'paragraph'; text: Inline[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'code'; text: string }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'table'; rows: Inline[][][]; header: boolean }
  | { type: 'image'; alt: string };

export const blockSchema: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('heading'),
      level: z.number(),
      text: z.array(inlineSchema),
    }),
    z.object({ type: z.literal('paragraph'), text: z.array(inlineSchema) }),
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      items: z.array(z.array(blockSchema)),
    }),
    z.object({ type: z.literal('code'), text: z.string() }),
    z.object({ type: z.literal('quote'), blocks: z.array(blockSchema) }),
    z.object({
      type: z.literal('table'),
      rows: z.array(z.array(z.array(inlineSchema))),
      header: z.boolean(),
    }),
    z.object({ type: z.literal('image'), alt: z.string() }),
  ]),
);
