/** Takes logs and stack traces out of a message, and cuts them down to what tells one failure from another. */
import { readLine, type Line } from '@/lib/suggest/message/log-lines';

export interface SeparatedLogs {
  /** What a person wrote. */
  own: string[];
  /** Messages of exceptions and errors, the first own calls of each trace, then the rest; no repeats. */
  logs: string[];
}

/** Fewer lines of a log, without any call of a trace, are somebody quoting what matters. */
const FEWEST_LOG_LINES = 3;
/** The frame of a trace that shows the line of code below each of its calls. */
const SOURCE_FRAME = /^File "/;
const FRAMES_PER_TRACE = 3;
const MOST_ERRORS = 30;
const MOST_OTHERS = 20;

const FILLER = /^(?:\.{3} \d|stack ?trace|thrown in|\*\*\* first throw|goroutine)/i;
/** Calls inside languages, platforms and packages say nothing about whose failure it is. */
const FOREIGN_CALL =
  /^(?:at |from )?(?:java|javax|kotlin|kotlinx|scala|sun|jdk|com\.sun|android|androidx|com\.android|dalvik|libcore|org\.(?:apache|springframework|eclipse|junit|hibernate)|io\.netty|System|Microsoft|Windows)\.|node_modules[/\\]|node:internal|internal\/|<anonymous>\)?$|\((?:native|internal)|site-packages|dist-packages|lib[/\\]python\d|[/\\](?:vendor|gems|ruby)[/\\]|CoreFoundation|UIKit|libobjc|libdispatch|libsystem|libdyld|\/(?:apex|system)\/lib|Unknown Source|Native Method/;

/** Separates the lines of a message. */
export function separateLogs(lines: readonly string[]): SeparatedLogs {
  const read = lines.map((line) => readLine(line));
  const isLogged = markLogs(read);
  const logLines = read.filter((_, at) => isLogged[at]);
  const isLog =
    logLines.length >= FEWEST_LOG_LINES || logLines.some(({ kind }) => kind === 'frame');
  if (!isLog) return { own: [...lines], logs: [] };
  return { own: lines.filter((_, at) => !isLogged[at]), logs: condense(logLines) };
}

/**
 * Which lines belong to logs: those that look so, an exception's message above its trace or below, and what
 * stands as one piece between them. Blank lines separate pieces but not a message from its trace.
 */
function markLogs(read: readonly Line[]): boolean[] {
  const isLogged = read.map(({ kind }) => kind === 'frame' || kind === 'log');
  const isBlank = (at: number): boolean => read[at]?.text === '';
  for (const [at, { kind, text }] of read.entries()) {
    if (isLogged[at] === true || text === '') continue;
    const isBelow = isLogged[at - 1] === true;
    const isAbove = isLogged[at + 1] === true || read[at + 1]?.kind === 'fault';
    const reaches = isLogged[isBlank(at + 1) ? at + 2 : at + 1] === true;
    const isSource = SOURCE_FRAME.test(read[at - 1]?.text ?? '');
    isLogged[at] =
      kind === 'fault'
        ? isBelow || reaches || isLogged[at + 2] === true
        : isBelow && (isAbove || isSource);
  }
  return isLogged;
}

function condense(lines: readonly Line[]): string[] {
  const errors = new Set<string>();
  const others = new Set<string>();
  const trace = createTrace();
  const seen = new Set<string>();
  const keep = (text: string, into: Set<string>): void => {
    const shape = text.replaceAll(/(?<![\w-])(?:0x[\da-f]+|\d+)(?!\w)/gi, '0');
    if (text !== '' && !seen.has(shape)) into.add(text);
    seen.add(shape);
  };
  for (const [at, { kind, text, grave }] of lines.entries()) {
    if (kind === 'frame') trace.add(text);
    else if (kind === 'text' && lines[at - 1]?.kind === 'frame') trace.addSource(text);
    else {
      for (const call of trace.end()) keep(call, errors);
      keep(text, kind === 'fault' || grave ? errors : others);
    }
  }
  for (const call of trace.end()) keep(call, errors);
  return [...[...errors].slice(0, MOST_ERRORS), ...[...others].slice(0, MOST_OTHERS)];
}

interface TraceReader {
  add(frame: string): void;
  /** The line of code of the frame before. */
  addSource(text: string): void;
  /** The calls to keep of the trace so far; a new one begins. */
  end(): string[];
}

/** Keeps the first own calls; of a trace wholly in foreign code its first call. */
function createTrace(): TraceReader {
  let own: string[] = [];
  let foreign: string[] = [];
  let frames = 0;
  let current: string[] | null = null;
  return {
    add(frame) {
      current = null;
      if (FILLER.test(frame)) return;
      if (FOREIGN_CALL.test(frame)) {
        if (foreign.length === 0) current = foreign;
      } else if (frames < FRAMES_PER_TRACE) {
        current = own;
        frames++;
      }
      current?.push(frame);
    },
    addSource: (text) => {
      current?.push(text);
    },
    end() {
      const kept = frames > 0 ? own : foreign;
      [own, foreign, frames, current] = [[], [], 0, null];
      return kept;
    },
  };
}
