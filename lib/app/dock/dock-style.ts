/** Looks of the dock's own few parts: greys that stand on light and dark helpdesks alike. */

export const DOCK_STYLE = `
:host { direction: inherit; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; display: none; }
:host([data-view="open"]) iframe { display: block; }
.edge {
  position: absolute; inset-block: 0; inset-inline-start: -4px; width: 8px; z-index: 1;
  display: none; cursor: ew-resize; touch-action: none; border: 0; padding: 0;
}
:host([data-view="open"]) .edge { display: block; }
.edge::before {
  content: ""; position: absolute; inset-block: 0; inset-inline-start: 3px; width: 1px;
  background: #80808080;
}
.edge:hover::before, .edge:focus-visible::before, .edge.is-dragged::before {
  inset-inline-start: 2px; width: 3px; background: #2f7d85;
}
.edge:focus { outline: none; }
.edge.is-dragged { inset-inline: -100vw; width: auto; }
.handle {
  position: absolute; inset-block-start: 50%; inset-inline-end: 0; translate: 0 -50%;
  display: none; place-items: center; width: 24px; height: 72px; padding: 0;
  border: 1px solid #ffffff66; border-inline-end: 0;
  border-start-start-radius: 8px; border-end-start-radius: 8px;
  background: #1f5257; color: #fff; cursor: pointer;
}
:host([data-view="handle"]) .handle { display: grid; }
.handle:hover { background: #2b6a70; }
.handle:focus-visible { outline: 2px solid #fff; outline-offset: -4px; }
.handle svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 2; }
:host(:dir(rtl)) .handle svg { scale: -1 1; }
@media (forced-colors: active) { .handle { border-color: ButtonText; } }
`;
