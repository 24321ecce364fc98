/** Makes room for the dock: the helpdesk shrinks beside it, or keeps its place under it in narrow windows. */

/** Below this a helpdesk beside the dock would be too narrow to work in. */
const NARROW = 900;

const WIDTH_PROPERTY = '--trivet-dock-width';

export interface DockSpace {
  take(width: number): void;
  /** Gives back exactly the styles that were there before. */
  release(): void;
}

/** All that is ever set, to clear up after a script that was ended before it could. */
const ROOT_STYLES = ['margin-inline-end', 'width', 'min-width', 'position', 'min-height'];
const BODY_STYLES = ['max-width', 'min-width', 'perspective'];

interface OldStyle {
  element: HTMLElement;
  property: string;
  value: string;
  priority: string;
}

/** So far that nothing looks different; any value makes the body a frame for what is fixed. */
const PERSPECTIVE = '100000px';

/**
 * A margin alone would do for what flows. `position: relative` makes the margin count for what is
 * placed absolutely as well, and the body's maximum for pages as wide as the window (`100vw`).
 *
 * What is fixed to the window would lie under the dock, a helpdesk's notifications first of all.
 * `perspective` makes the body its frame instead; positioning libraries know this rule. Where that
 * could do harm, the dock covers it, as any side panel would: on pages that scroll as a whole, and
 * from right to left, where window coordinates and the body's differ.
 */
export function reserveSpace(document: Document): DockSpace {
  const { defaultView: window, documentElement: root } = document;
  let old: OldStyle[] = [];
  let width = 0;
  clearLeftovers(document);

  const style = (element: HTMLElement, property: string, value: string): void => {
    const { style: inline } = element;
    old.push({
      element,
      property,
      value: inline.getPropertyValue(property),
      priority: inline.getPropertyPriority(property),
    });
    inline.setProperty(property, value, 'important');
  };
  const restore = (): void => {
    for (const { element, property, value, priority } of old.toReversed()) {
      element.style.removeProperty(property);
      if (value) element.style.setProperty(property, value, priority);
    }
    old = [];
  };
  const apply = (): void => {
    restore();
    if (width === 0 || !window) return;
    // Asked before anything changes: afterwards it would cost the page a calculation of its own.
    const isStatic = window.getComputedStyle(root).position === 'static';
    style(root, WIDTH_PROPERTY, `${width}px`);
    if (window.innerWidth < NARROW) return;
    style(root, 'margin-inline-end', `var(${WIDTH_PROPERTY})`);
    style(root, 'width', 'auto');
    style(root, 'min-width', '0');
    if (isStatic) {
      style(root, 'position', 'relative');
      style(root, 'min-height', '100%');
    }
    style(document.body, 'max-width', '100%');
    style(document.body, 'min-width', '0');
    if (fillsWindow(window)) style(document.body, 'perspective', PERSPECTIVE);
  };
  /** Pages that measure themselves by script listen to this. Ours must not answer itself. */
  const announce = (): void => {
    window?.removeEventListener('resize', apply);
    window?.dispatchEvent(new Event('resize'));
    if (width > 0) window?.addEventListener('resize', apply);
  };

  return {
    take(wanted) {
      if (wanted === width) return;
      width = wanted;
      apply();
      announce();
    },
    release() {
      if (width === 0) return;
      width = 0;
      restore();
      announce();
    },
  };
}

/** True when the body starts where the window does, is as high, and nothing scrolls but inside it. */
function fillsWindow(window: Window): boolean {
  const { documentElement: root, body } = window.document;
  const { top, left, bottom } = body.getBoundingClientRect();
  const isWhole = top === 0 && left === 0 && Math.abs(bottom - window.innerHeight) <= 1;
  const isStill = root.scrollHeight <= window.innerHeight + 1;
  return isWhole && isStill && window.getComputedStyle(root).direction === 'ltr';
}

/** Firefox ends a content script with its extension, without a word; the next one finds its styles. */
function clearLeftovers({ documentElement: root, body }: Document): void {
  if (root.style.getPropertyPriority(WIDTH_PROPERTY) !== 'important') return;
  for (const property of [...ROOT_STYLES, WIDTH_PROPERTY]) root.style.removeProperty(property);
  for (const property of BODY_STYLES) body.style.removeProperty(property);
}
