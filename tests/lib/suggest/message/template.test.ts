import { describe, expect, it } from 'vitest';
import { cleanMessage } from '@/lib/suggest/ticket-text';

describe('what a form asks', () => {
  it.each([
    'h3. Steps to reproduce',
    'h6. Expected Result:',
    '## Steps to Reproduce',
    '**Environment:**',
    'Actual behaviour',
    '*Description*',
    '1. Expected behavior:',
    'What happened?',
    '### Schritte zum Reproduzieren',
    'Erwartetes Verhalten:',
    'Étapes pour reproduire :',
    'Comportement attendu',
    'Pasos para reproducir:',
    'Resultado esperado',
    'Passos para reproduzir',
    'Comportamento atteso:',
    'Stappen om te reproduceren:',
    'Verwacht resultaat',
    '----------',
    '{code:title=x.js|borderStyle=solid}',
    '{noformat}',
    '```js',
    '<!-- Please search existing\nissues first -->',
  ])('%j goes', (asked) => {
    expect(cleanMessage(`The drawer is stuck\n${asked}\nprint a receipt`)).toBe(
      asked.startsWith('{') || asked.startsWith('<!')
        ? 'The drawer is stuck\n\nprint a receipt'
        : 'The drawer is stuck\nprint a receipt',
    );
  });

  it.each([
    ['Expected: it prints', 'it prints'],
    ['*Actual result:* nothing', 'nothing'],
    ['Umgebung: Windows 11', 'Windows 11'],
    ['h2. Drawer and till', 'Drawer and till'],
  ])('%j is answered by %j', (line, answer) => {
    expect(cleanMessage(`It is stuck\n${line}`)).toBe(`It is stuck\n${answer}`);
  });

  it.each([
    'Problem printing receipts',
    'Notes cannot be saved',
    'Bug in export: totals are wrong',
    'Steps 1 and 2 fail',
    '1. Open the till',
    '#1 is offline',
    'const x = {code: 12}',
  ])('%j is no question', (text) => {
    expect(cleanMessage(`It is stuck\n${text}`)).toBe(`It is stuck\n${text}`);
  });
});
