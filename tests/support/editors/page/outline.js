/** Drafts in one notation for all editors: a line per block, links as `[title](address)`. */

const LEAVES = 'p,li,pre,div,blockquote';

/** @param {string} html */
export function outline(html) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const filler of body.querySelectorAll('.ql-ui')) filler.remove();
  for (const list of body.querySelectorAll('li > p')) list.replaceWith(...list.childNodes);
  for (const line of body.querySelectorAll('br')) line.replaceWith('\n');
  const leaves = [...body.querySelectorAll(LEAVES)].filter((leaf) => !leaf.querySelector(LEAVES));
  const blocks = leaves.length > 0 ? leaves : [body];
  return blocks.flatMap((block) => {
    const text = lineText(block);
    return text === '' ? [] : [`${kindOf(block)}: ${text}`];
  });
}

/** @param {string} text */
export function textLines(text) {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`p: ${line.trim()}`]));
}

/** @param {Element} block */
function kindOf(block) {
  if (block.matches('.ql-code-block')) return 'pre';
  const name = block.nodeName.toLowerCase();
  return name === 'div' || name === 'body' ? 'p' : name;
}

/** @param {Element} block */
function lineText(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = '';
  let link = null;
  while (walker.nextNode()) {
    const run = walker.currentNode;
    const next = run.parentElement.closest('a');
    if (next !== link && link) text += `](${link.getAttribute('href')})`;
    if (next !== link && next) text += '[';
    link = next;
    text += run.data;
  }
  if (link) text += `](${link.getAttribute('href')})`;
  return text
    .replace(/[\u200B\uFEFF]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}
