/**
 * Notes and warnings as documentation tools write them in Markdown, made into quotes: `:::tip` of
 * VitePress and Docusaurus, `!!! note` of MkDocs, `{% hint %}` of GitBook, `> [!NOTE]` of GitHub.
 */

const COLONS = /^ {0,3}:{3,}[ \t]*([a-z-]+)?[ \t]*(.{0,200})$/i;
const HINT =
  /^ {0,3}\{% *(end)?(hint|tabs|tab|stepper|step|columns?|content-ref)\b([^%]{0,200})%\}[ \t]*$/;
const BANGS = /^ {0,3}(?:!!!|\?{3}\+?)[ \t]+([a-z]+)(?:[ \t]+"([^"]{0,200})")?[ \t]*$/i;
const GITHUB = /^((?: {0,3}>)+[ \t]*)\[!([a-z]+)\][+-]?[ \t]*(.{0,200})$/i;
const FENCE = /^(?: {0,3}>)* {0,3}(```|~~~)/;
/** Containers that only arrange what is in them. */
const NO_BOXES = new Set(['code-group', 'tabs', 'tab', 'v-pre', 'raw', 'steps', 'columns', 'column', 'step', 'stepper', 'content-ref']); // prettier-ignore
/** marked's time multiplies with each quote in a quote; no page comes near these. */
const MOST_NESTED = 3;
const MOST_BOXES = 300;

/** Nothing is changed within code. */
export function quoteBoxes(markdown: string): string {
  if (!/:::|!!!|\?\?\?|\{%|\[!/.test(markdown)) return markdown;
  const reader = new BoxReader();
  for (const line of markdown.split('\n')) reader.take(line.replace(/\r$/, ''));
  return reader.lines.join('\n');
}

class BoxReader {
  readonly lines: string[] = [];
  /** Boxes that end with a line of their own: whether each is quoted. */
  #boxes: boolean[] = [];
  #opened = 0;
  /** How many of the open ones are quoted. */
  #quotes = 0;
  /** Inside one of MkDocs, whose text stands four further in. */
  #isIndented = false;
  #fence = '';

  take(line: string): void {
    const fence = FENCE.exec(line)?.[1];
    if (this.#fence === '' && fence === undefined && this.#takeMark(line)) return;
    if (fence !== undefined && (this.#fence === '' || this.#fence === fence)) {
      this.#fence = this.#fence === '' ? fence : '';
    }
    if (this.#isIndented) {
      if (line.trim() === '') return this.#push('');
      if (/^(?: {4}|\t)/.test(line)) return this.#push(line.replace(/^(?: {4}|\t)/, ''));
      this.#endIndented();
    }
    this.#push(line);
  }

  /** True when the line opens or closes a box. */
  #takeMark(line: string): boolean {
    const colons = COLONS.exec(line);
    if (colons !== null) return this.#takeColons(colons[1] ?? '', colons[2] ?? '');
    const hint = HINT.exec(line);
    if (hint !== null) return this.#takeHint(hint);
    const bangs = BANGS.exec(line);
    if (bangs !== null) {
      this.#endIndented();
      this.lines.push('');
      this.#opened += 1;
      this.#isIndented = true;
      this.#title(bangs[2] ?? bangs[1] ?? '');
      return true;
    }
    const [, quote, name = '', title = ''] = GITHUB.exec(line) ?? [];
    if (quote === undefined) return false;
    this.#push(`${quote}**${title.trim() || capital(name)}**`);
    this.#push(quote.trimEnd());
    return true;
  }

  #takeColons(name: string, rest: string): boolean {
    if (name === '') {
      if (rest !== '' || this.#boxes.length === 0) return false;
      this.#close();
      return true;
    }
    const title = rest.replace(/[[\]{}]/g, '').trim();
    const isBox = !NO_BOXES.has(name.toLowerCase());
    this.#open(isBox, title || (isBox ? capital(name) : ''));
    return true;
  }

  #takeHint([, end, name = '', rest = '']: RegExpExecArray): boolean {
    if (end !== undefined) {
      this.#close();
      return true;
    }
    const [, style = 'note'] = /style="([a-z]+)"/.exec(rest) ?? [];
    const [, title = ''] = /title="([^"]*)"/.exec(rest) ?? [];
    this.#open(name === 'hint', name === 'hint' ? capital(style) : title);
    return true;
  }

  #open(isQuoted: boolean, title: string): void {
    this.lines.push('');
    this.#opened += 1;
    const isFew = this.#boxes.length < MOST_NESTED && this.#opened <= MOST_BOXES;
    this.#boxes.push(isQuoted && isFew);
    if (isQuoted && isFew) this.#quotes += 1;
    this.#title(title);
  }

  #close(): void {
    if (this.#boxes.pop() === true) this.#quotes -= 1;
    this.lines.push('');
  }

  #endIndented(): void {
    if (this.#isIndented) this.lines.push('');
    this.#isIndented = false;
  }

  #title(title: string): void {
    if (title === '') return;
    this.#push(`**${title}**`);
    this.#push('');
  }

  #push(line: string): void {
    const isTooMuch = this.#opened > MOST_BOXES;
    const marks = isTooMuch ? 0 : this.#quotes + (this.#isIndented ? 1 : 0);
    this.lines.push(marks === 0 ? line : `${'> '.repeat(marks)}${line}`);
  }
}

function capital(name: string): string {
  return name === '' ? '' : name[0]?.toUpperCase() + name.slice(1).toLowerCase();
}
