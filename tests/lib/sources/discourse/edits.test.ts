import { expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { discourseKind as kind } from '@/lib/sources/discourse/connector';
import { ForumPlace } from '@/tests/support/sources/discourse';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock } from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';

const DAY = 86_400_000;

it('reads everything again each week: an edited answer moves no topic', async () => {
  const clock = new PlaceClock();
  const place = new ForumPlace(clock, false);
  let words = 'So';
  const whole = place.answer.bind(place);
  place.answer = (request) => {
    const answer = whole(request);
    return { ...answer, body: answer.body.replaceAll('<p>So, ', `<p>${words}, `) };
  };
  const http = new PlaceHttp(place, clock);
  const settings = { address: 'https://forum.acme.example', categories: [] };
  const mirror = new Mirror({ kind, settings, secrets: {}, http, clock });
  for (let at = 0; at < 7; at += 1) place.shelf.create(`Topic ${at}`);
  const texts = () => [...mirror.items.values()].map(({ blocks }) => blocksText(blocks)).join('\n');
  const topicsRead = () => http.log.filter(({ url }) => url.includes('/t/')).length;
  expect(await mirror.pull()).toBeNull();
  expect(topicsRead()).toBe(7);

  words = 'Instead';
  clock.advance(6 * DAY);
  expect(await mirror.pull()).toBeNull();
  expect(topicsRead()).toBe(7);
  expect(texts()).not.toContain('Instead');

  clock.advance(2 * DAY);
  expect(await mirror.pull()).toBeNull();
  expect(topicsRead()).toBe(14);
  expect(texts()).toContain('Instead, Topic 6');
  expect(texts()).not.toContain('So, ');

  clock.advance(DAY);
  expect(await mirror.pull()).toBeNull();
  expect(topicsRead()).toBe(14);
});
