/**
 * What forms ask is not what customers say: headings of trackers' templates (`h3. Expected`, `**Environment:**`)
 * and their instructions go, the answers stay.
 */

const RESULTS = '{, result, results, behavior, behaviors, behaviour, behaviours, outcome, output}';
const HEADINGS = new Set(
  [
    '{steps,how} to {reproduce,replicate}{, the issue, the problem, the bug}',
    `{expected,actual,current}${RESULTS}`,
    '{,system ,your }{environment,information}',
    'additional {info,information,context,details,notes}',
    '{,error ,crash ,console }{log,logs,output}',
    '{,bug ,issue ,problem }{description,summary,report}',
    'describe the {bug,issue,problem}',
    '{reproduction steps,steps,test case,testcase,result,results,configuration,platform,note,notes}',
    '{issue,problem,bug,question,what happened,workaround,screenshot,screenshots,attachment,attachments}',
    'acceptance criteria',
    'schritte{, zum reproduzieren, zum nachstellen}',
    'erwartet{,es verhalten,es ergebnis}',
    'tatsächliches {verhalten,ergebnis}',
    '{umgebung,beschreibung,problembeschreibung,weitere informationen,weitere angaben,fehlermeldung}',
    'étapes{, pour reproduire, de reproduction}',
    '{comportement,résultat} {attendu,actuel,obtenu,observé}',
    '{environnement,informations complémentaires,description du problème}',
    'pasos{, para reproducir}',
    '{comportamiento,resultado} {esperado,actual,obtenido}',
    '{entorno,descripción,descripción del problema,información adicional}',
    'passos{, para reproduzir}',
    '{comportamento,resultado} {esperado,atual,obtido}',
    '{ambiente,descrição,descrição do problema,informações adicionais}',
    '{passaggi,passi}{, per riprodurre}',
    '{comportamento,risultato} {atteso,attuale,ottenuto}',
    '{descrizione,descrizione del problema,informazioni aggiuntive}',
    'stappen{, om te reproduceren}',
    '{verwacht,werkelijk,huidig} {gedrag,resultaat}',
    '{omgeving,omschrijving,beschrijving,aanvullende informatie}',
  ].flatMap((pattern) => expandBraces(pattern)),
);
/** What stands before a heading's words, behind them, and behind those of a label with its answer. */
const BEFORE = /^\s*(?:h[1-6]\.\s*|#{1,6}\s+|[*_=\-•+]{1,3}\s*)?(?:\d{1,2}[.)]\s*)?[*_]{0,3}\(?/;
const BEHIND = /\)?\s*[*_=]{0,3}\s*[:?]?[*_]{0,3}\s*$/;
const LABEL = /^([^:]*?)\)?[*_]{0,3}\s*:[*_]{0,3}\s+(?=\S)/;
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
  const before = BEFORE.exec(lower)?.[0].length ?? 0;
  const words = lower.slice(before);
  const isHeading = HEADINGS.has(words.replace(BEHIND, ''));
  if (line.length <= MAX_HEADING && (isHeading || RULE.test(line))) return null;
  const [label = '', phrase = ''] = LABEL.exec(words) ?? [];
  if (HEADINGS.has(phrase)) return line.slice(before + label.length);
  return line.slice(HEADING_MARK.exec(line)?.[0].length ?? 0);
}

/** Of the same length, so that places in it are places in the text: `İ` would become two. */
function toLowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** As a shell does it: `{a,b} c` → `a c`, `b c`. One pattern of so many choices would take long to prepare. */
function expandBraces(pattern: string): string[] {
  const [whole, head = '', choices = '', tail = ''] =
    /^([^{]*)\{([^}]*)\}(.*)$/.exec(pattern) ?? [];
  if (whole === undefined) return [pattern];
  return choices.split(',').flatMap((choice) => expandBraces(`${head}${choice}${tail}`));
}
