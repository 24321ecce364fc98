/** Quill 1, which shows itself on its container, and Quill 2, once reachable through `window.Quill` as most pages have it, once not. */
import Quill from 'quill';
import Quill1 from 'quill-1';

export const shown = {
  async mount(place, draft) {
    window.Quill = Quill;
    return mount(place, draft);
  },
};
export const hidden = {
  async mount(place, draft) {
    delete window.Quill;
    return mount(place, draft);
  },
};

export const first = {
  async mount(place, draft) {
    delete window.Quill;
    const quill = new Quill1(place, { modules: { toolbar: false } });
    quill.setContents(quill.clipboard.convert(draft), 'silent');
    quill.history.clear();
    return { editable: quill.root, html: () => quill.root.innerHTML, destroy: () => {} };
  },
};

function mount(place, draft) {
  const quill = new Quill(place, { modules: { toolbar: false } });
  quill.setContents(quill.clipboard.convert({ html: draft }), 'silent');
  quill.history.clear();
  return {
    editable: quill.root,
    html: () => quill.getSemanticHTML(),
    destroy: () => {},
  };
}
