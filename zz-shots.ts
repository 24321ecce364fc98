import { openGallery } from '@/tests/support/ui-gallery/serve-gallery';
import { createRequire } from 'node:module'; import { readFileSync, mkdirSync } from 'node:fs';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const g = await openGallery(); const v = await g.openView(); mkdirSync('.cache/b1-shots', { recursive: true });
const jobs: [any, string, string, 'light'|'dark', number][] = [
 ['sidebar','health-subject','en','light',320],['sidebar','health-all-parts','de','dark',320],['sidebar','health-report-by-hand','en','light',320],['sidebar','health-unreadable','de','light',400],
 ['options','pages-preview','en','light',900],['options','pages-preview','de','dark',360],['options','ready','en','light',900]];
for (const [kind, name, lang, scheme, width] of jobs) {
  await v.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await v.show(kind, name, lang); await v.page.setViewportSize({ width, height: 700 });
  if (kind === 'options') await v.page.evaluate(() => document.querySelectorAll('.pages details').forEach((d: any) => { d.open = true; }));
  await v.page.evaluate(axe);
  const r: any = await v.page.evaluate(async () => (globalThis as any).axe.run(document));
  const wide = await v.page.evaluate(() => [...document.querySelectorAll('#root *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.sr-only, .table-scroll table, .hint-bar')).map((e) => e.tagName + '.' + e.className).slice(0, 5));
  console.log(kind, name, lang, scheme, width, r.violations.map((x: any) => x.id + ': ' + x.nodes[0].html.slice(0,150)), wide, v.complaints.splice(0));
  const el = kind === 'options' ? await v.page.$('.pages') : null;
  const path = `.cache/b1-shots/${name}-${lang}-${scheme}-${width}.png`;
  if (el) await el.screenshot({ path }); else await v.page.screenshot({ path });
}
await g.close();
