/** The sample as a kind of source: it comes with the extension and changes only with its version. */
import * as z from 'zod/mini';
import type { ConnectorKind } from '@/lib/sources/contract';
import { createSampleConnector } from '@/lib/sources/sample/connector';

const NEVER = Infinity;

export const sampleKind: ConnectorKind<Record<string, never>> = {
  kind: 'sample',
  settings: z.record(z.string(), z.never()),
  secrets: [],
  cadence: { pullMs: NEVER, pullActiveMs: NEVER, sweepMs: NEVER },
  detect: () => null,
  origins: () => [],
  create: (_source, { readOwnFile, now }) => createSampleConnector(readOwnFile, now),
};
