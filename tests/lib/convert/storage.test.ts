import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { storageToBlocks } from '@/lib/convert/storage';

const plain = (text: string) => ({ type: 'paragraph', text: [{ text }] });
const macro = (name: string, inside: string): string =>
  `<ac:structured-macro ac:name="${name}" ac:schema-version="1" ac:macro-id="9">${inside}</ac:structured-macro>`;

describe('storageToBlocks', () => {
  it('reads a page with macros', () => {
    const storage = `<h1>Limits</h1><p>Works <strong>offline</strong>&nbsp;for 72&#160;hours.</p>
${macro('info', '<ac:parameter ac:name="title">Mind</ac:parameter><ac:parameter ac:name="icon">false</ac:parameter><ac:rich-text-body><p>Stay near.</p></ac:rich-text-body>')}
${macro('code', '<ac:parameter ac:name="language">sh</ac:parameter><ac:plain-text-body><![CDATA[a < b && c\n  d]]></ac:plain-text-body>')}
<table><tbody><tr><th>Code</th></tr><tr><td>EX-1</td></tr></tbody></table>
<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>Done</ac:task-body></ac:task>
<ac:task><ac:task-id>2</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Open</ac:task-body></ac:task></ac:task-list>`;
    expect(storageToBlocks(storage)).toEqual([
      { type: 'heading', level: 1, text: [{ text: 'Limits' }] },
      {
        type: 'paragraph',
        text: [{ text: 'Works ' }, { text: 'offline', strong: true }, { text: ' for 72 hours.' }],
      },
      {
        type: 'quote',
        blocks: [
          { type: 'paragraph', text: [{ text: 'Mind', strong: true }] },
          plain('Stay near.'),
        ],
      },
      { type: 'code', text: 'a < b && c\n  d' },
      { type: 'table', header: true, rows: [[[{ text: 'Code' }]], [[{ text: 'EX-1' }]]] },
      { type: 'list', ordered: false, items: [[plain('☑ Done')], [plain('☐ Open')]] },
    ]);
  });

  it('reads links by their text or the page they lead to, and pictures by their description', () => {
    const storage =
      '<p>See <ac:link><ri:page ri:content-title="Refunds" ri:version-at-save="1" /></ac:link> and <ac:link><ri:page ri:content-title="X"/><ac:plain-text-link-body><![CDATA[this]]></ac:plain-text-link-body></ac:link>.</p><ac:image ac:alt="The menu"><ri:attachment ri:filename="a.png" /></ac:image>';
    expect(blocksText(storageToBlocks(storage))).toBe('See Refunds and this.\n\nThe menu');
  });

  it('reads unknown macros for the text in them, and drops what readers never see', () => {
    const status = macro('status', '<ac:parameter ac:name="colour">Red</ac:parameter><ac:parameter ac:name="title">BROKEN</ac:parameter>'); // prettier-ignore
    const storage = `<p>It is ${status}.</p>${macro('toc', '<ac:parameter ac:name="maxLevel">3</ac:parameter>')}${macro('odd', '<ac:rich-text-body><p>Kept</p></ac:rich-text-body>')}<ac:placeholder>Type here</ac:placeholder>`;
    expect(blocksText(storageToBlocks(storage))).toBe('It is BROKEN.\n\nKept');
  });
});
