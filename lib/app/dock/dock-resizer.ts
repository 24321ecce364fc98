/** The dock's inner edge: dragged with the mouse, moved with the arrow keys, read out as a separator. */
import { MAX_WIDTH, MIN_WIDTH, clampWidth } from '@/lib/app/dock/dock-width';

const STEP = 16;

interface ResizerParts {
  label: string;
  /** `isFinal` when the agent has let go: only then is the width worth keeping. */
  onResize: (width: number, isFinal: boolean) => void;
}

/** Turns `edge` into the separator; returns how to tell it the present width. */
export function attachResizer(
  edge: HTMLElement,
  { label, onResize }: ResizerParts,
): (width: number) => void {
  let current = MIN_WIDTH;
  edge.className = 'edge';
  edge.tabIndex = 0;
  const fixed = {
    role: 'separator',
    'aria-orientation': 'vertical',
    'aria-label': label,
    'aria-valuemin': String(MIN_WIDTH),
    'aria-valuemax': String(MAX_WIDTH),
  };
  for (const [name, value] of Object.entries(fixed)) edge.setAttribute(name, value);

  edge.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    edge.classList.add('is-dragged');
  });
  edge.addEventListener('pointermove', (event) => {
    if (edge.hasPointerCapture(event.pointerId)) onResize(widthAt(edge, event.clientX), false);
  });
  const letGo = (event: PointerEvent): void => {
    if (!edge.classList.contains('is-dragged')) return;
    edge.classList.remove('is-dragged');
    onResize(event.type === 'pointerup' ? widthAt(edge, event.clientX) : current, true);
  };
  edge.addEventListener('pointerup', letGo);
  edge.addEventListener('pointercancel', letGo);
  edge.addEventListener('keydown', (event) => {
    const width = widthFor(event.key, current, isRightToLeft(edge));
    if (width === null) return;
    event.preventDefault();
    onResize(clampWidth(width), true);
  });
  return (width) => {
    current = width;
    edge.setAttribute('aria-valuenow', String(width));
  };
}

/** From the window's far edge to the pointer. */
function widthAt(edge: HTMLElement, x: number): number {
  const view = edge.ownerDocument.documentElement.ownerDocument.defaultView;
  return clampWidth(isRightToLeft(edge) ? x : (view?.innerWidth ?? 0) - x);
}

function widthFor(key: string, width: number, isMirrored: boolean): number | null {
  switch (key) {
    case 'ArrowLeft':
      return width + (isMirrored ? -STEP : STEP);
    case 'ArrowRight':
      return width + (isMirrored ? STEP : -STEP);
    case 'Home':
      return MIN_WIDTH;
    case 'End':
      return MAX_WIDTH;
    default:
      return null;
  }
}

function isRightToLeft(edge: HTMLElement): boolean {
  return edge.ownerDocument.defaultView?.getComputedStyle(edge).direction === 'rtl';
}
