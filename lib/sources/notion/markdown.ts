/**
 * Notion's own flavour of Markdown as the common one: boxes stand between tags with their text one
 * tab in, colours behind blocks as `{color="blue"}`. Pages and databases inside are articles of their
 * own: their titles would only make this page answer in their place.
 */

const OPENS = /^\t*<(callout|columns|column|synced_block|synced_block_reference)(?: [^<>]*)?>$/;
const CLOSES = /^\t*<\/(?:callout|columns|column|synced_block|synced_block_reference)>$/;
const EMPTY = /^\t*<(?:empty-block|table_of_contents)[^<>]*\/>$/;
const CHILD = /^\t*<(page|database)\b[^<>]*>[^<>]*<\/\1>$/;
const STYLE = /[ \t]*\{(?:(?:color|toggle)="[a-z_]{1,30}" ?){1,2}\}$/;
/** Boxes in boxes beyond this stay where they are. */
const MOST_BOXES = 20;

export function toPlainMarkdown(markdown: string): string {
  /** The boxes around a line, outermost first: whether each is a callout. */
  const boxes: boolean[] = [];
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    const tag = OPENS.exec(line)?.[1];
    if (tag !== undefined && boxes.length < MOST_BOXES) {
      lines.push('');
      boxes.push(tag === 'callout');
    } else if (CLOSES.test(line)) {
      boxes.pop();
      lines.push('');
    } else if (EMPTY.test(line) || CHILD.test(line)) lines.push('');
    else lines.push(placed(line.replace(STYLE, ''), boxes));
  }
  return lines.join('\n');
}

/** Without the tabs of the boxes around it, and quoted once for each callout. */
function placed(line: string, boxes: readonly boolean[]): string {
  const tabs = /^\t*/.exec(line)?.[0].length ?? 0;
  const text = line.slice(Math.min(tabs, boxes.length));
  const marks = boxes.filter((isCallout) => isCallout).length;
  return marks === 0 ? text : `${'> '.repeat(marks)}${text}`;
}
