const worldMetres = 40_075_016.686;
const tile = 512;

/** Metres on the ground that one pixel shows. */
export function metresPerPixel(zoom: number, latitude: number): number {
  return (worldMetres * Math.cos((latitude * Math.PI) / 180)) / (tile * 2 ** zoom);
}

/** A round distance at most `longest` pixels wide: its metres and its width in px. */
export function scaleBar(zoom: number, latitude: number, longest = 96): { metres: number; width: number } {
  const scale = metresPerPixel(zoom, latitude);
  const most = scale * longest;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2].find((step) => step * power <= most) ?? 1) * power;
  return { metres, width: Math.round(metres / scale) };
}
