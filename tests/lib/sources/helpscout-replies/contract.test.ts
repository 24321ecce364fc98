import { helpscoutRepliesKind as kind } from '@/lib/sources/helpscout-replies/connector';
import { APP, RepliesPlace } from '@/tests/support/sources/helpscout-replies';
import { describeConnector } from '@/tests/support/sources/suite';

describeConnector('helpscout-replies', {
  kind,
  settings: { mailboxes: [] },
  secrets: APP,
  createPlace: (clock) => new RepliesPlace(clock),
  addresses: {
    mine: ['https://secure.helpscout.net/conversation/310/44477', 'https://secure.helpscout.net/'],
    others: ['https://secure.helpscout.net/docs/65a0/article/65b0', 'https://helpscout.com/'],
  },
});
