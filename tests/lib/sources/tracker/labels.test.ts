import { describe, expect, it } from 'vitest';
import {
  categoryByLabels,
  componentsOf,
  hasChosenLabel,
  versionsOf,
} from '@/lib/sources/tracker/labels';

describe('labels', () => {
  it('name components and versions', () => {
    expect(componentsOf(['area: printing', 'component::pay', 'module/x', 'areas', 'bug'])).toEqual([
      'printing',
      'pay',
      'x',
    ]);
    expect(
      versionsOf(['affects 6.3.1', 'version::7.0', 'v2', 'found in: v1.2-rc1', 'video']),
    ).toEqual(['6.3.1', '7.0', '2', '1.2-rc1']);
  });

  it.each([
    [['workflow::in dev'], true, 'in-progress'],
    [['Doing'], true, 'in-progress'],
    [['awaiting release'], true, 'fixed-unreleased'],
    [['bug'], true, 'open'],
    [['wontfix'], true, 'open'],
    [[], false, 'fixed'],
    [["won't fix"], false, 'wont-fix'],
    [['resolution::not a bug'], false, 'wont-fix'],
    [['Duplicate'], false, 'duplicate'],
    [['unreleased'], false, 'fixed-unreleased'],
    [['Doing'], false, 'fixed'],
  ] as const)('%j, open %j, say %s', (labels, isOpen, category) => {
    expect(categoryByLabels(labels, isOpen)).toBe(category);
  });

  it('are chosen whatever their case', () => {
    expect(hasChosenLabel([], [])).toBe(true);
    expect(hasChosenLabel(['Bug'], ['bug', 'crash'])).toBe(true);
    expect(hasChosenLabel(['question'], ['bug'])).toBe(false);
  });
});
