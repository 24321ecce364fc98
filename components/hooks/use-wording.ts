/** Hands texts, language and the time to every component. */
import { createContext, useContext, useMemo } from 'react';
import type { Wording } from '@/lib/app/stores/wording';
import { required } from '@/lib/core/assert';

export interface WordingNow extends Wording {
  /** Milliseconds since 1970; moves on by itself, so that ages stay true. */
  now: number;
  /** A number as people of this language write it: "1,312". */
  figure: (value: number) => string;
}

export const WordingContext = createContext<WordingNow | null>(null);

export function useWording(): WordingNow {
  return required(useContext(WordingContext), 'WordingContext');
}

/** What `WordingContext` holds at this time. */
export function useWordingNow({ t, locale }: Wording, now: number): WordingNow {
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale);
    return { t, locale, now, figure: (value) => format.format(value) };
  }, [t, locale, now]);
}
