/** The sidebar's keys and what they do; also shown on the options page. */
import { useWording } from '@/components/hooks/use-wording';
import { Keys } from '@/components/ui/Keys';

const ROWS = [
  { keys: ['j', '↓'], what: 'keys.next' },
  { keys: ['k', '↑'], what: 'keys.previous' },
  { keys: ['l', 'Enter'], what: 'keys.link' },
  { keys: ['p'], what: 'keys.passage' },
  { keys: ['r'], what: 'keys.reply' },
  { keys: ['c'], what: 'keys.copy' },
  { keys: ['i'], what: 'keys.linkIssue' },
  { keys: ['x'], what: 'keys.dismiss' },
  { keys: ['z'], what: 'keys.undo' },
  { keys: ['o', '→'], what: 'keys.preview' },
  { keys: ['/'], what: 'keys.search' },
  { keys: ['Esc'], what: 'keys.back' },
  { keys: ['?'], what: 'keys.help' },
] as const;

export function ShortcutTable() {
  const { t } = useWording();
  return (
    <table className="shortcuts">
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('keys.key')}</th>
          <th scope="col">{t('keys.what')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ keys, what }) => (
          <tr key={what}>
            <td>
              <Keys keys={[...keys]} />
            </td>
            <td>{t(what)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
