/** What a test's code complained about: React and the texts do it on the console. */
import { onTestFinished, vi } from 'vitest';

/** Silences the console until the test ends; the answer is every error and warning so far. */
export function watchConsole(): () => unknown[][] {
  const spies = (['error', 'warn'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => undefined),
  );
  onTestFinished(() => spies.forEach((spy) => spy.mockRestore()));
  return () => spies.flatMap((spy) => spy.mock.calls);
}
