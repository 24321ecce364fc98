/** How wide the dock may be, in CSS pixels. */

export const MIN_WIDTH = 320;
export const MAX_WIDTH = 560;
export const DEFAULT_WIDTH = 380;

export function clampWidth(width: number): number {
  if (!Number.isFinite(width)) return DEFAULT_WIDTH;
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}
