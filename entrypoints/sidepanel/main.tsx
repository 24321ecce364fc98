/** The sidebar page: docked in the helpdesk, or in the browser's own side panel. */
import { createRoot } from 'react-dom/client';
import { SidebarRoot } from '@/components/sidebar/SidebarRoot';
import { createSidebarApp } from '@/lib/app/sidebar-app';

const { store, actions, wording } = createSidebarApp();
const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(<SidebarRoot store={store} actions={actions} wording={wording} />);
