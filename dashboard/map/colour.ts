/** Red, green, blue and opacity, 0 to 255 each. */
export type Rgba = [red: number, green: number, blue: number, alpha: number];

/** A computed CSS colour: #rgb, #rrggbb, rgb(…), color(srgb …). Black for anything else. */
export function rgba(css: string): Rgba {
  const text = css.trim().toLowerCase();
  if (text.startsWith('#')) return fromHex(text.slice(1));
  const numbers = [...text.matchAll(/-?\d*\.?\d+(?:e-?\d+)?%?/g)].map(([part]) => part);
  const unit = text.startsWith('color(srgb') ? 255 : 1;
  const [red = 0, green = 0, blue = 0] = numbers.slice(0, 3).map((part) => Math.round(scaled(part, 255) * unit));
  const alpha = numbers[3] === undefined ? 255 : Math.round(scaled(numbers[3], 1) * 255);
  return [red, green, blue, alpha];
}

function fromHex(hex: string): Rgba {
  const full = hex.length < 6 ? hex.replaceAll(/./g, '$&$&') : hex;
  const [red, green, blue, alpha = 255] = (full.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return [red ?? 0, green ?? 0, blue ?? 0, alpha];
}

function scaled(part: string, whole: number): number {
  return part.endsWith('%') ? (Number.parseFloat(part) / 100) * whole : Number.parseFloat(part);
}

/** The colour with this opacity, 0 to 1. */
export function withOpacity([red, green, blue]: Rgba, opacity: number): Rgba {
  return [red, green, blue, Math.round(opacity * 255)];
}
