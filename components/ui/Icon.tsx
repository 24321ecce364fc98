/** Our own line icons, 16 × 16. Always decoration: the words beside them carry the meaning. */

const PATHS = {
  article: 'M4 2h5.5L13 5.5V14H4zM9 2v4h4M6.5 9h4M6.5 11.5h4',
  back: 'M13 8H3m4-4L3 8l4 4',
  bug: 'M5 6.5a3 3 0 0 1 6 0V10a3 3 0 0 1-6 0zM5 8.5H2m12 0h-3M5.2 5.5 3 4m10 0-2.2 1.5M5.2 11 3 12.5m10 0L10.8 11M6.3 4 5.5 2.5M9.7 4l.8-1.5',
  chat: 'M2.5 3h11v8h-6L4.5 13.5V11h-2z',
  check: 'm3 8.5 3.2 3.2L13 5',
  clock: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3.2l2 1.3',
  close: 'm4 4 8 8m0-8-8 8',
  collapse: 'm4 3.5 4.5 4.5L4 12.5m4.5-9L13 8l-4.5 4.5',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  globe:
    'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM2.5 8h11M8 2.5c-4 3.5-4 7.5 0 11m0-11c4 3.5 4 7.5 0 11',
  incident: 'M8 2.5 14 13H2zM8 6.5v3m0 1.6v.4',
  keyboard: 'M1.5 4h13v8.5h-13zM4 6.5h.5m2 0H7m2 0h.5m2 0h.5M4 10h.5m1.5 0h4m1.5 0h.5',
  link: 'M6.8 9.2 9.2 6.8M7.5 4.5l1.2-1.2a2.7 2.7 0 0 1 4 4L11.5 8.5m-7-1L3.3 8.7a2.7 2.7 0 0 0 4 4L8.5 11.5',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  newTab: 'M9.5 2.5h4v4m0-4L8 8M6.5 3.5h-4v10h10v-4',
  offline:
    'm2.5 2.5 11 11M2 6.5c1-.9 2.2-1.6 3.5-2m3-.4c2 .1 4 1 5.5 2.4M4.5 9.3A5 5 0 0 1 7 8m4.5 1.3-.8-.6M8 12.2v.3',
  passage: 'M2.5 4h11M2.5 7h11M2.5 10h7M2.5 13h5',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8 3.2 3.2',
  settings: 'M2.5 5h6m3.5 0h1.5M2.5 11H4m3.5 0h6M10 3.5v3M5.8 9.5v3',
  tie: 'M7 5H5a3 3 0 0 0 0 6h2m2-6h2a3 3 0 0 1 0 6H9M5.5 8h5',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3.5l-3 3 3 3',
  warning: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3.7m0 1.8v.4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
