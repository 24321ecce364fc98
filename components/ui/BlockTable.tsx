/** A table from an item's body; scrolls by itself where the sidebar is too narrow for it. */
import { Inlines } from '@/components/ui/Inlines';
import { useWording } from '@/components/hooks/use-wording';
import type { Inline } from '@/lib/model/block';

export function BlockTable({ rows, hasHeader }: { rows: Inline[][][]; hasHeader: boolean }) {
  const { t } = useWording();
  const head = hasHeader ? rows[0] : undefined;
  const body = hasHeader ? rows.slice(1) : rows;
  return (
    // Reachable by Tab, because keyboards must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <figure className="table-scroll" tabIndex={0} aria-label={t('ui.table')}>
      <table>
        {head && (
          <thead>
            <tr>
              {head.map((cell, column) => (
                <th key={column} scope="col">
                  <Inlines runs={cell} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {body.map((row, line) => (
            <tr key={line}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Inlines runs={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
