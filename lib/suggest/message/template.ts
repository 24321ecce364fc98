/**
 * What forms ask is not what customers say: headings of trackers' templates (`h3. Expected`, `**Environment:**`)
 * and their instructions go, the answers stay.
 */

const HEADINGS = [
  String.raw`(?:steps|how) to (?:reproduce|replicate)(?: the (?:issue|problem|bug))?|reproduction steps|steps|test ?case`,
  String.raw`(?:expected|actual|current)(?: (?:results?|behaviou?rs?|outcome|output))?|results?`,
  String.raw`(?:system |your )?(?:environment|information)|configuration|platform|additional (?:info(?:rmation)?|context|details|notes)|notes?|(?:error |crash |console )?(?:logs?|output)`,
  String.raw`(?:(?:bug|issue|problem) )?(?:description|summary|report)|describe the (?:bug|issue|problem)|issue|problem|bug|question|what happened|workaround|screenshots?|attachments?|acceptance criteria`,
  String.raw`schritte(?: zum (?:reproduzieren|nachstellen))?|erwartet(?:es (?:verhalten|ergebnis))?|tatsächliches (?:verhalten|ergebnis)|umgebung|beschreibung|problembeschreibung|weitere (?:informationen|angaben)|fehlermeldung`,
  String.raw`étapes(?: (?:pour reproduire|de reproduction))?|(?:comportement|résultat) (?:attendu|actuel|obtenu|observé)|environnement|informations complémentaires|description du problème`,
  String.raw`pasos(?: para reproducir)?|(?:comportamiento|resultado) (?:esperado|actual|obtenido)|entorno|descripción(?: del problema)?|información adicional`,
  String.raw`passos(?: para reproduzir)?|(?:comportamento|resultado) (?:esperado|atual|obtido)|ambiente|descrição(?: do problema)?|informações adicionais`,
  String.raw`(?:passaggi|passi)(?: per riprodurre)?|(?:comportamento|risultato) (?:atteso|attuale|ottenuto)|descrizione(?: del problema)?|informazioni aggiuntive`,
  String.raw`stappen(?: om te reproduceren)?|(?:verwacht|werkelijk|huidig) (?:gedrag|resultaat)|omgeving|omschrijving|beschrijving|aanvullende informatie`,
].join('|');
const BEFORE = String.raw`\s*(?:h[1-6]\.\s*|#{1,6}\s+|[*_=\-•+]{1,3}\s*)?(?:\d{1,2}[.)]\s*)?[*_]{0,3}\(?`;
/** For lines in lower case: to be told to ignore case makes patterns of this size slow to begin with. */
const HEADING = new RegExp(
  String.raw`^${BEFORE}(?:${HEADINGS})\)?\s*[*_=]{0,3}\s*[:?]?[*_]{0,3}\s*$`,
);
const LABEL = new RegExp(String.raw`^${BEFORE}(?:${HEADINGS})\)?[*_]{0,3}\s*:[*_]{0,3}\s+(?=\S)`);
const HEADING_MARK = /^\s*(?:h[1-6]\.|#{1,6})\s+/;
/** Macros of wikis around code and quotes. */
const MACRO =
  /\{(?:code|noformat|html|quote|color|panel)\}|\{(?:code|panel):[^{}\s][^{}\n]{0,80}\}/g;
/** Instructions that stay unseen. */
const COMMENT = /<!--[^]{0,2000}?-->/g;
const RULE = /^\s*(?:[-=_*~#]{4,}|`{3}\w*)\s*$/;
/** No pattern looks further. */
const MAX_HEADING = 120;

/** Takes out of the whole text what may span lines. */
export function withoutMacros(text: string): string {
  return text.replaceAll(COMMENT, '').replaceAll(MACRO, '');
}

/** What an answer's line says; null for a heading, a rule or another line that says nothing. */
export function withoutTemplate(line: string): string | null {
  const lower = toLowerCase(line.slice(0, MAX_HEADING));
  if (line.length <= MAX_HEADING && (HEADING.test(lower) || RULE.test(line))) return null;
  const label = LABEL.exec(lower)?.[0] ?? HEADING_MARK.exec(line)?.[0] ?? '';
  return line.slice(label.length);
}

/** Of the same length, so that places in it are places in the text: `İ` would become two. */
function toLowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
