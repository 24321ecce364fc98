import { describe, expect, it } from 'vitest';
import { analyse } from '@/lib/search/analyse/analyse';
import { isIdentifier } from '@/lib/search/analyse/identifiers';

const terms = (text: string): string[] => analyse(text, 'en').map(({ term }) => term);
const identifiers = (text: string): string[] =>
  analyse(text, 'en').flatMap(({ term, identifier }) => (identifier ? [term] : []));

describe('identifiers', () => {
  it.each([
    ['SYNC-4031', 'sync-4031'],
    ['v6.3.2', '6.3.2'],
    ['0xc0000005', '0xc0000005'],
    ['com.fernway.pay.TerminalSession.open', 'com.fernway.pay.terminalsession.open'],
    ['TerminalSession.kt:214', 'terminalsession.kt'],
    ['alloy.js:99:45', 'alloy.js'],
    ['TypeError', 'typeerror'],
    ['IOException', 'ioexcept'],
    ['max_connections', 'max_connections'],
    ['E_NOTICE', 'e_notice'],
    ['ORA-00942', 'ora-00942'],
    ['std::vector', 'std::vector'],
    ['/var/log/agent.log', 'var/log/agent.log'],
    ['C:\\Fernway\\agent.exe', 'fernway\\agent.exe'],
  ])('keeps %s whole', (text, whole) => {
    expect(identifiers(text)).toEqual([whole]);
  });

  it('also gives the parts of an identifier', () => {
    expect(terms('TerminalSession')).toEqual(['terminalsess', 'termin', 'session']);
    expect(terms('SYNC-4031')).toEqual(['sync-4031', 'sync', '4031']);
    expect(terms('6.3.2')).toEqual(['6.3.2', '6.3']);
    expect(terms('app.TerminalSession.open')).toEqual([
      'app.terminalsession.open',
      'app',
      'terminalsess',
      'termin',
      'session',
      'open',
    ]);
    expect(terms('XMLHttpRequest')).toEqual(['xmlhttprequest', 'xml', 'http', 'request']);
    expect(terms('iPhoneCase')).toEqual(['iphonecas', 'iphon', 'case']);
  });

  it.each([['SYNC-4031'], ['SYNC4031'], ['sync_4031'], ['Sync-4031:'], ['SYNC‑4031']])(
    'knows %s by one name',
    (written) => {
      expect(identifiers(written)).toEqual(['sync-4031']);
    },
  );

  it.each([
    'HTTP 503',
    'HTTP/1.1 503 Service Unavailable',
    'http-503',
    'status: 503',
    'statusCode=503',
    'error 503',
    'Fehler 503',
    'ошибка 503',
    '503 Service Unavailable',
    'エラー503',
    '错误代码：503',
  ])('sees the code in %s', (text) => {
    expect(identifiers(text)).toContain('error-503');
  });

  it.each([
    '503 orders',
    'row 503',
    'barcode 503',
    'errors in 503 rows',
    'code',
    'error\n\n\n\n503',
  ])('sees no code in %j', (text) => {
    expect(identifiers(text)).toEqual([]);
  });

  it('finds the version in a file name and in a release name', () => {
    expect(identifiers('driver-6.3.2.zip')).toEqual(['driver-6.3.2.zip', '6.3.2']);
    expect(terms('3.0.2.GA')).toEqual(['3.0.2.ga', '3.0.2', '3.0', 'ga']);
  });

  it('finds failures of Windows without their 0x', () => {
    expect(terms('0x80070005')).toContain(terms('error 80070005').at(-1));
  });

  it.each([
    'iPad',
    'and/or',
    'e-mail',
    '2026-11-18',
    '09:14:02.118',
    '12:30',
    'help.fernway.example',
    '10px',
    '2nd',
    '500ms',
    '___',
  ])('sees no identifier in %s', (text) => {
    expect(identifiers(text)).toEqual([]);
  });

  it.each([
    '2026-11-22T09:14:02Z',
    '22/Nov/2026:09:14:02',
    '20261122T091402Z',
    '123e4567-e89b-42d3-a456-426614174000',
    'd41d8cd98f00b204e9800998ecf8427e',
    '0x00007fff5fbff8a0',
    'x'.repeat(300),
  ])('takes nothing from %s', (text) => {
    expect(terms(text)).toEqual([]);
  });
});

describe('isIdentifier', () => {
  it.each([
    ['POS-1103', true],
    ['CVE-2026-1', true],
    ['C:\\x\\agent', false],
    ['com.a.b', true],
    ['printer', false],
    ['X1', false],
  ])('%s: %s', (chunk, expected) => {
    expect(isIdentifier(chunk)).toBe(expected);
  });
});
