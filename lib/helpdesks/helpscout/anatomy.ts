/** Help Scout's conversation page as data, for whoever looks at how much of it still is as we know it. */
import type { Anatomy } from '@/lib/helpdesks/anatomy';
import type { Selector } from '@/lib/helpdesks/dom';
import { endpoints } from '@/lib/helpdesks/helpscout/endpoints';
import * as places from '@/lib/helpdesks/helpscout/selectors';

const layout = (name: string, ...css: string[]): Selector => ({ name, seen: 'see report', css });

export const anatomy: Anatomy = {
  onPage: [
    places.conversationArea,
    places.threadList,
    places.customerName,
    places.composer,
    places.noteComposer,
    places.replyComposer,
    places.replyButton,
    places.noteButton,
  ],
  inPane: [
    places.thread,
    places.threadAnchor,
    places.customerThread,
    places.noteThread,
    places.agentThread,
    places.threadAuthor,
    places.threadTime,
    places.threadBody,
    places.threadRule,
    places.quotedMail,
    places.threadFurniture,
    places.subject,
    places.tag,
  ],
  layouts: [
    layout('since-2024', 'ol[data-testid="ThreadContainer"]'),
    layout('before-2024', '#tkContent'),
    layout('dark', 'html[data-theme="dark"]', 'body.is-dark', 'html.dark'),
    layout('right-to-left', 'html[dir="rtl"]', 'body[dir="rtl"]'),
  ],
  endpoints,
  needed: [
    { part: 'messages', anyOf: [places.thread], when: 'ticket' },
    { part: 'messages', anyOf: [places.threadBody, places.threadRule], when: [places.thread] },
    // The page's title has it, too, but not the whole of it.
    { part: 'subject', anyOf: [places.subject], when: 'ticket' },
    // The editor comes only after one of the buttons was pressed.
    {
      part: 'composer',
      anyOf: [places.composer, places.replyButton, places.noteButton],
      when: 'ticket',
    },
  ],
};
