import type { Palette } from '#dashboard/layers/palette.ts';
import type { BaseColours } from '#dashboard/map/base-style.ts';
import { type Rgba, rgba } from '#dashboard/map/colour.ts';

/** The colours that the page's style sheet gives at this moment, light or dark. */
export function readColours(host: HTMLElement): { palette: Palette; base: BaseColours } {
  const style = getComputedStyle(host);
  const css = (name: string) => style.getPropertyValue(name).trim();
  const resolved = resolver(host);
  const colour = (name: string): Rgba => rgba(resolved(css(name)));
  const scale = (letter: string) => Array.from({ length: 7 }, (_, index) => colour(`--${letter}${index}`));
  return {
    palette: {
      counts: scale('s'),
      days: scale('d'),
      changes: scale('c'),
      hatch: colour('--hatch'),
      sunk: colour('--sunk'),
      ground: colour('--m-city'),
      ink: colour('--ink'),
      card: colour('--card'),
      action: colour('--act'),
      label: colour('--m-label'),
      halo: colour('--m-halo'),
    },
    base: {
      out: css('--m-out'),
      city: css('--m-city'),
      park: css('--m-park'),
      water: css('--m-water'),
      road: css('--m-road'),
      casing: css('--m-case'),
      street: css('--m-street'),
      rail: css('--m-rail'),
      boundary: css('--ink-3'),
    },
  };
}

/** What the browser makes of a colour: variables and color-mix become numbers. */
function resolver(host: HTMLElement): (css: string) => string {
  const probe = document.createElement('span');
  return (css) => {
    probe.style.color = css;
    host.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}

/** Calls back when the browser turns light or dark; the answer stops it. */
export function onSchemeChange(change: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', change);
  return () => dark.removeEventListener('change', change);
}
