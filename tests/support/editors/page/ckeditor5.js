/** CKEditor 5 as Zendesk has it: decoupled, with links, lists and code. */
import {
  BlockQuote,
  Bold,
  Code,
  CodeBlock,
  DecoupledEditor,
  Essentials,
  Italic,
  Link,
  List,
  Paragraph,
} from '/ckeditor5.js';

const plugins = [Essentials, Paragraph, Bold, Italic, Link, List, Code, CodeBlock, BlockQuote];

export const shown = { mount };
/** A build that keeps its instance to itself. */
export const hidden = {
  async mount(place, draft) {
    const mounted = await mount(place, draft);
    delete mounted.editable.ckeditorInstance;
    return mounted;
  },
};

async function mount(place, draft) {
  const editor = await DecoupledEditor.create({
    licenseKey: 'GPL',
    plugins,
    toolbar: [],
    root: { element: place, initialData: draft },
  });
  return {
    editable: editor.ui.getEditableElement(),
    html: () => editor.getData(),
    destroy: () => void editor.destroy(),
  };
}
