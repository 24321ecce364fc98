/** What the way out stands on besides `fetch`, for tests in which no time passes and nobody else asks. */
import type { HttpPorts } from '@/lib/sources/http';

export const STILL_PORTS: Omit<HttpPorts, 'fetch' | 'log'> = {
  now: () => 0,
  sleep: () => Promise.resolve(),
  exclusively: (_name, _signal, work) => work(),
  random: () => 0,
  isOnline: () => true,
};
