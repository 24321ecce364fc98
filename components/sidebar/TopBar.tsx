/** The bar on top: search box, key overview, settings, collapse. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import type { SearchList } from '@/components/hooks/use-search-list';
import { useWording } from '@/components/hooks/use-wording';
import { SearchBox } from '@/components/sidebar/SearchBox';
import { Button } from '@/components/ui/Button';

export function TopBar({ searchList, onHelp }: { searchList: SearchList; onHelp: () => void }) {
  const { t } = useWording();
  const { state, actions } = useSidebar();
  return (
    <header className="top-bar">
      <h1 className="sr-only">{t('extName')}</h1>
      <SearchBox searchList={searchList} />
      <div className="top-bar-buttons">
        <Button
          look="icon"
          icon="keyboard"
          label={t('topBar.keys')}
          tooltip={t('topBar.keysTooltip')}
          keys="Shift+?"
          onPress={onHelp}
        />
        <Button
          look="icon"
          icon="settings"
          label={t('topBar.options')}
          onPress={() => void actions.openOptions()}
        />
        {state.surface === 'dock' && (
          <Button
            look="icon"
            icon="collapse"
            label={t('topBar.collapse')}
            onPress={actions.collapse}
          />
        )}
      </div>
    </header>
  );
}
