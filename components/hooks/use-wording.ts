/** Hands texts, language and the time to every component. */
import { createContext, useContext } from 'react';
import type { Wording } from '@/lib/app/stores/wording';
import { required } from '@/lib/core/assert';

export interface WordingNow extends Wording {
  /** Milliseconds since 1970; moves on by itself, so that ages stay true. */
  now: number;
}

export const WordingContext = createContext<WordingNow | null>(null);

export function useWording(): WordingNow {
  return required(useContext(WordingContext), 'WordingContext');
}
