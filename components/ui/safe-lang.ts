/** The last gate before a foreign language tag becomes a `lang` attribute. */

/** `tag` when the browser takes it for a language, else undefined: a wrong `lang` is worse than none. */
export function safeLang(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
