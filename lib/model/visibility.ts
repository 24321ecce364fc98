/** Visibility: who may see an item. Apart from items, so that a helpdesk page loads no more than this. */
import * as z from 'zod/mini';

/** `unknown` is treated as internal everywhere. */
export const visibilitySchema = z.enum(['public', 'internal', 'restricted', 'unknown']);
