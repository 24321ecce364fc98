/** Small DOM vocabulary of the agent page: build an element, build an icon. */

/**
 * @typedef {Node | string | null | undefined | false} Child
 * @typedef {Record<string, string | boolean | ((event: Event) => void)>} Attributes
 */

/**
 * An element with attributes, listeners (`onclick`) and children; false attributes are left out.
 * @param {string} name
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false) element.setAttribute(key, value);
  }
  element.append(
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** Drawn on a 20-unit grid with a stroke of 1.5. */
const paths = {
  home: 'M3 9l7-6 7 6v7.5a.5.5 0 0 1-.5.5H12v-5H8v5H3.5a.5.5 0 0 1-.5-.5z',
  views: 'M3 5h14M3 10h14M3 15h9',
  customers:
    'M7 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm-5 7c0-3 2-5 5-5s5 2 5 5M13 4.5a3 3 0 0 1 0 5.2M15 12.4c1.9.6 3 2.3 3 4.6',
  organisations:
    'M4 17V4.5a.5.5 0 0 1 .5-.5h7a.5.5 0 0 1 .5.5V17M12 8h3.5a.5.5 0 0 1 .5.5V17M2 17h16M7 7h2M7 10h2M7 13h2',
  reports: 'M4 16V9M10 16V4M16 16v-5',
  settings:
    'M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4',
  mail: 'M2.5 5h15v10h-15zM2.5 5.5l7.5 6 7.5-6',
  chat: 'M3 4h14v9H9l-4 3.5V13H3z',
  globe:
    'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM2.5 10h15M10 2.5c2.5 2.2 3 4.8 3 7.5s-.5 5.3-3 7.5c-2.5-2.2-3-4.8-3-7.500s.5-5.3 3-7.500z',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.5 13.500L17 17',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.500h-13zM8.5 17.500h3',
  help: 'M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM8 8a2 2 0 1 1 2.8 1.900c-.5.3-.8.7-.8 1.300M10 13.800v.2',
  down: 'M5.5 8l4.5 4.500L14.5 8',
  next: 'M8 5.500l4.5 4.500L8 14.5',
  reply: 'M8 5L3.5 9.5 8 14M4 9.500h7c3 0 5 1.8 5 5.5',
  note: 'M4 3h12v9l-4 5H4zM12 17v-5h4',
  user: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17.500c0-3.5 2.5-5.5 6.5-5.500s6.5 2 6.5 5.5',
  apps: 'M3.5 3.500h5v5h-5zM11.5 3.500h5v5h-5zM3.5 11.500h5v5h-5zM11.5 11.500h5v5h-5z',
  book: 'M4 3.500h5a2 2 0 0 1 2 2V17a2 2 0 0 0-2-2H4zM16 3.500h-3a2 2 0 0 0-2 2V17a2 2 0 0 1 2-2h3z',
  side: 'M3 4h14v12H3zM12.5 4v12',
  clip: 'M14.5 9l-5 5a3 3 0 0 1-4.3-4.300L11 4a2 2 0 0 1 2.9 2.900L8.3 12.5',
  bolt: 'M11 2.500L4.5 11.500H10l-1 6 6.5-9H10z',
  send: 'M3 10l14-6.500L12.5 17 10 11z',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
};

/**
 * @param {keyof typeof paths} name
 * @param {number} [size] in CSS pixels
 */
export function icon(name, size = 18) {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

/**
 * Initials on a colour that depends on the name alone.
 * @param {string} name
 * @param {boolean} [isAgent]
 */
export function avatar(name, isAgent = false) {
  const words = name.trim().split(/\s+/);
  const initials = (words[0]?.[0] ?? '?') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '');
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 8, 7);
  return h(
    'span',
    { class: `avatar tint-${hue}${isAgent ? ' is-agent' : ''}`, 'aria-hidden': 'true' },
    initials.toUpperCase(),
  );
}
