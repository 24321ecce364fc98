import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanMessage, cleanSubject } from '@/lib/suggest/ticket-text';

describe('cleanSubject', () => {
  it.each([
    ['Re: Printer offline', 'Printer offline'],
    ['AW: WG: Drucker', 'Drucker'],
    ['Fwd: [#12345] RE: Card declined', 'Card declined'],
    ['[SYNC] restarts', '[SYNC] restarts'],
    ['Refund: how?', 'Refund: how?'],
  ])('%s → %s', (subject, expected) => {
    expect(cleanSubject(subject)).toBe(expected);
  });
});

describe('cleanMessage', () => {
  it('drops greeting, signature and quoted mail', () => {
    const text = [
      'Hi there,',
      '',
      'The kitchen printer stopped.',
      'It says SYNC-4012.',
      '',
      'Kind regards',
      'Ana',
      '+1 555 0100',
      '',
      'On Mon, 3 Nov 2026 at 09:12, Support <help@fernway.example> wrote:',
      '> Please restart the agent',
    ].join('\n');
    expect(cleanMessage(text)).toBe('The kitchen printer stopped.\nIt says SYNC-4012.');
  });

  it('knows German and French manners', () => {
    expect(cleanMessage('Guten Tag,\nder Drucker streikt.\nMit freundlichen Grüßen\nBo')).toBe(
      'der Drucker streikt.',
    );
    expect(cleanMessage('Bonjour,\nle terminal refuse.\nCordialement\nÉlise')).toBe(
      'le terminal refuse.',
    );
    expect(cleanMessage('Geht nicht.\n\nAm 3.11.2026 um 09:12 schrieb Support:\n> Text')).toBe(
      'Geht nicht.',
    );
  });

  it('keeps thanks in the middle and a greeting that goes on', () => {
    const text =
      'Hello my printer is broken since monday and nothing helps!\nthanks\nsecond part '.concat(
        '\nline'.repeat(20),
      );
    expect(cleanMessage(text)).toBe(text.trim());
  });

  it('gives the whole text when all of it looks like manners', () => {
    expect(cleanMessage('> only a quote')).toBe('> only a quote');
  });

  it('never invents text and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const line of cleanMessage(text).split('\n')) expect(text).toContain(line.trim());
      }),
    );
  });

  it('is quick on megabytes', () => {
    const started = performance.now();
    cleanMessage('on a b wrote '.repeat(300_000));
    cleanMessage('> x\n'.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
