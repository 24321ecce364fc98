/** Which column of a table holds what, told by the names people give them. */

/** Fields of a document that a table may have, each with its names in lower case. */
const NAMES = {
  id: ['id', 'key', 'article id', 'record id', 'issue key', 'nummer', 'number', 'no', 'nr', 'external id', 'slug'],
  title: ['title', 'subject', 'name', 'headline', 'question', 'summary', 'titel', 'betreff', 'frage', 'überschrift', 'article title'],
  body: ['body', 'content', 'text', 'html', 'markdown', 'description', 'answer', 'article', 'inhalt', 'beschreibung', 'antwort', 'article body', 'details', 'solution', 'lösung'],
  url: ['url', 'link', 'address', 'permalink', 'article url', 'html url', 'adresse', 'href'],
  created: ['created', 'created at', 'created on', 'creation date', 'date created', 'erstellt', 'erstellt am'],
  updated: ['updated', 'updated at', 'updated on', 'last updated', 'modified', 'last modified', 'modified at', 'date modified', 'edited at', 'geändert', 'geändert am', 'aktualisiert'],
  product: ['product', 'produkt', 'app', 'space', 'project', 'projekt'],
  component: ['component', 'components', 'area', 'module', 'komponente', 'bereich'],
  version: ['version', 'affected version', 'affects version', 'affects versions'],
  labels: ['labels', 'label', 'tags', 'tag', 'keywords', 'category', 'categories', 'section', 'kategorie', 'schlagwörter', 'stichwörter'],
  visibility: ['visibility', 'audience', 'access', 'sichtbarkeit'],
  kind: ['kind', 'art'],
  locale: ['locale', 'language', 'lang', 'sprache'],
  status: ['status', 'state', 'zustand'],
  fixVersion: ['fix version', 'fixversion', 'fixed in', 'fix versions', 'behoben in'],
  workaround: ['workaround', 'mitigation', 'umgehung', 'behelf'],
} as const; // prettier-ignore

export type Field = keyof typeof NAMES;

/** The column of each field that was found, counted from 0. */
export type Columns = Partial<Record<Field, number>>;

const FIELDS = Object.keys(NAMES) as Field[];

/**
 * The columns that a table's first row names, or null when it names neither a title nor a text. A
 * field's better names win, then the first of equals; a column serves one field.
 */
export function findColumns(header: readonly string[]): Columns | null {
  const names = header.map(plainName);
  const columns: Columns = {};
  for (const field of FIELDS) {
    const found = NAMES[field].map((name) => names.indexOf(name)).find((at) => at !== -1);
    if (found !== undefined) columns[field] = found;
  }
  return columns.title === undefined && columns.body === undefined ? null : columns;
}

/** `Last_Updated (UTC)` is `last updated`. */
function plainName(name: string): string {
  const bare = name.replace(/^\ufeff/, '').replace(/\([^()]*\)/g, ' ');
  const apart = bare.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return apart
    .toLowerCase()
    .replace(/[\s_.:-]+/g, ' ')
    .trim();
}
