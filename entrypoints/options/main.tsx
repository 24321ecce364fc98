/** The options page: what is searched, the keys, and what happens to data. */
import { createRoot } from 'react-dom/client';
import { OptionsRoot } from '@/components/options/OptionsRoot';
import { createOptionsApp } from '@/lib/app/options-app';

const { store, actions, wording } = createOptionsApp();
const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(<OptionsRoot store={store} actions={actions} wording={wording} />);
