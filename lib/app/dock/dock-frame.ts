/** The dock's elements in a closed shadow root: the sidebar's iframe, its edge to drag, and its handle. */
import { DOCK_STYLE } from '@/lib/app/dock/dock-style';
import { attachResizer } from '@/lib/app/dock/dock-resizer';

export interface DockTexts {
  title: string;
  open: string;
  resize: string;
}

export interface DockFrame {
  render(view: 'hidden' | 'handle' | 'open', width: number): void;
  focus(): void;
  holds(source: MessageEventSource | null): boolean;
  remove(): void;
}

interface DockFrameParts {
  document: Document;
  frameUrl: string;
  texts: DockTexts;
  onOpen: () => void;
  onResize: (width: number, isFinal: boolean) => void;
}

/** The host's name; also how a dock left behind by an older version of us is found. */
const HOST = 'trivet-dock';
const ICON = 'M10 3 5 8l5 5';

/** Mounts on the first `render` that shows anything; loads the sidebar when it is first open. */
export function createDockFrame(parts: DockFrameParts): DockFrame {
  const { document, frameUrl, texts, onOpen, onResize } = parts;
  let mounted: ReturnType<typeof mount> | null = null;

  function mount() {
    for (const left of document.querySelectorAll(HOST)) left.remove();
    const host = document.createElement(HOST);
    const root = host.attachShadow({ mode: 'closed' });
    const style = document.createElement('style');
    style.textContent = DOCK_STYLE;
    const edge = document.createElement('div');
    const iframe = document.createElement('iframe');
    iframe.title = texts.title;
    iframe.setAttribute('allow', 'clipboard-write');
    const handle = createHandle(document, texts.open);
    handle.addEventListener('click', onOpen);
    root.append(style, edge, iframe, handle);
    const setWidth = attachResizer(edge, { label: texts.resize, onResize });
    // The helpdesk's single-key shortcuts must not fire while our own parts have the keyboard.
    for (const type of ['keydown', 'keypress', 'keyup']) {
      host.addEventListener(type, (event) => event.stopPropagation());
    }
    document.documentElement.append(host);
    return { host, iframe, handle, setWidth };
  }

  return {
    render(view, width) {
      if (!mounted && view === 'hidden') return;
      mounted ??= mount();
      const { host, iframe, handle, setWidth } = mounted;
      if (!host.isConnected) document.documentElement.append(host);
      if (view === 'open' && !iframe.src) iframe.src = frameUrl;
      host.dataset['view'] = view;
      for (const [property, value] of hostStyle(view, width)) {
        host.style.setProperty(property, value, 'important');
      }
      handle.setAttribute('aria-expanded', String(view === 'open'));
      setWidth(width);
    },
    focus: () => mounted?.iframe.focus(),
    holds: (source) => source !== null && source === mounted?.iframe.contentWindow,
    remove() {
      mounted?.host.remove();
      mounted = null;
    },
  };
}

/** On the element itself and important: the page's own style sheets cannot move or hide it. */
function hostStyle(view: 'hidden' | 'handle' | 'open', width: number): [string, string][] {
  return [
    ['all', 'initial'],
    ['display', view === 'hidden' ? 'none' : 'block'],
    ['position', 'fixed'],
    ['inset-block', '0'],
    ['inset-inline-end', '0'],
    ['width', view === 'open' ? `${width}px` : '0'],
    ['max-width', '100vw'],
    // Above the page, below its own top-layer dialogs.
    ['z-index', '2147483000'],
  ];
}

function createHandle(document: Document, label: string): HTMLButtonElement {
  const handle = document.createElement('button');
  handle.type = 'button';
  handle.className = 'handle';
  handle.title = label;
  handle.setAttribute('aria-label', label);
  const namespace = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', ICON);
  icon.append(path);
  handle.append(icon);
  return handle;
}
