import { describe, expect, it } from 'vitest';
import { markdownToBlocks } from '@/lib/convert/markdown';
import { findAffectedVersions } from '@/lib/sources/tracker/affected';

const find = (markdown: string) => findAffectedVersions(markdownToBlocks(markdown));

describe('affected versions', () => {
  it.each([
    'Version',
    'Affected versions:',
    'App version',
    'Betroffene Version',
    'Product version number',
  ])('stand under the heading “%s”', (heading) => {
    expect(
      find(`It stops.\n\n### ${heading}\n\nPOS v6.3.1 and 6.4-beta.2.\n\n### OS\n\n14.2`),
    ).toEqual(['6.3.1', '6.4-beta.2']);
  });

  it.each([
    '### Version history\n\n1.2.3',
    '### Version\n\n_No response_',
    '### Version\n\n### OS\n\n14.2',
    '### Version\n\n7',
    'Version 6.3.1 stops.',
  ])('are not told by %j', (markdown) => {
    expect(find(markdown)).toEqual([]);
  });

  it('may be in a list or in code', () => {
    expect(find('## Versions\n\n- 6.3\n- 6.4')).toEqual(['6.3', '6.4']);
    expect(find('## Version\n\n```\n6.3.1\n```')).toEqual(['6.3.1']);
  });
});
