/**
 * Before the tests against real servers: fetches and unpacks their programs, all at once and once for all
 * files; what an earlier run left in the cache folder is used as it is. What cannot be had is left to the
 * tests that need it, which say so.
 */
import { whyNoDebian } from '@/tests/support/servers/debian-packages';
import { fetchMediaWiki } from '@/tests/support/servers/mediawiki';
import { fetchRedmine } from '@/tests/support/servers/redmine';
import { fetchVitePress } from '@/tests/support/servers/vitepress';

export async function setup(): Promise<void> {
  const isDebian = (await whyNoDebian()) === null;
  const ofDebian = isDebian ? [fetchMediaWiki, fetchRedmine] : [];
  await Promise.allSettled([...ofDebian, fetchVitePress].map((fetch) => fetch()));
}
