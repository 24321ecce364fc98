// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { renderSidebar } from '@/tests/support/render-ui';
import { LANGUAGES } from '@/tests/support/ui-gallery/messages';
import { faultStates, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';
import { watchConsole } from '@/tests/support/watch-console';

describe.each(LANGUAGES)('every state renders in %s', (language) => {
  it.each(Object.entries({ ...sidebarStates, ...faultStates }))('%s', (_, state) => {
    const complaints = watchConsole();
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
    expect(complaints()).toEqual([]);
  });
});
