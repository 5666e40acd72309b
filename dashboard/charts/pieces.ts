import { element, svg } from './svg.ts';

/** Small drawings of one size as one drawing, in rows, each at its own size where it fits and smaller where it does not. */
export function inRows(
  drawings: readonly string[],
  { width, across, gap = 24, label }: { width: number; across: number; gap?: number; label: string },
): string {
  const [pieceWidth, pieceHeight] = sizeOf(drawings[0] ?? '');
  const room = (width - gap * (across - 1)) / across;
  const scale = Math.min(1.2, room / pieceWidth);
  const row = pieceHeight * scale + gap / 2;
  const placed = drawings.map((drawing, index) => {
    const [x, y] = [(index % across) * (room + gap), Math.floor(index / across) * row];
    const size = { x, y, width: pieceWidth * scale, height: pieceHeight * scale };
    const root = element('svg', size).replace('/>', '');
    return drawing
      .replace(/^<svg xmlns="[^"]*"/, root)
      .replace(/ width="[\d.]+" height="[\d.]+" role="img" aria-label="[^"]*"/, '');
  });
  const height = Math.ceil(drawings.length / across) * row;
  return svg({ width, height: Math.round(height), label }, placed.join(''));
}

/** Width and height of a drawing made by `svg`. */
function sizeOf(drawing: string): [number, number] {
  const [, width = 1, height = 1] = / width="([\d.]+)" height="([\d.]+)"/.exec(drawing) ?? [];
  return [Number(width), Number(height)];
}
