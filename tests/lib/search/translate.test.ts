import { performance } from 'node:perf_hooks';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { FRENCH } from '@/lib/search/analyse/glossary/fr';
import { GERMAN } from '@/lib/search/analyse/glossary/de';
import { parseGlossary } from '@/lib/search/analyse/glossary/lookup';
import { DUTCH } from '@/lib/search/analyse/glossary/nl';
import { ITALIAN } from '@/lib/search/analyse/glossary/it';
import { PORTUGUESE } from '@/lib/search/analyse/glossary/pt';
import { SPANISH } from '@/lib/search/analyse/glossary/es';
import { isStopWord } from '@/lib/search/analyse/stop-words';
import { translateWord } from '@/lib/search/analyse/translate';

/** `word → the English words it must give, in this order` per language. */
const EXAMPLES: Record<string, string> = {
  de: `rechnung → invoice bill; rechnungen → invoice bill; drucker → printer; druckers → printer
    bericht → report; kasse → till register pos; abgestürzt → crash; stürzt → crash
    gesperrt → lock locked block; abgelaufene → expired; verschwunden → disappear missing disappeared
    leere → empty blank; kündigen → cancel; dsgvo → gdpr privacy; löschen → delete remove
    loeschen → delete remove; zeitumstellung → daylight saving time; mitternacht → midnight
    trinkgelder → tip gratuity; gutscheine → voucher coupon; läden → store shop business
    passwörter → password; umsätze → revenue sales turnover; wlan → wifi wi fi`,
  fr: `imprimante → printer; imprimantes → printer; tickets → receipt ticket; facturé → bill charge
    numero → number; numéro → number; remboursée → refund; résilier → cancel cancellation
    bloquée → block blocked stuck; lentement → slow; caisse → till register pos`,
  es: `impresora → printer; contraseñas → password key; reembolsado → refund; pedidos → order
    bloqueada → lock block blocked; recibo → receipt; envíos → shipping shipment; caducó → expire
    factura → invoice bill; usuarios → user username`,
  it: `stampante → printer; scontrini → receipt; rimborsato → refund; disdetta → cancel cancellation
    bloccata → lock block stuck; fatture → invoice bill; spedizioni → shipping shipment ship
    ordini → order; scaduta → expired expire overdue`,
  nl: `printers → printer; wachtwoord → password; terugbetaald → refund; opzeggen → cancel cancellation
    factuur → invoice bill; vastgelopen → jam stuck freeze; bestellingen → order
    geweigerd → declined denied refused; zomertijd → daylight saving summer`,
  pt: `impressoras → printer; senha → password; reembolso → refund; assinatura → subscription signature
    bloqueada → block blocked locked; recibos → receipt; faturas → invoice bill; pedidos → order
    estoque → stock inventory`,
};

const GLOSSARIES: [language: string, source: string, atLeast: number][] = [
  ['de', GERMAN, 900],
  ['fr', FRENCH, 600],
  ['es', SPANISH, 600],
  ['it', ITALIAN, 350],
  ['nl', DUTCH, 350],
  ['pt', PORTUGUESE, 350],
];

const examples = Object.entries(EXAMPLES).flatMap(([language, text]) =>
  text.split(/[;\n]/).map((line) => {
    const [word = '', english = ''] = line.trim().split(' → ');
    return { language, word, english: english.split(' ') };
  }),
);

describe('words', () => {
  it.each(examples)('$language: $word → $english', ({ language, word, english }) => {
    const found = translateWord(word, language);
    expect(found.slice(0, english.length)).toEqual(english);
  });

  it('gives nothing for words that it does not know', () => {
    for (const [language] of GLOSSARIES) expect(translateWord('xyzzyqu', language)).toEqual([]);
    expect(translateWord('rechnung', 'xx')).toEqual([]);
    expect(translateWord('rechnung', 'constructor')).toEqual([]);
  });

  it('gives nothing for words that carry no topic', () => {
    expect(translateWord('und', 'de')).toEqual([]);
    expect(translateWord('pour', 'fr')).toEqual([]);
  });

  it('keeps a word apart from a headword that only shares its stem', () => {
    expect(translateWord('weg', 'de')).toContain('missing');
    expect(translateWord('wegen', 'de')).toEqual([]);
    expect(translateWord('sábado', 'es')).toEqual(['saturday']);
    expect(translateWord('sabe', 'es')).toEqual([]);
  });
});

describe('compounds', () => {
  it.each([
    ['de', 'kartenzahlung', 'card payment'],
    ['de', 'küchendrucker', 'kitchen printer'],
    ['de', 'kuechendrucker', 'kitchen printer'],
    ['de', 'monatsabrechnung', 'month billing monthly statement'],
    ['de', 'auszahlungsübersicht', 'payout overview dashboard'],
    ['de', 'kassenabschlussbericht', 'closing report shift'],
    ['de', 'zahlungserinnerungen', 'payment reminder'],
    ['de', 'anmeldeseite', 'login page sign'],
    ['de', 'suchergebnisse', 'search result'],
    ['de', 'adressfeld', 'address field'],
    ['de', 'api-schlüssel', 'api key'],
    ['de', 'e-mail-adresse', 'email address mail'],
    ['nl', 'keukenprinter', 'kitchen printer'],
    ['nl', 'betaalmethoden', 'payment method'],
    ['nl', 'winkelvoorraad', 'store stock shop inventory'],
    ['nl', 'kortingscodes', 'discount code'],
  ])('%s: %s → %s', (language, word, english) => {
    expect(translateWord(word, language)).toEqual(english.split(' '));
  });

  /** Long or composed-looking everyday words that no pair of headwords may explain. */
  const EVERYDAY = `achtung allerdings ansonsten augenblick außerdem bedarf beispielsweise besonders
    bezüglich dagegen deutlich ebenfalls endlich entscheidung erfahrung freundlich gebäude gefahr
    gegenüber gemeinde genauso geschichte gesellschaft gleichzeitig grundsätzlich hoffentlich
    inzwischen irgendwann jedenfalls leider manche meistens mittlerweile nachdem namentlich natürlich
    obwohl planet politik richtung schließlich selbstverständlich seltsam sondern tatsächlich trotzdem
    überhaupt umgebung ungefähr unterschied vermutlich verschieden vielleicht wahrscheinlich weiterhin
    wirklich ziemlich zukunft zusätzlich zwischendurch stadion karton barren artig`.split(/\s+/);

  it.each(EVERYDAY)('leaves %s alone', (word) => {
    expect(translateWord(word, 'de')).toEqual([]);
  });

  it('takes no words apart in languages that write them apart', () => {
    expect(translateWord('cartepaiement', 'fr')).toEqual([]);
  });
});

describe.each(GLOSSARIES)('the glossary of %s', (language, source, atLeast) => {
  const entries = parseGlossary(source);

  it(`has ${atLeast} headwords and names each once`, () => {
    const heads = entries.map(([head]) => head);
    expect(heads.length).toBeGreaterThanOrEqual(atLeast);
    expect(heads.filter((head, at) => heads.indexOf(head) !== at)).toEqual([]);
  });

  it('has one lower-case word for each headword, in the form that customers write', () => {
    const odd = entries.filter(
      ([head]) => !/^[\p{Ll}'-]{2,}$/u.test(head) || head !== head.normalize(),
    );
    expect(odd).toEqual([]);
  });

  it('has one to four plain English words for each, and each once', () => {
    const odd = entries.filter(([, english]) => {
      const plain = english.every((word) => /^[a-z0-9-]+$/.test(word));
      return !plain || english.length > 4 || new Set(english).size !== english.length;
    });
    expect(odd).toEqual([]);
  });

  it('answers every headword with its own translations, most usual first', () => {
    const wrong = entries.filter(
      ([head, english]) =>
        !isStopWord(head, language) && translateWord(head, language).join() !== english.join(),
    );
    expect(wrong).toEqual([]);
  });
});

describe('any text', () => {
  const languages = fc.constantFrom('de', 'fr', 'es', 'it', 'nl', 'pt', 'en', '');

  it('is safe, and the answer is plain words, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), languages, (text, language) => {
        const first = translateWord(text, language);
        expect(first.every((word) => /^[a-z0-9-]+$/.test(word))).toBe(true);
        expect(translateWord(text, language)).toEqual(first);
      }),
    );
  });

  it('made of two headwords is known', () => {
    const heads = parseGlossary(GERMAN).filter(
      ([head, english]) => /^\p{L}{4,23}$/u.test(head) && english.length > 0,
    );
    const head = fc.constantFrom(...heads.map(([word]) => word));
    fc.assert(
      fc.property(head, head, (first, last) => {
        expect(translateWord(first + last, 'de')).not.toEqual([]);
      }),
    );
  });

  it('costs little, even a word made to be hard to take apart', () => {
    const hard = Array.from({ length: 2_000 }, (_, at) => `${'kartenkassen'.repeat(3)}x${at}`);
    const started = performance.now();
    for (const word of hard) translateWord(word, 'de');
    expect((performance.now() - started) / hard.length).toBeLessThan(1);
  });

  it('costs next to nothing the second time', () => {
    translateWord('auszahlungsübersicht', 'de');
    const rounds = 100_000;
    const started = performance.now();
    for (let at = 0; at < rounds; at++) translateWord('auszahlungsübersicht', 'de');
    expect(((performance.now() - started) * 1_000) / rounds).toBeLessThan(10);
  });
});

describe('the first word of a language', () => {
  it.each(['de', 'fr', 'es', 'it', 'nl', 'pt'])(
    'of %s is ready within a frame',
    async (language) => {
      const times: number[] = [];
      for (let round = 0; round < 5; round++) {
        vi.resetModules();
        const fresh = await import('@/lib/search/analyse/translate');
        const started = performance.now();
        fresh.translateWord('kartenzahlungx', language);
        times.push(performance.now() - started);
      }
      expect(Math.min(...times)).toBeLessThan(15);
    },
  );
});
