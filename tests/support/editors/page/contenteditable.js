/** An editable without an editor: the browser's own editing, and a model that follows `input` events. */

export const contenteditable = {
  async mount(place, draft) {
    place.contentEditable = 'true';
    place.innerHTML = draft;
    let model = place.innerHTML;
    place.addEventListener('input', () => {
      model = place.innerHTML;
    });
    return { editable: place, html: () => model, destroy: () => place.remove() };
  },
};
