/**
 * Tells lines that programs wrote (logs, stack traces) from lines that people wrote. Knows the traces of
 * Java, JavaScript, Python, .NET, Ruby, PHP, Go, Android and iOS, and lines that begin with a time or a level.
 */

export type LineKind =
  /** Words, or code somebody wrote. */
  | 'text'
  /** An exception's name and message. */
  | 'fault'
  /** One call of a stack trace. */
  | 'frame'
  /** A line of a log. */
  | 'log';

export interface Line {
  kind: LineKind;
  /** Without indentation, time, level, host and process. */
  text: string;
  /** Said to be an error by its level. */
  grave: boolean;
}

/** No pattern looks further. */
const MAX_PATTERN = 400;

const FRAMES = [
  // Java, Kotlin, .NET: `at com.fernway.Session.open(Session.java:12)`, in several languages of Windows.
  /^(?:at|bei|à|en|in|em|в) [\w$.<>[\]`/@+,]+\([^()]*\)(?: (?:in|en|dans|em) .+)?$/,
  /^\.{3} \d+ (?:more|common frames omitted)$/,
  // JavaScript: `at open (app.js:1:2)`, `at app.js:1:2`; Firefox and Safari: `open@app.js:1:2`.
  /^at .*:\d+:\d+\)?$/,
  /^at .*\((?:<anonymous>|native(?: code)?)\)$/,
  /^[^\s@]*@(?:https?|file|app|resource|webpack|moz-extension):\S*:\d+(?::\d+)?$/,
  /^File "[^"]+", line \d+(?:, in .+)?$/,
  /^(?:from )?\S+\.(?:rb|erb|rake):\d+:in [`'].+$/,
  /^#\d+ +(?:\S+\(\d+\): |\{main\}|\[internal function\])/,
  // Native: `#0 0x… in f ()`, `#00 pc 0004 /lib.so`, `0 CoreFoundation 0x… f + 124`, Go's `/x.go:12 +0x1d`.
  /^#\d+ +(?:0x[\da-f]+ |pc [\da-f]+ )/,
  /^\d{1,3} +\S.* 0x[\da-f]{6,16} .+ \+ \d+$/,
  /^\S+\.go:\d+ \+0x[\da-f]+$/,
  // What stands around calls.
  /^(?:stack ?trace:?|thrown in .+ on line \d+|\*\*\* first throw call stack:?|goroutine \d+ \[.+\]:)$/i,
];

const FAULTS = [
  /^(?:caused by:?|uncaught|unhandled exception|exception in thread|traceback \(most recent call last\)|fatal exception)/i,
  /^(?:php )?(?:fatal|parse|catchable fatal) error:/i,
  /^\*\*\* terminating app due to uncaught exception/i,
  /^panic: /,
  /^(?:[\w$]+[.\\:]{1,2})*[A-Z][\w$]*(?:Error|Exception|Fault|Warning)(?::|$| \()/,
];

/** What stands before the message of a log line; each may follow the others. */
const TIME =
  /^\[?(?:\d{4}[-/.]\d\d[-/.]\d\d|\d\d[-/.]\d\d(?:[-/.]\d{2,4})?|(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} {1,2}\d{1,2}(?: \d{4})?|\d{1,2}\/[A-Z][a-z]{2}\/\d{4})[ T:,]{1,2}\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?\]?[ \t:|-]*/;
const CLOCK = /^\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?[ \t:|-]+/;
const MARKED_LEVEL =
  /^[[<] ?(?:trace|debug|info|notice|warn|warning|error|err|fatal|severe|critical|verbose) ?[\]>][ \t:|-]*/i;
const LEVEL =
  /^(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE|CRITICAL|VERBOSE)(?= [ [(]|: | - | \S+ - )[ \t:|-]*/;
const LOGCAT = /^[VDIWEFA]\/[^(:]{1,60}(?:\( *\d+\))?: ?/;
const LOGCAT_NUMBERS = /^\d+(?:-\d+)?[ /]+\d+ [VDIWEFA][ /][^:]{1,60}: ?/;
const SYSLOG = /^[\w.-]+ [\w./-]+\[\d+(?::\d+)?\](?: \([^)]*\))?: ?/;
const GRAVE = /err|fatal|severe|critical|warn/i;
const GRAVE_LOGCAT = /^(?:\d.* )?[WEFA][ /]/;

/** What `written`, one line, is. */
export function readLine(written: string): Line {
  const line = written.trim();
  const head = line.slice(0, MAX_PATTERN);
  const { length, grave } = readPrefix(head);
  const text = line.slice(length).trimStart();
  const kind = kindOf(text.slice(0, MAX_PATTERN));
  return { kind: kind === 'text' && length > 0 ? 'log' : kind, text, grave };
}

function kindOf(head: string): LineKind {
  if (FRAMES.some((pattern) => pattern.test(head))) return 'frame';
  return FAULTS.some((pattern) => pattern.test(head)) ? 'fault' : 'text';
}

function readPrefix(head: string): { length: number; grave: boolean } {
  let length = 0;
  let grave = false;
  for (const pattern of [TIME, CLOCK, LOGCAT_NUMBERS, LOGCAT, SYSLOG, MARKED_LEVEL, LEVEL]) {
    const found = pattern.exec(head.slice(length))?.[0];
    // The names of hosts and processes are too common to begin a line without a time.
    if (found === undefined || (pattern === SYSLOG && length === 0)) continue;
    if (pattern === LEVEL || pattern === MARKED_LEVEL) grave ||= GRAVE.test(found);
    if (pattern === LOGCAT || pattern === LOGCAT_NUMBERS) grave ||= GRAVE_LOGCAT.test(found);
    length += found.length;
  }
  return { length, grave };
}
