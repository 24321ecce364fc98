/** The words of the user interface as components know them: types only, no browser behind them. */
export type { Translate, Wording } from '@/lib/platform/i18n';
