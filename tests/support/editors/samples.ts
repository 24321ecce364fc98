/** What the matrix inserts, and how it reads afterwards in editors with and without formatting. */
import type { Content } from './page-hooks';

const HREF = 'https://help.fernway.example/articles/sync-4031?a=1&b=2';
const TITLE = 'Orders are lost (SYNC-4031)';
const ANCHOR = `<a href="${HREF.replace('&', '&amp;')}">${TITLE}</a>`;

export const LINK: Content = {
  form: 'link',
  html: ANCHOR,
  text: `${TITLE}: ${HREF}`,
  hrefs: [HREF],
};
export const PASSAGE: Content = {
  ...LINK,
  form: 'passage',
  html:
    '<p>Restart the <strong>spooler</strong>:</p>' +
    '<ol><li>Open Sync</li><li>Press <code>Restart</code></li></ol>' +
    '<pre><code>sync --all\nsync --check</code></pre>' +
    `<p>${ANCHOR}</p>`,
};
export const HOSTILE: Content = {
  form: 'passage',
  html:
    '<div onclick="x()">Intro<script>alert(1)</script></div><h2>Cause</h2>' +
    '<p>See <a href="javascript:alert(1)">this</a></p><img src=x onerror=alert(1)>' +
    '<style>p{}</style><iframe src="//x.example"></iframe>',
  text: 'Intro',
  hrefs: [],
};
export const TEMPLATE: Content = {
  form: 'passage',
  html: '<p>Write {{ticket.id}} or {%if x%}, {<em>{dc.a}}</em> too</p>',
  text: 'Write',
  hrefs: [],
};

/** In the notation of `outline`: with formatting, and as plain text. */
export function linkRead(isPlain: boolean): string {
  return isPlain ? `${TITLE}: ${HREF}` : `[${TITLE}](${HREF})`;
}

export function passageRead(isPlain: boolean): string[] {
  if (!isPlain) {
    return [
      'p: Restart the spooler:',
      'li: Open Sync',
      'li: Press Restart',
      'pre: sync --all sync --check',
      `p: ${linkRead(false)}`,
    ];
  }
  return [
    'p: Restart the spooler:',
    'p: 1. Open Sync',
    'p: 2. Press Restart',
    'p: sync --all',
    'p: sync --check',
    `p: ${linkRead(true)}`,
  ];
}
