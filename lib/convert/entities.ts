/** Character references such as `&amp;` and `&#8364;`, decoded by the HTML parser's own table. */
import { Parser } from 'htmlparser2';

/** Decodes the references in a text that is not HTML otherwise: `<` stays `<`. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#\d{1,8}|#x[\da-f]{1,7}|[a-z][a-z\d]{1,30});/gi, decodeOne);
}

function decodeOne(reference: string): string {
  let decoded = '';
  const parser = new Parser({
    ontext(piece) {
      decoded += piece;
    },
  });
  parser.end(reference);
  return decoded;
}
