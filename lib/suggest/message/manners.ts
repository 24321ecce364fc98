/**
 * The manners of mail: greetings, closings, quoted mail, footers, in the languages that mail programs and
 * people of English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish and Russian write.
 */

/** For lines in lower case: to be told to ignore case makes patterns of this size slow to begin with. */
const oneOf = (...patterns: string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})`, 'u');

/** Lines that begin the quoted mail below them. */
const QUOTE_START = oneOf(
  String.raw`-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d['’]origine|message original|message transféré|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|исходное сообщение|пересылаемое сообщение)`,
  String.raw`(?:on|am|le|el|em|il|op|den|в|\d{1,2}[./ ])(?!\p{L}).{4,160}(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|писал\(?а?\)?|написал\(?а?\)?).{0,80}: ?$`,
  String.raw`_{10,}$`,
  String.raw`#{2,}.*(?:reply above|antwort oberhalb|antworten sie oberhalb|réponse au-dessus|respuesta por encima|resposta acima|risposta sopra|antwoord boven).*`,
);
/** The sender's line of quoted mail as Outlook writes it; two lines of the others must follow. */
const QUOTED_SENDER = oneOf(String.raw`\*?(?:from|von|de|da|van|från|от) ?:\*? .{2,}`);
const QUOTED_HEADER = oneOf(
  String.raw`\*?(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado(?: el| em)?|fecha|data|para|asunto|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|отправлено|дата|кому|тема) ?:\*? `,
);
const QUOTED_HEADERS_NEEDED = 2;

/** A name or two; more words only with a mark behind them, or it would be a sentence. */
const NAME_END = String.raw`(?:[^.!?\n]{0,40}[,!:]|(?:\s+[^\s.!?]+){0,2}\.?)\s*$`;
const GREETING = oneOf(
  String.raw`(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings)\b${NAME_END}`,
  String.raw`(?:hallo|guten (?:tag|morgen|abend)|moin|servus|grüezi|liebe[rs]?|sehr geehrte[r]?)(?!\p{L})${NAME_END}`,
  String.raw`(?:bonjour|bonsoir|salut|cher|chère|madame|monsieur)(?!\p{L})${NAME_END}`,
  String.raw`(?:hola|buen[oa]s (?:d[ií]as|tardes|noches)|estimad[oa]s?)(?!\p{L})${NAME_END}`,
  String.raw`(?:olá|ola|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?)(?!\p{L})${NAME_END}`,
  String.raw`(?:ciao|salve|buongiorno|buonasera|gentil[ei]|egregi[oa]|spett\.)(?!\p{L})${NAME_END}`,
  String.raw`(?:beste|geachte|goede(?:morgen|middag|navond)|hoi|dag)(?!\p{L})${NAME_END}`,
  String.raw`(?:hej|hejsan|god (?:morgon|dag|kväll)|bästa)(?!\p{L})${NAME_END}`,
  String.raw`(?:здравствуйте|добрый (?:день|вечер)|доброе утро|привет|уважаем(?:ые|ый|ая))(?!\p{L})${NAME_END}`,
);

/** Lines after which only a signature follows, if they stand in the last part of a message. */
const CLOSING = oneOf(
  String.raw`-- ?$`,
  String.raw`(?:(?:kind|best|warm|many)\s+)?(?:regards|wishes)\b`,
  String.raw`(?:best|cheers|sincerely|yours (?:truly|sincerely|faithfully)|respectfully)[,.!]?$`,
  String.raw`(?:many )?thanks?(?: you)?(?: (?:again|in advance|a lot|so much|very much|and regards|for your (?:help|time|support)))*[,.!]*$`,
  String.raw`(?:mit )?(?:freundliche[nm]?|beste[nm]?|viele[n]?|liebe[n]?|herzliche[n]?|schöne[n]?) (?:grüße|grüßen|gruß|grüsse|grüssen|gruss)\b`,
  String.raw`(?:mfg|lg|vg|bg|gruß|grüße|danke|vielen dank|besten dank|danke (?:im voraus|schön|und).{0,30})[,.!]*$`,
  String.raw`(?:bien )?(?:cordialement|respectueusement|amicalement|bien à vous|sincères salutations|salutations)\b`,
  String.raw`(?:merci|merci (?:d['’]avance|beaucoup|pour votre aide)|je vous remercie.{0,30})[,.!]*$`,
  String.raw`(?:un )?(?:saludos?|atentamente|cordialmente|un saludo|un cordial saludo)\b`,
  String.raw`(?:muchas )?gracias(?: de antemano| por (?:su|la|tu) (?:ayuda|atención))?[,.!]*$`,
  String.raw`(?:atenciosamente|cumprimentos|melhores cumprimentos|abraços?|att\.?)(?!\p{L})`,
  String.raw`(?:muito )?obrigad[oa](?: desde já| pela (?:ajuda|atenção))?[,.!]*$`,
  String.raw`(?:cordiali|distinti|cari) saluti\b|(?:saluti|cordialmente)[,.!]*$`,
  String.raw`(?:mille |molte )?grazie(?: (?:mille|in anticipo|dell['’]aiuto))?[,.!]*$`,
  String.raw`(?:met )?(?:vriendelijke?|hartelijke?) (?:groeten?|groet)\b|(?:groeten?|mvg|bedankt|alvast bedankt|bvd)[,.!]*$`,
  String.raw`(?:med )?vänlig(?:a)? hälsning(?:ar)?|(?:mvh|hälsningar|tack(?: på förhand)?)[,.!]*$`,
  String.raw`с уважением|(?:заранее )?спасибо[,.!]*$`,
  String.raw`sent from my |sent from (?:outlook|mail|yahoo)|get outlook for |von meinem .+ gesendet|gesendet (?:von|mit) |envoyé (?:de|depuis) mon |enviado (?:desde|do|a partir do) (?:mi|meu) |inviato da(?:l mio)? |verstuurd vanaf |verzonden vanaf |skickat från min |отправлено с `,
);

/** Footers that lawyers wrote: everything from here on. */
const FOOTER = oneOf(
  String.raw`(?:confidentiality|privacy|legal) (?:notice|note|disclaimer)|disclaimer\b`,
  String.raw`(?:this|the information in this) (?:e-?mail|message|communication)\b.{0,120}(?:confidential|intended|privileged)`,
  String.raw`please consider the environment`,
  String.raw`diese (?:e-?mail|nachricht)\b.{0,120}(?:vertraulich|ausschließlich|bestimmt)`,
  String.raw`ce (?:message|courriel|mail)\b.{0,120}(?:confidentiel|destin)`,
  String.raw`est(?:e|a) (?:mensaje|correo|e-?mail|mensagem)\b.{0,160}(?:confidencial|destina)`,
  String.raw`quest[ao] (?:messaggio|e-?mail|comunicazione)\b.{0,120}(?:riservat|confidenzial|destinat)`,
  String.raw`(?:dit|deze) (?:bericht|e-?mail)\b.{0,120}(?:vertrouwelijk|bestemd)`,
  String.raw`(?:aviso (?:legal|de confidencialidad)|aviso de confidencialidade|avvertenze legali|haftungsausschluss)\b`,
);

const POSTSCRIPT = /^p\.? ?s\b/;
const QUOTED_LINE = /^\s*>/;

/** A signature takes at most this many lines. */
const SIGNATURE_LINES = 12;
/** No pattern looks further. */
const MAX_PATTERN = 300;

/** The lines above quoted mail and footers, and between quotes. */
export function withoutQuotes(lines: readonly string[]): string[] {
  const heads = lines.map((line) => headOf(line));
  return lines.slice(0, endOfOwn(heads)).filter((line) => !QUOTED_LINE.test(line));
}

/** The lines between greeting and closing. */
export function withoutManners(lines: readonly string[]): string[] {
  const unsigned = withoutSignature(lines);
  const first = unsigned.findIndex((line) => line.trim() !== '');
  const head = headOf(unsigned[first] ?? '');
  return first >= 0 && GREETING.test(head) ? unsigned.slice(first + 1) : unsigned;
}

/** As much of a line as patterns look at. */
function headOf(line: string): string {
  return line.trim().slice(0, MAX_PATTERN).toLowerCase();
}

/** Where quoted mail or a footer begins, unless there is nothing above it. */
function endOfOwn(heads: readonly string[]): number {
  const first = heads.findIndex((head) => head !== '');
  const end = heads.findIndex((_, at) => at > first && beginsForeign(heads, at));
  return end < 0 ? heads.length : end;
}

function beginsForeign(heads: readonly string[], at: number): boolean {
  const head = heads[at] ?? '';
  if (head === '') return false;
  if (QUOTE_START.test(head) || FOOTER.test(head)) return true;
  const next = heads[at + 1] ?? '';
  // `On 3 Nov 2026, Support <help@…>` goes on in the next line, `wrote:`.
  if (next.endsWith(':') && !QUOTE_START.test(next) && QUOTE_START.test(`${head} ${next}`))
    return true;
  if (!QUOTED_SENDER.test(head)) return false;
  const below = heads.slice(at + 1, at + 6).filter((line) => QUOTED_HEADER.test(line));
  return below.length >= QUOTED_HEADERS_NEEDED;
}

function withoutSignature(lines: readonly string[]): string[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.trim() === '') end--;
  const heads = lines.slice(0, end).map((line) => headOf(line));
  const from = Math.max(1, end - SIGNATURE_LINES);
  const start = heads.findIndex((head, at) => at >= from && CLOSING.test(head));
  if (start < 0) return lines.slice(0, end);
  const postscript = heads.findIndex((head, at) => at > start && POSTSCRIPT.test(head));
  return [...lines.slice(0, start), ...(postscript < 0 ? [] : lines.slice(postscript, end))];
}
