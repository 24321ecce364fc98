import { describeConnector } from '@/tests/support/sources/suite';
import { GuidePlace } from '@/tests/support/sources/zendesk-guide';
import { AGENT } from '@/tests/support/sources/zendesk-lists';
import { zendeskGuideKind as kind } from '@/lib/sources/zendesk-guide/connector';

const settings = {
  origin: 'https://acme.zendesk.com',
  access: 'token' as const,
  locales: [],
  sections: [],
  community: false,
};
const addresses = {
  mine: [
    'https://acme.zendesk.com/hc/de/articles/8001-Fix',
    'https://acme.zendesk.com/agent/tickets/12',
  ],
  others: ['https://www.zendesk.com/pricing', 'https://acme.example/hc', 'https://zendesk.com/'],
};

describeConnector('zendesk-guide as an agent', {
  kind,
  settings,
  secrets: AGENT,
  createPlace: (clock) => new GuidePlace(clock, 'articles'),
  addresses,
});

describeConnector('zendesk-guide as anyone', {
  kind,
  settings: { ...settings, access: 'public' },
  createPlace: (clock) => new GuidePlace(clock, 'articles'),
});

describeConnector('zendesk-guide with its community', {
  kind,
  settings: { ...settings, locales: ['en-us'], community: true },
  secrets: AGENT,
  createPlace: (clock) => new GuidePlace(clock, 'posts'),
});
