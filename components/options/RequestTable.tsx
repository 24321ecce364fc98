/** Requests as a table; it scrolls by itself where the page is too narrow for it. */
import { useWording, type WordingNow } from '@/components/hooks/use-wording';
import { formatBytes, sourceFaultWords } from '@/components/options/source-words';
import { fault } from '@/lib/core/fault';
import type { RequestEntry } from '@/lib/model/request-entry';
import type { Source } from '@/lib/model/source';

const COLUMNS = ['at', 'source', 'host', 'why', 'result', 'bytes'] as const;

function resultWords({ status, fault: kind, ms }: RequestEntry, { t, figure }: WordingNow): string {
  const parts = [
    kind === null ? t('sources.log.fine') : sourceFaultWords(fault(kind), t).title,
    ...(status === null ? [] : [String(status)]),
    t('sources.log.ms', [figure(Math.round(ms))]),
  ];
  return parts.join(' · ');
}

interface EntryRowProps {
  entry: RequestEntry;
  sourceName: string;
}

function EntryRow({ entry, sourceName }: EntryRowProps) {
  const wording = useWording();
  const { locale, t } = wording;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' });
  const at = Date.parse(entry.at);
  return (
    <tr>
      <td>
        <time dateTime={entry.at}>{Number.isNaN(at) ? entry.at : time.format(at)}</time>
      </td>
      <td dir="auto">{sourceName}</td>
      <td>
        <code>
          {entry.method} {entry.host}
          {entry.path}
        </code>
        {entry.via === 'tab' && <span> {t('sources.log.viaTab')}</span>}
      </td>
      <td>{entry.why}</td>
      <td className={entry.fault === null ? undefined : 'log-fault'}>
        {resultWords(entry, wording)}
      </td>
      <td className="log-bytes">{formatBytes(entry.bytes, locale)}</td>
    </tr>
  );
}

interface RequestTableProps {
  entries: RequestEntry[];
  sources: Source[];
}

export function RequestTable({ entries, sources }: RequestTableProps) {
  const { t } = useWording();
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return (
    // Reachable by Tab, because keyboards must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <figure className="table-scroll log-table" tabIndex={0} aria-label={t('sources.log.title')}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`sources.log.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              sourceName={
                names.get(entry.sourceId) ??
                t(
                  entry.sourceId === '' || entry.sourceId === 'draft'
                    ? 'sources.log.setUp'
                    : 'sources.log.gone',
                )
              }
            />
          ))}
        </tbody>
      </table>
    </figure>
  );
}
