/** The memory of the browser process that an extension runs in, as the system counts it. */
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 500;
const MEGABYTE = 1_000_000;

export interface MemoryWatch {
  /** The most that was resident at one time, in megabytes; null where the system does not tell. */
  stop(): number | null;
}

/** Watches Chromium's processes for extensions that descend from this one. */
export function watchExtensionMemory(): MemoryWatch {
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, residentBytes());
  };
  const timer = setInterval(look, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      return peak === 0 ? null : peak / MEGABYTE;
    },
  };
}

function residentBytes(): number {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  for (const name of listProcesses()) {
    const pid = Number(name);
    const status = readText(`/proc/${name}/status`);
    parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    const isExtension = readText(`/proc/${name}/cmdline`).includes('--extension-process');
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
    if (isExtension) resident.set(pid, kilobytes * 1_024);
  }
  let sum = 0;
  for (const [pid, bytes] of resident) if (descends(pid, parents)) sum += bytes;
  return sum;
}

function descends(pid: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === process.pid) return true;
  return false;
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Processes come and go while they are looked at. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
