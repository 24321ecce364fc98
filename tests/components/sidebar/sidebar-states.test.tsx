// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { renderSidebar } from '@/tests/support/render-ui';
import { LANGUAGES } from '@/tests/support/ui-gallery/messages';
import { faultStates, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

/** React's complaints and missing texts both end up here. */
const complaints: MockInstance[] = [];
beforeEach(() => {
  complaints.push(vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'));
});
afterEach(() => {
  const calls = complaints.splice(0).flatMap((spy) => spy.mock.calls);
  vi.restoreAllMocks();
  expect(calls).toEqual([]);
});

describe.each(LANGUAGES)('every state renders in %s', (language) => {
  it.each(Object.entries({ ...sidebarStates, ...faultStates }))('%s', (_, state) => {
    const { container } = renderSidebar(state, language);
    const text = container.textContent;
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
    expect(document.documentElement.lang).toBe(language);
    // One main heading, then no level skipped.
    const levels = [...container.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.closest('[inert]') === null)
      .map((heading) => Number(heading.tagName.slice(1)));
    levels.forEach((level, place) => {
      expect(level).toBeLessThanOrEqual((levels[place - 1] ?? level) + 1);
    });
  });
});
