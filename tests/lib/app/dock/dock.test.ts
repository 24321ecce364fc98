// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDock, type Dock } from '@/lib/app/dock/dock';
import type { DockChoice } from '@/lib/platform/dock-storage';

let dock: Dock;
let root: ShadowRoot;
let stored: DockChoice | null;
let otherTab: (choice: DockChoice) => void;
let answerStore: () => void;

beforeEach(() => {
  stored = null;
  const attach = Element.prototype.attachShadow;
  // The root is closed to everyone, so the test looks at it as it is made.
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  dock = createDock({
    document,
    frameUrl: 'about:blank#dock',
    texts: { title: 'Trivet', open: 'Open it', resize: 'Width' },
    choice: {
      read: () =>
        new Promise((resolve) => {
          answerStore = () => resolve(stored);
        }),
      write: (choice) => {
        stored = choice;
        return Promise.resolve();
      },
      watch: (onChange) => {
        otherTab = onChange;
        return () => {
          otherTab = () => {};
        };
      },
    },
  });
});
afterEach(() => {
  dock.remove();
  vi.restoreAllMocks();
});

async function learnChoice(choice: DockChoice | null = null): Promise<void> {
  stored = choice;
  answerStore();
  await Promise.resolve();
  await Promise.resolve();
}
const host = () => document.querySelector<HTMLElement>('trivet-dock');
const view = () => host()?.dataset['view'];
const part = (css: string) => root.querySelector<HTMLElement>(css)!;
const key = (name: string) =>
  part('.edge').dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );

describe('opening', () => {
  it('waits for the agent’s choice, so that nothing flashes', async () => {
    dock.show();
    expect(host()).toBeNull();
    await learnChoice({ width: 400, collapsed: true });
    expect(view()).toBe('handle');
    expect(part('iframe').getAttribute('src')).toBeNull();
  });

  it('is open by itself the first time', async () => {
    dock.show();
    await learnChoice();
    expect(view()).toBe('open');
    expect(part('iframe').getAttribute('src')).toBe('about:blank#dock');
    expect(part('iframe').getAttribute('allow')).toBe('clipboard-write');
    expect(part('iframe').title).toBe('Trivet');
  });

  it('takes over from a dock that an older script left behind', async () => {
    document.documentElement.append(document.createElement('trivet-dock'));
    dock.show();
    await learnChoice();
    expect(document.querySelectorAll('trivet-dock')).toHaveLength(1);
    expect(view()).toBe('open');
  });

  it('is closed to the page', async () => {
    dock.show();
    await learnChoice();
    expect(host()?.shadowRoot).toBeNull();
    expect(window.length).toBe(0);
  });

  it('comes back when the page throws it out', async () => {
    dock.show();
    await learnChoice();
    host()!.remove();
    dock.show();
    expect(view()).toBe('open');
  });
});

describe('collapsing', () => {
  it('leaves a handle that opens it again, with the sidebar still loaded', async () => {
    dock.show();
    await learnChoice();
    const frame = part('iframe');
    dock.collapse();
    expect([view(), dock.isOpen(), stored?.collapsed]).toEqual(['handle', false, true]);
    const handle = part('.handle');
    expect([
      handle.nodeName,
      handle.getAttribute('aria-label'),
      handle.getAttribute('aria-expanded'),
    ]).toEqual(['BUTTON', 'Open it', 'false']);
    handle.click();
    expect([view(), dock.isOpen(), stored?.collapsed]).toEqual(['open', true, false]);
    expect(part('iframe')).toBe(frame);
  });

  it('stays over tickets', async () => {
    dock.show();
    await learnChoice({ width: 400, collapsed: true });
    dock.hide();
    expect(view()).toBe('hidden');
    dock.show();
    expect(view()).toBe('handle');
  });

  it('goes for all tabs', async () => {
    dock.show();
    await learnChoice();
    otherTab({ width: 500, collapsed: true });
    expect(view()).toBe('handle');
    otherTab({ width: 500, collapsed: false });
    expect([view(), host()!.style.width]).toEqual(['open', '500px']);
  });

  it('without a ticket there is nothing to see, unless asked for', async () => {
    await learnChoice();
    expect(host()).toBeNull();
    dock.toggle();
    expect(view()).toBe('open');
    dock.toggle();
    expect(view()).toBe('handle');
  });
});

describe('width', () => {
  beforeEach(async () => {
    dock.show();
    await learnChoice({ width: 400, collapsed: false });
  });
  const now = () => part('.edge').getAttribute('aria-valuenow');

  it('is a separator to everyone', () => {
    const edge = part('.edge');
    const said = [
      'role',
      'aria-label',
      'aria-orientation',
      'aria-valuemin',
      'aria-valuemax',
      'aria-valuenow',
      'tabindex',
    ].map((name) => edge.getAttribute(name));
    expect(said).toEqual(['separator', 'Width', 'vertical', '320', '560', '400', '0']);
  });

  it.each([
    ['ArrowLeft', '416'],
    ['ArrowRight', '384'],
    ['Home', '320'],
    ['End', '560'],
    ['a', '400'],
  ])('%s makes it %s', (name, width) => {
    key(name);
    expect([now(), String(stored?.width)]).toEqual([width, width]);
  });

  it('arrows follow the reading direction', () => {
    host()!.style.setProperty('direction', 'rtl', 'important');
    part('.edge').style.direction = 'rtl';
    key('ArrowLeft');
    expect(now()).toBe('384');
  });

  it('keys stay with the dock', () => {
    const heard = vi.fn<() => void>();
    document.addEventListener('keydown', heard);
    key('a');
    expect(heard).not.toHaveBeenCalled();
    document.removeEventListener('keydown', heard);
  });

  it.each([
    [100, 320],
    [9000, 560],
    [NaN, 380],
  ])('asked for %i is %i', (wanted, width) => {
    dock.resize(wanted);
    expect(stored?.width).toBe(width);
  });
});

describe('room beside it', () => {
  const styled = () => document.documentElement.getAttribute('style');
  it('is taken while open and given back exactly', async () => {
    document.documentElement.setAttribute('style', 'margin-inline-end: 3px; color: red;');
    document.body.setAttribute('style', 'max-width: 50vw');
    dock.show();
    await learnChoice({ width: 400, collapsed: false });
    expect(document.documentElement.style.getPropertyValue('--trivet-dock-width')).toBe('400px');
    expect(document.documentElement.style.getPropertyValue('margin-inline-end')).toBe(
      'var(--trivet-dock-width)',
    );
    dock.collapse();
    expect(document.documentElement.style.getPropertyValue('margin-inline-end')).toBe('3px');
    expect(document.documentElement.style.getPropertyPriority('margin-inline-end')).toBe('');
    expect(document.body.style.maxWidth).toBe('50vw');
    expect(styled()).toContain('color: red');
    dock.open();
    dock.remove();
    expect(document.documentElement.style.getPropertyValue('--trivet-dock-width')).toBe('');
    expect(host()).toBeNull();
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
  });

  it('is not taken in a narrow window', async () => {
    vi.stubGlobal('innerWidth', 800);
    dock.show();
    await learnChoice();
    expect(view()).toBe('open');
    expect(document.documentElement.style.getPropertyValue('margin-inline-end')).toBe('');
    vi.stubGlobal('innerWidth', 1400);
    window.dispatchEvent(new Event('resize'));
    expect(document.documentElement.style.getPropertyValue('margin-inline-end')).not.toBe('');
    vi.unstubAllGlobals();
  });

  it('tells the page to measure itself again', async () => {
    const heard = vi.fn<() => void>();
    window.addEventListener('resize', heard);
    dock.show();
    await learnChoice();
    dock.show();
    expect(heard).toHaveBeenCalledTimes(1);
    dock.collapse();
    expect(heard).toHaveBeenCalledTimes(2);
    window.removeEventListener('resize', heard);
  });
});
