// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { WordingContext } from '@/components/hooks/use-wording';
import { Blocks } from '@/components/ui/Blocks';
import { markdownToBlocks } from '@/lib/convert/markdown';
import type { Block } from '@/lib/model/block';
import { hostileItem } from '@/tests/support/ui-gallery/hostile';
import { testWording } from '@/tests/support/wording';

function show(blocks: Block[]) {
  return render(
    <WordingContext value={{ ...testWording('en'), now: 0, figure: String }}>
      <Blocks blocks={blocks} headingBase={3} />
    </WordingContext>,
  );
}

describe('Blocks', () => {
  it('renders every kind of block with its own element', () => {
    const { container } = show(
      markdownToBlocks(
        '## Look\n\nOpen **Menu** *now*, `queue`.\n\n1. One\n2. Two\n\n> Note\n\n```\nlog line\n```\n\n|A|B|\n|-|-|\n|1|2|',
      ),
    );
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Look');
    expect(container.querySelector('p strong')?.textContent).toBe('Menu');
    expect(container.querySelector('p em')?.textContent).toBe('now');
    expect(container.querySelector('p code')?.textContent).toBe('queue');
    expect(container.querySelectorAll('ol > li')).toHaveLength(2);
    expect(container.querySelector('blockquote p')?.textContent).toBe('Note');
    expect(container.querySelector('pre code')?.textContent).toBe('log line');
    const table = screen.getByRole('table');
    expect(within(table).getByRole('columnheader', { name: 'A' })).toBeTruthy();
    expect(within(table).getByRole('cell', { name: '2' })).toBeTruthy();
  });

  it('opens links in a new tab that cannot reach back', () => {
    show(markdownToBlocks('[help](https://help.fernway.example/a)'));
    const link = screen.getByRole('link');
    expect(link.getAttribute('href')).toBe('https://help.fernway.example/a');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link.textContent).toBe('help (opens in a new tab)');
  });

  it('shows hostile content as the text it is', () => {
    const { container } = show(hostileItem.blocks);
    expect(container.querySelector('script, img')).toBeNull();
    expect(container.textContent).toContain('<script>window.hacked = true</script>');
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Real (opens in a new tab)',
    ]);
    expect(screen.getByText('Run me').closest('a')).toBeNull();
  });
});
