import { expect, it } from 'vitest';
import { detectLanguage } from '@/lib/suggest/language';

it.each([
  ['The printer is offline and I do not know why', 'en'],
  ['Der Drucker ist offline und ich weiß nicht warum', 'de'],
  ["L'imprimante est hors ligne et je ne sais pas pourquoi", 'fr'],
  ['La impresora no funciona y no sé por qué', 'es'],
  ['De printer is offline en ik weet niet waarom', 'nl'],
  ['Принтер не работает и я не знаю что делать', 'ru'],
  ['プリンターがオフラインです', 'ja'],
  ['打印机一直显示脱机', 'zh'],
  ['เครื่องพิมพ์ออฟไลน์', 'th'],
  ['SYNC-4031', 'pt'],
  ['', 'pt'],
])('%s is %s', (text, language) => {
  expect(detectLanguage(text, 'pt-BR')).toBe(language);
});
