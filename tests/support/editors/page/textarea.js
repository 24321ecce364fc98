/** A plain text field. Drafts come as HTML paragraphs, as for all the others, or as its own text. */

export const textarea = {
  async mount(place, draft) {
    const field = document.createElement('textarea');
    const content = document.createElement('div');
    content.innerHTML = draft;
    const paragraphs = [...content.querySelectorAll('p')];
    field.value =
      paragraphs.length > 0 ? paragraphs.map((line) => line.textContent).join('\n\n') : draft;
    place.append(field);
    return { editable: field, html: () => field.value, destroy: () => field.remove() };
  },
};
