/** Clean blocks as plain text, addresses written out: for editors that know no formatting. */

const LIST = new Set(['UL', 'OL']);
const BLOCK = new Set(['P', 'UL', 'OL', 'LI', 'PRE', 'BLOCKQUOTE']);

/** Blocks apart by an empty line, list items by one line; a link as `title: address` or `title (address)`. */
export function plainText(root: Element): string {
  const parts: string[] = [];
  let line = '';
  const flush = (): void => {
    if (line.trim() !== '') parts.push(line.replace(/ {2,}/g, ' ').trim());
    line = '';
  };
  for (const child of root.childNodes) {
    if (!isBlock(child)) {
      line += inlinePlain(child, isAlone(child));
      continue;
    }
    flush();
    const text = blockPlain(child);
    if (text.trim() !== '') parts.push(text);
  }
  flush();
  return parts.join('\n\n');
}

/** The same in one line. */
export function plainLine(root: Element): string {
  return [...root.childNodes]
    .map((child) => inlinePlain(child, isAlone(child)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function blockPlain(block: Element): string {
  if (LIST.has(block.nodeName)) return listPlain(block);
  if (block.nodeName === 'PRE') return block.textContent.replace(/\n$/, '');
  return plainText(block);
}

function listPlain(list: Element): string {
  return [...list.children]
    .map((item, at) => {
      const mark = list.nodeName === 'OL' ? `${at + 1}. ` : '- ';
      const text = plainText(item).replace(/\n{2,}/g, '\n');
      return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function inlinePlain(node: Node, isAloneInBlock: boolean): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replace(/\s+/g, ' ');
  if (node.nodeName === 'BR') return '\n';
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const element = node as Element;
  const text = [...element.childNodes].map((child) => inlinePlain(child, false)).join('');
  const href = element.nodeName === 'A' ? element.getAttribute('href') : null;
  if (href === null || text.trim() === href) return text;
  if (text.trim() === '') return href;
  return isAloneInBlock ? `${text}: ${href}` : `${text} (${href})`;
}

/** True where nothing else is in the block, so that `title: address` cannot run into other words. */
function isAlone(node: Node): boolean {
  return node.parentNode?.textContent?.trim() === node.textContent?.trim();
}

function isBlock(node: Node): node is Element {
  return BLOCK.has(node.nodeName);
}
