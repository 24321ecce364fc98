/** Every kind of source there is, and how its connector is made. */
import type { Clock } from '@/lib/core/clock';
import type { Source } from '@/lib/model/source';
import type { Connector, ReadText } from '@/lib/sources/contract';
import { createSampleConnector } from '@/lib/sources/sample/connector';

/** What connectors need from the place they run in. */
export interface SourcePorts {
  /** Reads one of the extension's own files. */
  readOwnFile: ReadText;
  now: Clock;
}

/** The connector for a source, or null for one that is filled by hand and never pulled. */
export function createConnector(
  source: Pick<Source, 'kind'>,
  ports: SourcePorts,
): Connector | null {
  switch (source.kind) {
    case 'sample':
      return createSampleConnector(ports.readOwnFile, ports.now);
    default:
      return null;
  }
}
