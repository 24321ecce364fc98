import { intercomKind as kind } from '@/lib/sources/intercom/connector';
import { IntercomPlace, TOKEN } from '@/tests/support/sources/intercom';
import { describeConnector } from '@/tests/support/sources/suite';

describeConnector('intercom', {
  kind,
  settings: { region: 'eu', everyoneReads: true },
  secrets: { token: TOKEN },
  createPlace: (clock) => new IntercomPlace(clock),
  addresses: {
    mine: [
      'https://app.eu.intercom.com/a/apps/abc/articles',
      'https://app.intercom.com/a/apps/abc',
      'https://intercom.help/acme/en/articles/1',
    ],
    others: ['https://www.intercom.com/', 'https://intercom.help.example/'],
  },
});
