/**
 * The head of a Markdown file between two lines `---`: names with texts or lists of texts. Of YAML
 * only this much is read; what is nested or more than text is left out.
 */

export interface FrontMatter {
  fields: Record<string, string | string[]>;
  /** What follows the head. */
  body: string;
}

const MOST_HEAD = 20_000;
const MOST_LINES = 400;

export function readFrontMatter(text: string): FrontMatter {
  const whole = text.replace(/^\ufeff/, '');
  const start = /^---[ \t]*\r?\n/.exec(whole)?.[0].length ?? 0;
  const end = start === 0 ? null : /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(whole.slice(start, start + MOST_HEAD)); // prettier-ignore
  if (end === null) return { fields: {}, body: whole };
  const head = whole.slice(start, start + end.index);
  const body = whole.slice(start + end.index + end[0].length).replace(/^\s*\n/, '');
  return { fields: readFields(head.split(/\r?\n/).slice(0, MOST_LINES)), body };
}

function readFields(lines: readonly string[]): FrontMatter['fields'] {
  // A file may name anything, `__proto__` too.
  const fields = new Map<string, string | string[]>();
  let list: string[] | null = null;
  for (const line of lines) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined) {
      list?.push(plain(item));
      continue;
    }
    const [, name, value = ''] = /^([\w-]{1,60})\s*:\s*(.*)$/.exec(line) ?? [];
    list = null;
    if (name === undefined) continue;
    if (value.trim() === '') fields.set(name.toLowerCase(), (list = []));
    else fields.set(name.toLowerCase(), valueOf(value));
  }
  return Object.fromEntries(fields);
}

function valueOf(value: string): string | string[] {
  const list = /^\[(.*)\]\s*$/.exec(value.trim())?.[1];
  if (list === undefined) return plain(value);
  return list
    .split(',')
    .map(plain)
    .filter((word) => word !== '');
}

/** Without quotes and remarks. */
function plain(value: string): string {
  const quoted = /^\s*(["'])(.*)\1\s*(?:#.*)?$/.exec(value);
  if (quoted !== null) return (quoted[2] ?? '').replaceAll('\\"', '"').replaceAll("''", "'");
  return value.replace(/\s+#.*$/, '').trim();
}
