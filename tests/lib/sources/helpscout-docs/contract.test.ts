import { helpscoutDocsKind as kind } from '@/lib/sources/helpscout-docs/connector';
import { API_KEY, DocsPlace } from '@/tests/support/sources/helpscout-docs';
import { describeConnector } from '@/tests/support/sources/suite';

describeConnector('helpscout-docs', {
  kind,
  settings: { collections: [] },
  secrets: { apiKey: API_KEY },
  createPlace: (clock) => new DocsPlace(clock),
  addresses: {
    mine: [
      'https://acme.helpscoutdocs.com/article/121-export-limits',
      'https://secure.helpscout.net/docs/65a0/article/65b0',
    ],
    others: [
      'https://secure.helpscout.net/conversation/310/44477',
      'https://helpscoutdocs.com/',
      'https://acme.helpscoutdocs.com.example/',
    ],
  },
});
