import { discourseKind as kind } from '@/lib/sources/discourse/connector';
import { ForumPlace, USER_KEY } from '@/tests/support/sources/discourse';
import { describeConnector } from '@/tests/support/sources/suite';

const settings = { address: 'https://forum.acme.example', categories: [] };

describeConnector('discourse as anyone', {
  kind,
  settings,
  createPlace: (clock) => new ForumPlace(clock, false),
  addresses: {
    mine: ['https://acme.discourse.group/t/topic/12'],
    others: ['https://forum.acme.example/t/topic/12', 'https://discourse.group/'],
  },
});

describeConnector('discourse with a key', {
  kind,
  settings,
  secrets: { userApiKey: USER_KEY },
  createPlace: (clock) => new ForumPlace(clock, true),
  // Discourse answers 403 to a key it does not know.
  refusal: 'forbidden',
});
