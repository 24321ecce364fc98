/**
 * The layout of a segment: a file of blocks in sections. Nothing spans blocks but the head and the
 * deletions, which are read whole. Written once, never changed.
 *
 * Documents are numbered from 0 in the order of (group, id), so each group is one range; terms are
 * numbered in the order of their UTF-8 bytes. The number of a term is its ordinal.
 *
 * | section    | holds                                                                            |
 * |------------|----------------------------------------------------------------------------------|
 * | head       | counts, groups, times, and where each dictionary and record block begins: `head.ts` |
 * | dictionary | sorted terms with their document counts and where their postings are: `dictionary.ts` |
 * | postings   | for each term its documents and the impact on each: `postings.ts`                |
 * | records    | for each document its id, facts and terms: `records.ts`                          |
 * | filter     | which ids are not in the segment: `filter.ts`                                    |
 */

/**
 * Raised with every release that changes the layout, the analysis or the weights that impacts are made
 * of: an index of another format is made anew.
 */
export const FORMAT = 2;

/** A section's first block number. */
export const SECTION = {
  head: 0,
  dictionary: 1 << 24,
  postings: 2 << 24,
  records: 3 << 24,
  filter: 4 << 24,
} as const;

/** A block is closed when it has this many bytes. Smaller where single entries are read here and there. */
export const BLOCK_BYTES = {
  head: 16_384,
  dictionary: 8_192,
  postings: 16_384,
  records: 8_192,
} as const;

/** Postings of a run: the least that is skipped or decoded. */
export const RUN = 128;
/** Runs of a chunk: what one block holds of a long list. */
export const CHUNK_RUNS = 64;
export const CHUNK = RUN * CHUNK_RUNS;

/** Terms with so few documents keep them in the dictionary. */
export const INLINE_POSTINGS = 3;

/** Occurrences in one field beyond this are not told apart. */
export const MAX_COUNT = 0xffff;

/** Largest impact of a term on a document: one byte. */
export const MAX_IMPACT = 255;
