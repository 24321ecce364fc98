/** Bounds on what one document may cost, far above any real article. */

/** Input beyond this many UTF-16 units is not read. */
export const MAX_SOURCE = 2_000_000;
/** Text kept of one document. */
export const MAX_TEXT = 500_000;
/** Blocks kept of one document, nested ones included. */
export const MAX_BLOCKS = 20_000;
/** Lists and quotes in each other; what is deeper joins the block around it. */
export const MAX_DEPTH = 12;
