/** Zendesk's ticket page as data, for whoever looks at how much of it still is as we know it. */
import type { Anatomy } from '@/lib/helpdesks/anatomy';
import type { Selector } from '@/lib/helpdesks/dom';
import { endpoints } from '@/lib/helpdesks/zendesk/endpoints';
import * as places from '@/lib/helpdesks/zendesk/selectors';

const layout = (name: string, ...css: string[]): Selector => ({ name, seen: 'see report', css });

export const anatomy: Anatomy = {
  onPage: [...places.ticketRoots, places.selectedTab, ...places.watched, places.newTicketPane],
  inPane: [
    places.subject,
    places.conversation,
    places.sideConversation,
    places.sideEditor,
    places.showMore,
    places.logItem,
    places.logItemMessage,
    places.logItemBody,
    places.internalNoteTag,
    places.logItemTime,
    places.quotedMail,
    places.requester,
    places.tag,
    places.customField,
    places.customFieldLabel,
    places.customFieldValue,
    places.composer,
    places.channelSwitcher,
  ],
  layouts: [
    layout('standard', '[data-test-id^="ticket-"][data-test-id$="-standard-layout"]'),
    layout('custom', '[data-test-id^="ticket-"][data-test-id$="-custom-layout"]'),
    layout('chat', 'button[data-channel*="messaging"]', 'button[data-channel="chat"]'),
    layout('dark', 'html[data-theme="dark"]'),
    layout('right-to-left', 'html[dir="rtl"]', 'body[dir="rtl"]'),
  ],
  endpoints,
  needed: [
    { part: 'messages', anyOf: [places.logItem], when: 'ticket' },
    { part: 'messages', anyOf: [places.logItemBody], when: [places.logItem] },
    { part: 'subject', anyOf: [places.subject], when: 'ticket' },
    // Archived tickets and light agents have neither.
    { part: 'composer', anyOf: [places.composer], when: [places.channelSwitcher] },
    { part: 'channel', anyOf: [places.channelSwitcher], when: [places.composer] },
  ],
};
