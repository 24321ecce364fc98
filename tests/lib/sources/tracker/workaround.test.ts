import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { htmlToBlocks } from '@/lib/convert/html';
import { markdownToBlocks } from '@/lib/convert/markdown';
import { findWorkaround, givenWorkaround } from '@/lib/sources/tracker/workaround';

const find = (markdown: string) => blocksText(findWorkaround(markdownToBlocks(markdown)));

describe('the workaround in a body', () => {
  it.each([
    'Workaround',
    'Work-around',
    'Known workaround:',
    '3. Workarounds',
    'Temporary fix',
    'Mitigation',
    'Workaround (for support)',
    'Workaround for customers',
    'Umgehungslösung',
    'Zwischenlösung',
    'Möglicher Workaround',
    'Contournement',
    'Solution de contournement',
    'Solution temporaire',
    'Solución temporal',
    'Solução de contorno',
    'Soluzione temporanea',
    'Tijdelijke oplossing',
  ])('stands under the heading “%s”', (heading) => {
    const text = `Broken.\n\n## ${heading}\n\nRestart it.\n\n- twice\n\n### Note\n\nSlowly.\n\n## Logs\n\nx`;
    expect(find(text)).toBe('Restart it.\n\n- twice\n\nNote\n\nSlowly.');
  });

  it.each(['Workaround is not possible?', 'Why the workaround failed', 'Steps', 'Worker around'])(
    'does not stand under the heading “%s”',
    (heading) => {
      expect(find(`## ${heading}\n\nText.`)).toBe('');
    },
  );

  it('stands under a paragraph in bold, up to the next one', () => {
    expect(find('**Workaround:**\n\nRestart it.\n\nTwice.\n\n**Logs**\n\nx')).toBe(
      'Restart it.\n\nTwice.',
    );
  });

  it('stands after its name and a colon, with the list it announces', () => {
    expect(find('Broken. \n\nWorkaround: restart `it`.\n\nMore.')).toBe('restart it.');
    expect(find('**Workaround**: do this:\n\n1. a\n2. b\n\nMore.')).toBe('do this:\n\n1. a\n2. b');
  });

  it('keeps its form', () => {
    const blocks = htmlToBlocks('<h3>Workaround</h3><pre>reset --all</pre><h3>More</h3>');
    expect(findWorkaround(blocks)).toEqual([{ type: 'code', text: 'reset --all' }]);
  });

  it.each([
    'None',
    'none known',
    'N/A',
    '_No response_',
    '-',
    'No known workaround.',
    'Keine',
    'TBD',
    '',
  ])('is not “%s”', (words) => {
    expect(find(`## Workaround\n\n${words}\n\n## Logs`)).toBe('');
    expect(givenWorkaround(markdownToBlocks(words))).toEqual([]);
  });

  it('is looked for further where the first says nothing', () => {
    expect(find('## Workaround\n\nNone\n\n## Mitigation\n\nWait.')).toBe('Wait.');
  });

  it('is found in linear time', () => {
    const started = performance.now();
    find(
      `${'Workaround '.repeat(5_000)}\n\n${'## 1.'.repeat(2_000)}\n\nWorkaround${' '.repeat(50_000)}x`,
    );
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
