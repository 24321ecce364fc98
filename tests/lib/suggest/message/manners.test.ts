import { describe, expect, it } from 'vitest';
import { cleanMessage } from '@/lib/suggest/ticket-text';

interface Mail {
  greeting: string;
  said: string;
  closing: string;
  quoted: string;
  footer: string;
}

/** Around the same few words, what mail programs and people of each language write. */
const MAILS: Record<string, Mail> = {
  en: {
    greeting: 'Hi support team,',
    said: 'The printer stopped.\n\nIt says SYNC-4012.',
    closing: 'Kind regards,\nAna Perez\n+1 555 0100',
    quoted: 'On Mon, 3 Nov 2026 at 09:12, Support <help@fernway.example> wrote:\n> Please restart',
    footer:
      'This email and any attachments are confidential and intended solely for the addressee.',
  },
  de: {
    greeting: 'Sehr geehrte Damen und Herren,',
    said: 'der Drucker streikt.\nEr meldet SYNC-4012.',
    closing: 'Mit freundlichen Grüßen\nBo Weber\nVon meinem iPhone gesendet',
    quoted: 'Am 3.11.2026 um 09:12 schrieb Support <help@fernway.example>:\n> Bitte neu starten',
    footer: 'Diese E-Mail enthält vertrauliche Informationen.',
  },
  fr: {
    greeting: 'Bonjour Madame,',
    said: 'l’imprimante refuse.\nElle affiche SYNC-4012.',
    closing: 'Bien cordialement,\nÉlise',
    quoted: 'Le lun. 3 nov. 2026 à 09:12, Support <help@fernway.example> a écrit :\n> Redémarrez',
    footer: 'Ce message et ses pièces jointes sont confidentiels.',
  },
  es: {
    greeting: 'Buenos días:',
    said: 'la impresora no responde.\nMuestra SYNC-4012.',
    closing: 'Muchas gracias,\nUn saludo\nInés',
    quoted: 'El lun, 3 nov 2026 a las 9:12, Support (<help@fernway.example>) escribió:\n> Reinicie',
    footer: 'Este mensaje y sus adjuntos contienen información confidencial.',
  },
  pt: {
    greeting: 'Prezados,',
    said: 'a impressora parou.\nMostra SYNC-4012.',
    closing: 'Atenciosamente,\nJoão\nEnviado do meu iPhone',
    quoted:
      'Em seg., 3 de nov. de 2026 às 09:12, Support <help@fernway.example> escreveu:\n> Reinicie',
    footer: 'Esta mensagem pode conter informação confidencial.',
  },
  it: {
    greeting: 'Gentile assistenza,',
    said: 'la stampante non risponde.\nMostra SYNC-4012.',
    closing: 'Cordiali saluti\nLuca',
    quoted:
      'Il giorno lun 3 nov 2026 alle ore 09:12 Support <help@fernway.example> ha scritto:\n> Riavvii',
    footer: 'Questo messaggio contiene informazioni riservate.',
  },
  nl: {
    greeting: 'Beste helpdesk,',
    said: 'de printer doet niets.\nEr staat SYNC-4012.',
    closing: 'Met vriendelijke groet,\nSanne',
    quoted: 'Op ma 3 nov 2026 om 09:12 schreef Support <help@fernway.example>:\n> Start opnieuw',
    footer: 'Dit bericht is vertrouwelijk.',
  },
  sv: {
    greeting: 'Hej!',
    said: 'skrivaren har stannat.\nDen visar SYNC-4012.',
    closing: 'Med vänlig hälsning\nElin',
    quoted: 'Den mån 3 nov. 2026 kl 09:12 skrev Support <help@fernway.example>:\n> Starta om',
    footer: 'Please consider the environment before printing this e-mail',
  },
  ru: {
    greeting: 'Здравствуйте, коллеги!',
    said: 'принтер не печатает.\nПишет SYNC-4012.',
    closing: 'С уважением,\nОльга',
    quoted:
      'В пн, 3 нояб. 2026 г. в 09:12, Support <help@fernway.example> написал(а):\n> Перезапустите',
    footer: 'Disclaimer: the content is confidential.',
  },
};

describe.each(Object.entries(MAILS))(
  'mail in %s',
  (_, { greeting, said, closing, quoted, footer }) => {
    it('is what was said', () => {
      expect(cleanMessage(`${greeting}\n\n${said}\n\n${closing}\n\n${quoted}`)).toBe(said);
      expect(cleanMessage(`${greeting}\r\n${said}\r\n\r\n${footer}\r\nmore`)).toBe(
        said.replaceAll('\r', ''),
      );
      expect(cleanMessage(`${said}\n${quoted}`)).toBe(said);
    });
  },
);

describe('quoted mail', () => {
  it.each([
    '-----Original Message-----\nFrom: Support\nRestart it',
    '________________________________\nRestart it',
    'From: Support <help@fernway.example>\nSent: Monday\nTo: Ana\nSubject: Re: Printer\n\nRestart it',
    'Von: Support\nGesendet: Montag\nAn: Ana\nBetreff: Drucker\n\nNeu starten',
    '*De :* Support\n*Envoyé :* lundi\n*À :* Ana\n*Objet :* Imprimante',
    'On Mon, 3 Nov 2026 at 09:12, The Support Team of Fernway\n<help@fernway.example> wrote:\n> Restart',
    '##- Please type your reply above this line -##\nRestart it',
  ])('%j is not the customer’s', (quoted) => {
    expect(cleanMessage(`It stopped again.\n\n${quoted}`)).toBe('It stopped again.');
  });

  it('is kept when the customer says nothing else', () => {
    expect(cleanMessage('##- Please type your reply above this line -##\nIt stopped')).toContain(
      'It stopped',
    );
    expect(cleanMessage('> only a quote')).toBe('> only a quote');
  });

  it('lets answers between quotes stand', () => {
    expect(cleanMessage('> Which printer?\nThe red one.\n> Since when?\nMonday.')).toBe(
      'The red one.\nMonday.',
    );
  });
});

describe('what only looks like manners', () => {
  it.each([
    'Hello my printer is broken since monday',
    'Dear all the printers are gone and so is the drawer',
    'From: monday on it fails\nTo: nobody it answers',
    'On Monday the customer wrote to us',
    'Best seller list is empty\nwhat now?',
    'Thanks to the update it fails\nsince Monday',
    'Danke Button fehlt\nseit Montag',
    'Regarding the printer: it stopped\nDisclose nothing',
  ])('%j stays', (text) => {
    expect(cleanMessage(text)).toBe(text);
  });

  it('thanks in the middle, and a postscript', () => {
    const long = `It stopped\nthanks\nsecond part${'\nline'.repeat(20)}`;
    expect(cleanMessage(long)).toBe(long);
    expect(cleanMessage('It stopped.\nRegards\nAna\nPS: it says SYNC-4012')).toBe(
      'It stopped.\nPS: it says SYNC-4012',
    );
  });
});
