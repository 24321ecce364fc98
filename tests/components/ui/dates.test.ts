import { describe, expect, it } from 'vitest';
import { formatAge, formatDay, isPast } from '@/components/ui/dates';

const now = Date.parse('2026-11-22T10:00:00Z');

describe('formatAge', () => {
  it.each([
    ['2026-11-22T09:59:40Z', 'now'],
    ['2026-11-22T09:56:00Z', '4 minutes ago'],
    ['2026-11-22T07:00:00Z', '3 hours ago'],
    ['2026-11-21T09:00:00Z', 'yesterday'],
    ['2026-11-12T09:00:00Z', 'last week'],
    ['2026-08-20', '3 months ago'],
    ['2024-11-12', '2 years ago'],
    // The tracker's clock is ahead of ours.
    ['2026-11-22T10:05:00Z', 'now'],
  ])('%s is %s', (iso, age) => {
    expect(formatAge(iso, now, 'en')).toBe(age);
  });

  it('speaks German', () => {
    expect(formatAge('2026-08-20', now, 'de')).toBe('vor 3 Monaten');
  });

  it('has no age for what is no date', () => {
    expect(formatAge('', now, 'en')).toBeNull();
    expect(formatAge('soon', now, 'en')).toBeNull();
  });
});

describe('formatDay', () => {
  it('writes a date without a time as the same day everywhere', () => {
    expect(formatDay('2026-12-08', 'en-GB')).toBe('8 Dec 2026');
    expect(formatDay('2026-12-08', 'de')).toBe('08.12.2026');
  });

  it('has no words for what is no date', () => {
    expect(formatDay('next week', 'en')).toBeNull();
  });
});

describe('isPast', () => {
  it('counts a day as over when it has ended', () => {
    expect(isPast('2026-11-21', now)).toBe(true);
    expect(isPast('2026-11-22', now)).toBe(false);
    expect(isPast('unknown', now)).toBe(false);
  });
});
