/** ProseMirror bare, as it keeps itself hidden, and under tiptap 3, which shows itself on the editable. */
import { Editor, getSchema } from '@tiptap/core';
import { baseKeymap } from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { DOMParser as PmParser, DOMSerializer } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { StarterKit } from '@tiptap/starter-kit';

export const tiptap = {
  async mount(place, draft) {
    const editor = new Editor({ element: place, extensions: [StarterKit], content: draft });
    return {
      editable: editor.view.dom,
      html: () => editor.getHTML(),
      destroy: () => editor.destroy(),
    };
  },
};

const schema = getSchema([StarterKit]);

export const bare = {
  async mount(place, draft) {
    const content = document.createElement('div');
    content.innerHTML = draft;
    const view = new EditorView(place, {
      state: EditorState.create({
        doc: PmParser.fromSchema(schema).parse(content),
        plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-Shift-z': redo }), keymap(baseKeymap)],
      }),
    });
    return {
      editable: view.dom,
      html: () => {
        const serialised = document.createElement('div');
        const serialiser = DOMSerializer.fromSchema(schema);
        serialised.append(serialiser.serializeFragment(view.state.doc.content));
        return serialised.innerHTML;
      },
      destroy: () => view.destroy(),
    };
  },
};
