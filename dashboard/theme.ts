/** The colour of a municipality that has chosen none (Bootstrap Italia's blue, darkened to stay readable on the page's ground). */
export const defaultColour = '#0059b3';

const page = '#f7f6f2';
const least = 4.5;

/** Contrast of two colours (#rrggbb), 1 to 21, as WCAG 2 defines it. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The colour if it can be read on the page's ground (4.5:1), else the default one. */
export function readableColour(colour: string | undefined): string {
  if (!colour || !/^#[0-9a-f]{6}$/i.test(colour)) return defaultColour;
  return contrast(colour, page) >= least ? colour.toLowerCase() : defaultColour;
}

/** Address of the style sheet that sets a municipality's colour. */
export function themePath(colour: string | undefined): string {
  return `/theme/${readableColour(colour).slice(1)}.css`;
}

/** That style sheet; undefined when the name is no colour. */
export function themeSheet(name: string): string | undefined {
  const hex = /^([0-9a-f]{6})\.css$/.exec(name)?.[1];
  return hex && `:root{--comune:#${hex}}`;
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
