/** Starts a real server for a test file, or says loudly why this machine cannot. */
import { whyNoDebian } from '@/tests/support/servers/debian-packages';

/**
 * The server, or null where it cannot run; the reason goes to the terminal. In CI that counts as a
 * failure when TRIVET_SERVERS=required is set. `anywhere`: it needs no packages of Debian.
 */
export async function startHere<T>(
  name: string,
  start: () => Promise<T>,
  { anywhere = false } = {},
): Promise<T | null> {
  const whyNot = anywhere ? null : await whyNoDebian();
  if (whyNot === null) {
    try {
      return await start();
    } catch (error) {
      return refuse(name, error instanceof Error ? error.message : String(error));
    }
  }
  return refuse(name, whyNot);
}

function refuse(name: string, why: string): null {
  const line = `SKIPPED: the tests against a real ${name} did not run: ${why}`;
  if (process.env['TRIVET_SERVERS'] === 'required') throw new Error(line);
  process.stderr.write(`\n${'!'.repeat(20)}\n${line}\n${'!'.repeat(20)}\n`);
  return null;
}
