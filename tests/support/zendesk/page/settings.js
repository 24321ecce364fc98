/** What the server wrote on the html element: look, language, markup variant, seed; and the page's words. */
import allWords from './words.json' with { type: 'json' };

const { dataset, lang, dir } = document.documentElement;

export const settings = {
  lang,
  dir,
  theme: dataset.theme ?? 'light',
  seed: Number(dataset.seed ?? 1),
  layout: dataset.layout ?? 'standard',
  arrangement: dataset.arrangement ?? 'usual',
  sender: dataset.sender ?? 'div',
  propertyBox: dataset.propertyBox !== 'false',
  /** How many changes the world had seen when this document was made. */
  changeCount: Number(dataset.changeCount ?? 0),
  csrfToken: document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '',
};

/** Words are looked up by the first part of the page's language; what a language lacks is English. */
const language = lang.split('-')[0];
/** @type {typeof allWords.en} */
export const words = {
  ...allWords.en,
  ...allWords[/** @type {keyof typeof allWords} */ (language)],
};

const dateFormat = new Intl.DateTimeFormat(lang, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** @param {string} iso */
export const shortTime = (iso) => dateFormat.format(new Date(iso));

/**
 * Numbers in [0, 1) that are the same for the same seed (mulberry32).
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
