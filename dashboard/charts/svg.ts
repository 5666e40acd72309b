/** Text made safe inside SVG, attributes included. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A number with one decimal at most. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** An attribute's value; undefined leaves it out. */
type Attributes = Record<string, string | number | undefined>;

/** An element; `content` is SVG already. Numbers are rounded to a tenth. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${typeof value === 'number' ? round(value) : escaped(value)}"`,
  );
  return content === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${content}</${name}>`;
}

/** The root of a drawing; `label` says what it shows to those who do not see it. */
export function svg({ width, height, label }: { width: number; height: number; label: string }, content: string): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': label,
      'font-size': 14,
      fill: 'var(--ink-2)',
    },
    content,
  );
}

/** Words at a place. */
export function words(text: string, x: number, y: number, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escaped(text));
}

/** A rectangle of slanted lines: too few reports to say. */
export function hatch(x: number, y: number, width: number, height: number): string {
  const step = 6;
  let d = '';
  for (let start = -height; start < width; start += step) {
    const [from, to] = [Math.max(0, start), Math.min(width, start + height)];
    if (to > from)
      d += `M${round(x + from)},${round(y + height - (from - start))}L${round(x + to)},${round(y + height - (to - start))}`;
  }
  return `${element('rect', { x, y, width, height, fill: 'var(--sunk)' })}${element('path', { d, stroke: 'var(--hatch)', 'stroke-width': 1, fill: 'none' })}`;
}

/** Width of words in pixels, about: Titillium Web, without measuring. */
export function textWidth(text: string, size = 14): number {
  let ems = 0;
  for (const letter of text) {
    if ("iljtfrI.,:;’'!|()[] ".includes(letter)) ems += 0.28;
    else if ('mwMW%'.includes(letter)) ems += 0.82;
    else ems += letter >= 'A' && letter <= 'Z' ? 0.6 : 0.52;
  }
  return ems * size;
}

/** Words broken into lines of at most `width` pixels. */
export function lines(text: string, width: number, size: number): string[] {
  const broken: string[] = [];
  for (const word of text.split(' ')) {
    const longer = broken.length ? `${broken.at(-1)} ${word}` : word;
    if (broken.length && textWidth(longer, size) <= width) broken[broken.length - 1] = longer;
    else broken.push(word);
  }
  return broken;
}

/** Words cut to a width, with an ellipsis where something is left out. */
export function fitted(text: string, width: number, size = 14): string {
  if (textWidth(text, size) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}
