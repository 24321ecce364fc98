/** Zendesk's ticket page in every layout, language, theme and state that was seen or is to be expected. */
import {
  all,
  makePage,
  one,
  parts,
  remove,
  rename,
  set,
  type Edit,
} from '@/tests/support/pages/edits';
import WORDS from '@/tests/support/zendesk/page/words.json';

const FRONT = '[data-test-id^="ticket-4712-"]';
const inFront = (css: string) => `${FRONT} ${css}`;
const SWITCHER = '[data-test-id="omnichannel-channel-switcher-button"]';
const SENDER = '[data-test-id="omni-log-item-sender"]';

type Language = keyof typeof WORDS;
const LANGUAGES = Object.keys(WORDS) as Language[];

/** Every label of Zendesk's own in that language: nothing of an English page is left to go by. */
const inLanguage =
  (language: Language): Edit =>
  (page) => {
    const words = { ...WORDS.en, ...WORDS[language] };
    const isRightToLeft = language === 'ar' || language === 'he';
    set('html', { lang: language, ...(isRightToLeft ? { dir: 'rtl' } : {}) })(page);
    set('[data-test-id="close-button"]', { 'aria-label': words.close })(page);
    set('[data-test-id="omni-header-subject"]', { 'aria-label': words.subject })(page);
    for (const button of all(page, SWITCHER)) {
      const isNote = button.getAttribute('data-channel') === 'internal';
      button.textContent = isNote ? words.internal : words.web;
      button.setAttribute('aria-label', button.textContent);
    }
    one(page, '[data-test-id="omni-header-via-label"]').textContent = words.via.email;
    for (const tag of all(page, '[data-test-id="omni-log-internal-note-tag"]')) {
      tag.textContent = words.internalTag;
    }
    for (const more of page.querySelectorAll('[data-test-id="convolog-show-more-button"]')) {
      more.textContent = words.showMore;
    }
    one(page, '[data-test-id="submit_button-button"]').textContent =
      `${words.submitAs} ${words.statuses.open}`;
  };

const inChannel = (channel: string): Edit => set(inFront(SWITCHER), { 'data-channel': channel });

/** Agents and admins arrange columns as they like; the reply need not be in the second. */
const customLayout: Edit = (page) => {
  for (const layout of all(page, '[data-test-id$="-standard-layout"]')) {
    const name = layout.getAttribute('data-test-id') ?? '';
    layout.setAttribute('data-test-id', name.replace('standard', 'custom'));
  }
};

/** Customer and apps on the left, the conversation beside them, fields at the end. */
const contextLeft: Edit = (page) => {
  customLayout(page);
  const layout = one(page, FRONT);
  const [fields, log, context] = all(layout, '[data-test-id^="column-"]');
  if (!fields || !log || !context) throw new Error('The template has three columns');
  layout.prepend(context, log, fields);
  [context, log, fields].forEach((column, at) =>
    column.setAttribute('data-test-id', `column-${at + 1}`),
  );
};

const sideItem = (text: string, at: string) => `
  <article data-test-id="omni-log-comment-item">
    <div data-test-id="omni-log-item-sender"><strong>Carrier desk</strong></div>
    <time datetime="${at}"></time>
    <div data-test-id="omni-log-item-message" mode="standalone" type="end-user">
      <div data-test-id="omni-log-message-content" data-originated-from="EmailInteraction"><div class="zd-comment"><p>${text}</p></div></div>
    </div>
  </article>`;

/** Opens below the anchor that is named after it, beside log and reply, with the agent's caret in it. */
const sideConversation: Edit = (page) => {
  const html = `
  <div class="side-thread">
    <input name="subject" value="Question to the carrier">
    <div data-test-id="omni-log-container">
      ${sideItem('Parcel customs question, told to the carrier only.', '2026-08-30T09:30:00Z')}
      ${sideItem('The carrier says Friday.', '2026-08-30T10:30:00Z')}
    </div>
    <div class="side-editor"><button data-channel="side_conversation/email"></button>
      <div class="ck ck-content ck-editor__editable ck-focused" role="textbox" contenteditable="true" data-test-id="standalone-rich-text-ckeditor"><p>draft to the carrier</p></div>
    </div>
  </div>`;
  one(page, '[data-side-conversations-anchor-id="4712"]').prepend(...parts(page, html));
};

/** An archived ticket shows no editor; the page still shows what was said. */
const archived: Edit = (page) => {
  one(page, inFront('[data-test-id="editor-view"]')).replaceWith(
    ...parts(page, '<div class="archived-bar"></div>'),
  );
};

/** Chats only: no item wraps its text once more, and the customer's app says what it is. */
const messaging: Edit = (page) => {
  inChannel('native_messaging')(page);
  for (const body of all(page, inFront('.zd-comment'))) {
    body.parentElement?.setAttribute('data-originated-from', 'MobileSdkInteraction');
    const text = page.createElement('span');
    text.textContent = body.textContent;
    body.replaceWith(text);
  }
};

const allLoaded: Edit = remove('[data-test-id="convolog-show-more-button"]');

/** The anchor counts new tickets: it says 1. */
const newTicket: Edit = (page) => {
  set('[data-entity-id="4712"]', { 'data-entity-id': '-1' })(page);
  set(FRONT, { 'data-test-id': 'ticket-new-1-standard-layout' })(page);
  set('[data-side-conversations-anchor-id="4712"]', { 'data-side-conversations-anchor-id': '1' })(
    page,
  );
  set('.conversation-polaris', { 'data-ticket-id': null })(page);
};

const LAYOUTS: Readonly<Record<string, Edit[]>> = {
  standard: [],
  'custom-layout': [customLayout],
  'context-left': [contextLeft],
  /** Accounts may hide fields, tags and all, from an agent. */
  'no-fields': [remove(inFront('#ticket_sidebar'))],
  /** Live for a day in August 2025. */
  'no-property-box': [
    (page) => all(page, '.property_box').forEach((box) => box.classList.remove('property_box')),
  ],
  /** Until August 2024. */
  'span-sender': [rename(SENDER, 'span')],
};

const STATES: Readonly<Record<string, Edit[]>> = {
  reply: [],
  'internal-note': [inChannel('internal')],
  messaging: [messaging],
  archived: [archived],
  'all-loaded': [allLoaded],
  'side-conversation': [sideConversation],
  'archived-side-conversation': [archived, sideConversation],
};

const THEMES: Readonly<Record<string, Edit[]>> = {
  light: [],
  dark: [set('html', { 'data-theme': 'dark' })],
};

/** One edit away from the page as most accounts have it. */
const SINGLE: Readonly<Record<string, Edit[]>> = {
  ...LAYOUTS,
  ...STATES,
  ...THEMES,
  ...Object.fromEntries(LANGUAGES.map((language) => [language, [inLanguage(language)]])),
  'new-ticket': [newTicket],
};

/** Each state in each language; layouts and themes take turns, so that each meets every state and language. */
const CROSSED: Readonly<Record<string, Edit[]>> = Object.fromEntries(
  Object.entries(STATES).flatMap(([state, edits], row) =>
    LANGUAGES.map((language, column) => {
      const [layout, arranged] = turn(LAYOUTS, row + column);
      const [theme, coloured] = turn(THEMES, row + Math.floor(column / 2));
      const name = [state, language, layout, theme].join(' ');
      return [name, [...arranged, ...edits, ...coloured, inLanguage(language)]];
    }),
  ),
);

function turn(from: Readonly<Record<string, Edit[]>>, at: number): [string, Edit[]] {
  const entries = Object.entries(from);
  return entries[at % entries.length]!;
}

/** Names of pages that are `state` in some layout, language and theme. */
export const zendeskPagesCrossed = Object.keys(CROSSED);
export const zendeskPages = [...Object.keys(SINGLE), ...zendeskPagesCrossed];

export function zendeskPage(name: string): string {
  const edits = SINGLE[name] ?? CROSSED[name];
  if (!edits) throw new Error(`No such page: ${name}`);
  return makePage('zendesk/pages/ticket.html', edits);
}
