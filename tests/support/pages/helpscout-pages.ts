/** Help Scout's conversation page in its states, languages and looks. */
import { all, makePage, one, remove, set, type Edit } from '@/tests/support/pages/edits';

const EDITOR = '[data-cy="ConvoEditor"]';
/** The list in front; a hidden conversation has one, too. */
const THREADS = '[class^="Contentcss"] [data-testid="ThreadContainer"]';
const ITEMS = `${THREADS} .thread-item`;

/** Labels are words of the language; what they are called there is nobody's to know. */
const inLanguage = (lang: string, [subject, reply, threads]: [string, string, string]): Edit[] => [
  set('html', { lang, dir: lang === 'he' || lang === 'ar' ? 'rtl' : 'ltr' }),
  set('.c-EditableTextarea textarea', { 'aria-label': subject }),
  set(EDITOR, { 'aria-label': reply }),
  set(THREADS, { 'aria-label': threads }),
  set(ITEMS, { 'aria-label': null }),
];

const oldestFirst: Edit = (page) => {
  const list = one(page, THREADS);
  list.append(...[...list.children].reverse());
};

const marksOnItems: Edit = (page) => {
  for (const item of all(page, `${ITEMS}.is-customer`)) {
    item.classList.remove('is-customer');
    item.parentElement?.classList.add('is-customer');
  }
};

const newConversation: Edit = (page) => {
  page.title = 'New Conversation';
  remove(THREADS, 'aside')(page);
};

const PAGES: Readonly<Record<string, { template?: string; edits?: Edit[] }>> = {
  reply: {},
  note: { edits: [set(EDITOR, { 'aria-label': 'Note Editor' })] },
  unlabelled: { edits: [set(EDITOR, { 'aria-label': null })] },
  'closed-composer': { edits: [remove('[class^="Composercss"]')] },
  'plain-bodies': { edits: [set(`${ITEMS} .is-wide-layout`, { class: 'c-Body' })] },
  'oldest-first': { edits: [oldestFirst] },
  'marks-on-items': { edits: [marksOnItems] },
  'new-conversation': { edits: [newConversation] },
  dark: { edits: [set('html', { class: 'is-dark' })] },
  german: { edits: inLanguage('de', ['Betreff', 'Antwort', 'Beiträge']) },
  french: { edits: inLanguage('fr', ['Objet', 'Réponse', 'Messages']) },
  japanese: { edits: inLanguage('ja', ['件名', '返信', 'スレッド']) },
  arabic: { edits: inLanguage('ar', ['الموضوع', 'الرد', 'الرسائل']) },
  'right-to-left': { edits: [set('html', { lang: 'he', dir: 'rtl' })] },
  'before-2024': { template: 'before-2024' },
  list: { template: 'list' },
};

export const helpscoutPages = Object.keys(PAGES);

export function helpscoutPage(name: string): string {
  const page = PAGES[name];
  if (!page) throw new Error(`No such page: ${name}`);
  return makePage(`helpscout/pages/${page.template ?? 'conversation'}.html`, page.edits ?? []);
}
