/**
 * Slate 0.47 with slate-react 0.22 on React 16, the pair that Help Scout has: once with an app that
 * reads pasted HTML into its model, once with Slate's own paste, which takes the plain text.
 */
import { createElement as h, Component } from 'react';
import { render, unmountComponentAtNode } from 'react-dom';
import { Editor, getEventTransfer } from 'slate-react';
import Html from 'slate-html-serializer';

const BLOCKS = {
  p: 'paragraph',
  ul: 'bullets',
  ol: 'numbers',
  li: 'item',
  pre: 'code',
  blockquote: 'quote',
};
const MARKS = { strong: 'bold', em: 'italic', code: 'mono' };
const TAGS = Object.fromEntries(
  [...Object.entries(BLOCKS), ...Object.entries(MARKS)].map(([tag, type]) => [type, tag]),
);

const serializer = new Html({
  defaultBlock: 'paragraph',
  rules: [
    {
      deserialize(element, next) {
        const tag = element.tagName?.toLowerCase();
        const nodes = () => next(element.childNodes);
        // The code in a code block is no mark.
        if (tag === 'code' && element.parentElement?.tagName === 'PRE')
          return next(element.childNodes);
        if (BLOCKS[tag]) return { object: 'block', type: BLOCKS[tag], nodes: nodes() };
        if (MARKS[tag]) return { object: 'mark', type: MARKS[tag], nodes: nodes() };
        if (tag !== 'a') return undefined;
        const data = { href: element.getAttribute('href') };
        return { object: 'inline', type: 'link', data, nodes: nodes() };
      },
      serialize(node, children) {
        if (node.object === 'string') return undefined;
        if (node.object === 'inline') return h('a', { href: node.data.get('href') }, children);
        return h(TAGS[node.type], {}, children);
      },
    },
  ],
});

class Composer extends Component {
  constructor(props) {
    super(props);
    this.state = { value: serializer.deserialize(props.draft || '<p></p>') };
  }

  render() {
    return h(Editor, {
      value: this.state.value,
      onChange: ({ value }) => this.setState({ value }),
      onPaste: (event, editor, next) => {
        const transfer = getEventTransfer(event);
        if (!this.props.readsHtml || transfer.type !== 'html') return next();
        return editor.insertFragment(serializer.deserialize(transfer.html).document);
      },
      renderBlock: ({ attributes, children, node }) => h(TAGS[node.type], attributes, children),
      renderMark: ({ attributes, children, mark }) => h(TAGS[mark.type], attributes, children),
      renderInline: ({ attributes, children, node }) =>
        h('a', { ...attributes, href: node.data.get('href') }, children),
      role: 'textbox',
    });
  }
}

const mount = (readsHtml) => async (place, draft) => {
  let composer = null;
  render(h(Composer, { draft, readsHtml, ref: (made) => (composer = made ?? composer) }), place);
  return {
    editable: place.querySelector('[data-slate-editor]'),
    html: () => serializer.serialize(composer.state.value),
    destroy: () => void unmountComponentAtNode(place),
  };
};

export const withHtml = { mount: mount(true) };
export const withText = { mount: mount(false) };
