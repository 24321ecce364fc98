import { describe, expect, it } from 'vitest';
import { analyse, analyseInto, type Token } from '@/lib/search/analyse/analyse';

const terms = (text: string, locale = 'en'): string[] =>
  analyse(text, locale).map(({ term }) => term);

describe('analyse', () => {
  it('stems words by language and leaves stop words out', () => {
    expect(terms('The printers were printing')).toEqual(['printer', 'print']);
    expect(terms('Die Drucker drucken nicht', 'de')).toEqual(['druck', 'druck']);
    expect(terms("l'imprimante de la caisse", 'fr')).toEqual(['imprim', 'caiss']);
  });

  it('leaves e-mail addresses out altogether', () => {
    expect(terms('write to ana.perez@northwind.example now')).toEqual(['write']);
    expect(terms('mailto:ana@northwind.example')).toEqual([]);
  });

  it('takes the words of a web address, not its host', () => {
    expect(terms('https://help.fernway.example/articles/12345-printer-offline?x=1')).toEqual([
      'articl',
      'printer',
      'offlin',
    ]);
    expect(terms('http:fernway.example/printers')).toEqual(['printer']);
    expect(terms('http://')).toEqual(['http']);
  });

  it('hands the same tokens to a sink', () => {
    const text = 'Ana’s printer 6.3.2 at https://x.example/help/printer-offline says SYNC-4031';
    const sunk: Token[] = [];
    analyseInto(text, 'en', (term, start, end, identifier) => {
      sunk.push({ term, start, end, identifier });
    });
    expect(sunk.length).toBeGreaterThan(5);
    expect(sunk).toEqual(analyse(text, 'en'));
  });

  it('remembers each language by itself', () => {
    expect(terms('drucken printing', 'de')).not.toEqual(terms('drucken printing', 'en'));
    expect(terms('drucken printing', 'de')).toEqual(terms('drucken printing', 'de'));
  });

  it('remembers right, however many words it met in between', () => {
    const before = analyse('The terminals restarted after the update to 6.3.2', 'en');
    const many = Array.from({ length: 150_000 }, (_, at) => `w${at.toString(36)}q`).join(' ');
    expect(terms(many)).toContain('w1a2bq');
    expect(analyse('The terminals restarted after the update to 6.3.2', 'en')).toEqual(before);
  });

  it.each([
    ['e-mail', 'email'],
    ['Wi-Fi', 'wifi'],
    ['iPhone', 'iphone'],
    ['PayPal', 'paypal'],
    ['URLs', 'url'],
    ['NullPointerException', 'nullpointerexception'],
  ])('%s is found by %s', (written, typed) => {
    const [found] = terms(typed);
    expect(terms(written)).toContain(found);
  });
});
