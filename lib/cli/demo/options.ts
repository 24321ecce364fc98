/** What `npm run demo -- …` accepts. */
import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** A folder with `docs.jsonl`, `queries.jsonl` and `qrels.tsv`; the sample world when absent. */
  data: string | undefined;
  browser: 'chromium' | 'firefox' | undefined;
  /** Number of the ticket to open, as the helpdesk counts. */
  ticket: number | undefined;
  headless: boolean;
  screenshot: string;
}

export const DEMO_HELP = `npm run demo -- [--data DIR] [--ticket NUMBER] [--browser chromium|firefox] [--headless] [--screenshot FILE]

  --data DIR         a folder with docs.jsonl, queries.jsonl and qrels.tsv (also .gz) instead of the sample world
  --ticket NUMBER    the ticket to open first
  --browser NAME     chromium (default where there is one) or firefox
  --headless         no window: print what was suggested, insert the first and save a picture
  --screenshot FILE  where the picture goes; demo.png when left out`;

/** Null when the words are not understood or help was asked for. */
export function parseDemoOptions(args: string[]): DemoOptions | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string' },
        browser: { type: 'string' },
        ticket: { type: 'string' },
        headless: { type: 'boolean' },
        screenshot: { type: 'string', default: 'demo.png' },
        help: { type: 'boolean' },
      },
    });
    const { browser, ticket } = values;
    if (values.help === true) return null;
    if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox') return null;
    return {
      data: values.data,
      browser,
      ticket: ticket === undefined ? undefined : Number(ticket),
      headless: values.headless ?? !hasDisplay(),
      screenshot: values.screenshot,
    };
  } catch {
    return null;
  }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
