/** The keys: the browser-wide ones with where to change them, and those inside the sidebar. */
import { useWording } from '@/components/hooks/use-wording';
import type { OptionsProps } from '@/components/options/Options';
import { Button } from '@/components/ui/Button';
import { Keys } from '@/components/ui/Keys';
import { ShortcutTable } from '@/components/ui/ShortcutTable';
import type { BrowserShortcut } from '@/lib/app/stores/options-state';

const COMMAND_TEXTS = {
  'toggle-sidebar': 'commandToggleSidebar',
  'focus-sidebar': 'commandFocusSidebar',
  'insert-link': 'commandInsertLink',
  'insert-passage': 'commandInsertPassage',
  'link-issue': 'commandLinkIssue',
} as const satisfies Record<BrowserShortcut['command'], string>;

function BrowserKeys({ shortcuts }: { shortcuts: BrowserShortcut[] }) {
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
        {shortcuts.map(({ command, keys }) => (
          <tr key={command}>
            <td>{keys === '' ? t('options.keyUnset') : <Keys keys={[keys]} />}</td>
            <td>{t(COMMAND_TEXTS[command])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChangeKeys({ state, actions }: OptionsProps) {
  const { t } = useWording();
  if (state.shortcutSettings === 'by-hand') return <p>{t('options.keysByHand')}</p>;
  return (
    <Button
      icon="keyboard"
      label={t('options.keysChange')}
      onPress={() => void actions.openShortcutSettings()}
    />
  );
}

export function KeysSection({ state, actions }: OptionsProps) {
  const { t } = useWording();
  return (
    <section className="options-section" aria-labelledby="keys-heading">
      <h2 id="keys-heading">{t('keys.title')}</h2>
      <h3>{t('options.keysBrowser')}</h3>
      <BrowserKeys shortcuts={state.shortcuts} />
      <ChangeKeys state={state} actions={actions} />
      <h3>{t('options.keysSidebar')}</h3>
      <ShortcutTable />
    </section>
  );
}
