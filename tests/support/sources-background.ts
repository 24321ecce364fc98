/** A background without the sample, and a help centre that it may ask. */
import { IDBFactory } from 'fake-indexeddb';
import { createBackgroundApp, type BackgroundApp } from '@/lib/app/background-app';
import { answerSession } from '@/lib/app/page-session';
import { createPlatformInHand, type PlatformInHand } from '@/tests/support/background-platform';
import { freshDatabase } from '@/tests/support/store';
import { PlaceClock, type PlaceRequest } from '@/tests/support/sources/place';
import { placeFetch } from '@/tests/support/sources/place-fetch';
import { GuidePlace } from '@/tests/support/sources/zendesk-guide';
import { AGENT } from '@/tests/support/sources/zendesk-lists';

export const ACME = 'https://acme.zendesk.com';
export const PUBLIC_GUIDE = {
  kind: 'zendesk-guide' as const,
  settings: { origin: ACME, access: 'public', locales: [], sections: [], community: false },
  secrets: {},
};
const SIGNED_IN = { authorization: `Basic ${btoa(`${AGENT.email}/token:${AGENT.token}`)}` };

export interface SourcesBackground extends BackgroundApp {
  platform: PlatformInHand;
  place: GuidePlace;
  /** Every request that reached the help centre. */
  asked: PlaceRequest[];
  /** What the help centre answers from now on; null: as it is. */
  spoil: ((request: PlaceRequest) => Response | null) | null;
  /** An open tab of the helpdesk's, in which the agent is signed in. */
  openTab(): void;
  closeTab(): void;
  idle(): Promise<void>;
}

/** Starts it over the disk. `articles` rows give two items each, one a language. */
export async function startSources(
  articles = 4,
  disk = new IDBFactory(),
): Promise<SourcesBackground> {
  const platform = createPlatformInHand();
  const place = new GuidePlace(new PlaceClock(), 'articles');
  for (let at = 0; at < articles; at += 1) place.shelf.create(`Article ${at}`);
  const db = freshDatabase(disk);
  // No sample: its thousands of items are not what these tests are about.
  await db.settings.put({ key: 'seeded', value: 'before' });
  const app = createBackgroundApp(platform, db);
  const asked: PlaceRequest[] = [];
  const watched = {
    answer(request: PlaceRequest) {
      asked.push(request);
      return place.answer(request);
    },
  };
  const world: SourcesBackground = {
    ...app,
    platform,
    place,
    asked,
    spoil: null,
    openTab() {
      const url = () => new URL(`${ACME}/agent/tickets/1`);
      const page = { url, fetch: placeFetch(watched, SIGNED_IN) };
      platform.browser.askTabOf = (origin, message) =>
        Promise.resolve(origin === ACME ? answerSession(page, message) : null);
    },
    closeTab() {
      platform.browser.askTabOf = () => Promise.resolve(null);
    },
    async idle() {
      await app.ready;
      await app.services.scheduler.whenIdle();
    },
  };
  const direct = placeFetch(watched);
  platform.browser.fetch = (url, init) => {
    const request = {
      method: 'GET',
      url: new URL(url),
      headers: new Headers(init.headers),
      body: '',
    };
    const spoilt = world.spoil?.(request) ?? null;
    return spoilt === null ? direct(url, init) : Promise.resolve(spoilt);
  };
  platform.browser.allowed.add(ACME);
  await world.idle();
  return world;
}
