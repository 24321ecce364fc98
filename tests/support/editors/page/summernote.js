/** Summernote 0.9 on jQuery, once with jQuery where the page's own world finds it, once bundled away. */
import jQuery from 'jquery';

window.jQuery = jQuery;
await import('summernote/dist/summernote-lite.js');

export const shown = {
  async mount(place, draft) {
    window.jQuery = jQuery;
    return mount(place, draft);
  },
};
export const hidden = {
  async mount(place, draft) {
    window.jQuery = jQuery;
    const mounted = mount(place, draft);
    delete window.jQuery;
    return mounted;
  },
};

function mount(place, draft) {
  const note = document.createElement('div');
  note.innerHTML = draft;
  place.append(note);
  const wrapped = jQuery(note);
  let model = draft;
  wrapped.summernote({
    toolbar: [],
    callbacks: {
      onChange: (contents) => {
        model = contents;
      },
    },
  });
  return {
    editable: place.querySelector('.note-editable'),
    html: () => model,
    destroy: () => wrapped.summernote('destroy'),
  };
}
