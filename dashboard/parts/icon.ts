import { html, raw } from 'hono/html';
import type { Markup } from './markup.ts';

/** Paths on a 24 × 24 box: from the sprite of Bootstrap Italia 2 (BSD-3), but `crest`, which is ours. */
const paths = {
  burger: 'M22 5v1H2V5h20zM2 12.5h20v-1H2v1zM2 19h20v-1H2v1z',
  marker:
    'M12 22 6.3 11.6c-1.7-3.1-.6-7 2.6-8.8s7.1-.6 8.8 2.5c.5 1 .8 2 .8 3.1s-.3 2.2-.8 3.1L12 22zm0-19C9 3 6.5 5.5 6.5 8.5c0 .9.2 1.9.7 2.7L12 20l4.8-8.8c1.5-2.6.5-6-2.1-7.5-.8-.5-1.8-.7-2.7-.7z',
  list: 'M4 12c.1.5-.3.9-.8 1H3c-.6 0-1-.4-1-1s.4-1 1-1c.5-.1.9.3 1 .8v.2zM3 4.5c-.5-.1-.9.3-1 .8v.2c-.1.5.3.9.8 1H3c.5.1.9-.3 1-.8v-.2c.1-.5-.3-.9-.8-1H3zm0 13c-.6 0-1 .4-1 1s.4 1 1 1 1-.4 1-1-.4-1-1-1zM6 5v1h16V5H6zm0 7.5h16v-1H6v1zM6 19h16v-1H6v1z',
  close: 'm12.7 12 3.7 3.6-.8.8-3.6-3.7-3.6 3.7-.8-.8 3.7-3.6-3.7-3.6.8-.8 3.6 3.7 3.6-3.7.8.8-3.7 3.6z',
  funnel: 'M14 22h-1v-8.6L20 3H4l7 10.4V22h-1v-8.4L2 2h20l-8 11.6V22z',
  search:
    'M21.9 21.1 16 15.3c1.3-1.5 2-3.4 2-5.3 0-4.4-3.6-8-8-8s-8 3.6-8 8 3.6 8 8 8c1.9 0 3.8-.7 5.3-2l5.8 5.9.8-.8zM10 17c-3.9 0-7-3.1-7-7s3.1-7 7-7 7 3.1 7 7-3.1 7-7 7z',
  download:
    'M12 14.2 7.7 9.9l.7-.7 3.1 3.1V3h1v9.2l3.1-3 .7.7-4.3 4.3zm7-2.2v7.5c0 .3-.2.5-.5.5h-13c-.3 0-.5-.2-.5-.5V12H4v7.5c0 .8.7 1.5 1.5 1.5h13c.8 0 1.5-.7 1.5-1.5V12h-1z',
  arrow: 'm13.9 5.4-.7.7 5.3 5.4H3v1h15.5l-5.3 5.4.7.7 6.6-6.6-6.6-6.6z',
  info: 'M12 2C6.5 2 2 6.5 2 12s4.5 10 10 10 10-4.5 10-10S17.5 2 12 2zm0 19c-5 0-9-4-9-9s4-9 9-9 9 4 9 9-4 9-9 9zm-.7-15h1.5v2h-1.5V6zm0 3h1.5v9h-1.5V9z',
  warning:
    'M12 2C6.5 2 2 6.5 2 12s4.5 10 10 10 10-4.5 10-10S17.5 2 12 2zm0 19c-5 0-9-4-9-9s4-9 9-9 9 4 9 9-4 9-9 9zm-.5-6.8V5.7h1.2v8.5h-1.2zm-.1 2.3h1.2v1.8h-1.2v-1.8z',
  crest:
    'M3.5 1h17v12.5c0 5-3.6 7.6-8.5 9.5-4.9-1.9-8.5-4.5-8.5-9.5zM4.7 2.2v11.3c0 4.2 3 6.5 7.3 8.2 4.3-1.7 7.3-4 7.3-8.2V2.2zM7.3 16.5V8.7h1.7v1.6h1.1V8.7h1.2v1.6h1.4V8.7h1.2v1.6H15V8.7h1.7v7.8h-3.4v-2.4a1.3 1.3 0 0 0-2.6 0v2.4z',
} as const;

/** Name of an icon. */
export type IconName = keyof typeof paths;

/** An icon beside words that say the same; screen readers skip it. */
export function icon(name: IconName, size: '' | 'sm' = ''): Markup {
  return html`<svg class="icon${size && ` icon-${size}`}" viewBox="0 0 24 24" aria-hidden="true">
    <path d="${raw(paths[name])}" />
  </svg>`;
}

/** The icon of the site, as a file. */
export function crest(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#555e64" d="${paths.crest}"/></svg>`;
}
