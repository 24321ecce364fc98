import { describe, expect, it } from 'vitest';
import { hashText } from '@/lib/core/ids';
import { cut, escapeHtml } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';

describe('escapeHtml', () => {
  it('leaves nothing that ends a text or an attribute', () => {
    expect(escapeHtml(`<a href='x'>"&</a>`)).toBe(
      '&lt;a href=&#39;x&#39;&gt;&quot;&amp;&lt;/a&gt;',
    );
  });
});

describe('cut', () => {
  it('keeps short texts and never halves a character', () => {
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('abcd', 3)).toBe('abc');
    expect(cut('ab😀', 3)).toBe('ab');
    expect(cut('ab😀c', 4)).toBe('ab😀');
  });
});

describe('webAddress', () => {
  it.each([
    ['https://x.example/a b', 'https://x.example/a%20b'],
    [' HTTP://X.example ', 'http://x.example/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['../c#d', 'https://base.example/c#d'],
    ['//y.example', 'https://y.example/'],
    ['https://x.example/?q={{ticket.id}}', 'https://x.example/?q=%7B%7Bticket.id%7D%7D'],
    ['javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['https://user:pass@x.example', undefined],
    ['http://[', undefined],
  ])('reads %j as %j', (href, address) => {
    expect(webAddress(href, 'https://base.example/a/b')).toBe(address);
  });

  it('has no address for a relative one without a base', () => {
    expect(webAddress('/a')).toBeUndefined();
  });
});

describe('hashText', () => {
  it('is the head of SHA-256', async () => {
    expect(await hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223');
    expect(await hashText('abd')).not.toBe(await hashText('abc'));
  });
});
