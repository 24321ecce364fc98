import { describe, expect, it } from 'vitest';
import { mainView, type MainView } from '@/components/sidebar/main-view';
import { sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

const EXPECTED: Record<string, MainView> = {
  answer: 'answer',
  loading: 'answer',
  'answer-failed': 'answer',
  'answer-pasted': 'answer',
  'answer-pasted-over-ticket': 'answer',
  // What is on screen stays readable.
  'answer-lost': 'answer',
  'nothing-fits': 'answer',
  'nothing-indexed': 'nothing-indexed',
  connecting: 'connecting',
  lost: 'lost',
  'no-ticket': 'no-ticket',
  'new-ticket': 'new-ticket',
  switching: 'switching',
  reading: 'reading',
  unreadable: 'unreadable',
};

describe('mainView', () => {
  it.each(Object.entries(EXPECTED))('%s shows %s', (name, view) => {
    expect(mainView(sidebarStates[name]!)).toBe(view);
  });

  it('tells that nothing is indexed before anything else', () => {
    const index = { state: 'empty', items: 0, indexed: 0 } as const;
    expect(mainView({ ...sidebarStates['no-ticket']!, index })).toBe('nothing-indexed');
  });
});
