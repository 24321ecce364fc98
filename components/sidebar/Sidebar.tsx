/** The sidebar's frame: bar, ticket, content, key hints, and what lies over them. */
import { useState } from 'react';
import '@/components/sidebar/layout.css';
import { ReplyBoxProvider } from '@/components/hooks/use-reply-box';
import { useCardFocus } from '@/components/hooks/use-card-focus';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useSidebarKeys } from '@/components/hooks/use-sidebar-keys';
import { HintBar } from '@/components/sidebar/HintBar';
import { mainView } from '@/components/sidebar/main-view';
import { LinkPanel } from '@/components/sidebar/LinkPanel';
import { MainContent } from '@/components/sidebar/MainContent';
import { OfferBanner } from '@/components/sidebar/OfferBanner';
import { PreviewPane } from '@/components/sidebar/PreviewPane';
import { SearchResults } from '@/components/sidebar/SearchResults';
import { ShortcutOverlay } from '@/components/sidebar/ShortcutOverlay';
import { StatusStrip } from '@/components/sidebar/StatusStrip';
import { TicketHeader } from '@/components/sidebar/TicketHeader';
import { TicketLimits } from '@/components/sidebar/TicketLimits';
import { ToastBar } from '@/components/sidebar/ToastBar';
import { TopBar } from '@/components/sidebar/TopBar';
import { useSearchList } from '@/components/hooks/use-search-list';

export function Sidebar() {
  const { state, actions } = useSidebar();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const searchList = useSearchList();
  useSidebarKeys({ isHelpOpen, setHelpOpen });
  useCardFocus(actions.select);
  const isSearching = state.search.status !== 'closed';
  const isPreviewing = state.preview.status !== 'closed';
  const isLinking = state.link.status !== 'closed';
  return (
    <ReplyBoxProvider>
      <div className="sidebar">
        <div className="sidebar-page" inert={isHelpOpen || isPreviewing || isLinking}>
          <TopBar searchList={searchList} onHelp={() => setHelpOpen(true)} />
          <StatusStrip />
          <main className="sidebar-main">
            <div className="sidebar-scroll" inert={isSearching}>
              <TicketHeader />
              <TicketLimits />
              <OfferBanner />
              <MainContent />
            </div>
            {isSearching && <SearchResults searchList={searchList} />}
          </main>
          {mainView(state) === 'answer' && <HintBar />}
        </div>
        {isPreviewing && <PreviewPane isCovered={isHelpOpen || isLinking} />}
        {isLinking && <LinkPanel isCovered={isHelpOpen} />}
        <ToastBar />
        {isHelpOpen && <ShortcutOverlay onClose={() => setHelpOpen(false)} />}
      </div>
    </ReplyBoxProvider>
  );
}
