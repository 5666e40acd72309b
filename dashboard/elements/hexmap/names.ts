import type { Map as MapLibre } from 'maplibre-gl';
import { type AreaName, nameFont, nameSize } from '#dashboard/layers/area-names.ts';
import { type Label, readableLabels, type Rectangle } from '#dashboard/map/labels.ts';

/** An area of the municipality, as the map needs it. */
export interface Area extends AreaName {
  code: string;
}

const widths = new Map<string, number>();
let ruler: CanvasRenderingContext2D | null | undefined;

/** Waits for the font of the names, so that they are never drawn in another. */
export async function nameFontReady(): Promise<void> {
  await document.fonts.load(`600 ${nameSize}px ${nameFont}`).catch(() => []);
  widths.clear();
}

/** The names that can be read where the map is now; earlier areas win over later ones. */
export function readableNames(map: MapLibre, areas: readonly Area[], panels: readonly Rectangle[]): Area[] {
  const { clientWidth: right, clientHeight: bottom } = map.getContainer();
  const labels = areas.map((area): Label & { area: Area } => {
    const { x, y } = map.project([area.longitude, area.latitude]);
    return { area, name: area.name, x, y, width: widthOf(area.name), height: nameSize };
  });
  return readableLabels(labels, { left: 0, top: 0, right, bottom }, panels).map(({ area }) => area);
}

function widthOf(name: string): number {
  const known = widths.get(name);
  if (known !== undefined) return known;
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler) ruler.font = `600 ${nameSize}px ${nameFont}`;
  const width = ruler?.measureText(name).width ?? name.length * nameSize * 0.55;
  widths.set(name, width);
  return width;
}
