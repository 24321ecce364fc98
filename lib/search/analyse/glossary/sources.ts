/** The glossaries by language, as they are written. */
import { GERMAN } from '@/lib/search/analyse/glossary/de';
import { SPANISH } from '@/lib/search/analyse/glossary/es';
import { FRENCH } from '@/lib/search/analyse/glossary/fr';
import { ITALIAN } from '@/lib/search/analyse/glossary/it';
import { DUTCH } from '@/lib/search/analyse/glossary/nl';
import { PORTUGUESE } from '@/lib/search/analyse/glossary/pt';

export const GLOSSARIES: Readonly<Record<string, string>> = {
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  nl: DUTCH,
  pt: PORTUGUESE,
};
