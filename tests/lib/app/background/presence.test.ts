import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPresence } from '@/lib/app/background/presence';

const ACME = 'https://acme.zendesk.com';
const OTHER = 'https://other.zendesk.com';

describe('an agent at work', () => {
  let told: string[];

  beforeEach(() => {
    told = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const create = () => createPresence(Date.now, (origin) => told.push(origin));

  it('is told of at once, once for many tickets, and again a little later', () => {
    const presence = create();
    for (let at = 0; at < 5; at += 1) presence.note(ACME);
    expect(told).toEqual([ACME]);
    presence.note(OTHER);
    expect(told).toEqual([ACME, OTHER]);
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([ACME, OTHER, ACME]);
    vi.advanceTimersByTime(60_000);
    expect(told).toHaveLength(3);
    presence.note(ACME);
    expect(told).toHaveLength(4);
  });

  it('is no longer at work after ten minutes', () => {
    const presence = create();
    expect(presence.isActive()).toBe(false);
    presence.note(ACME);
    vi.advanceTimersByTime(9 * 60_000);
    expect(presence.isActive()).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(presence.isActive()).toBe(false);
  });
});
