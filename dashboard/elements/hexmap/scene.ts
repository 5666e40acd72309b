import type { Layer } from '@deck.gl/core';
import { type AreaName, areaNames } from '#dashboard/layers/area-names.ts';
import { hexagons } from '#dashboard/layers/hexagons.ts';
import { outline } from '#dashboard/layers/outline.ts';
import type { Palette } from '#dashboard/layers/palette.ts';
import { type Point, points } from '#dashboard/layers/points.ts';
import { tooFew } from '#dashboard/layers/too-few.ts';
import type { HexField } from '#dashboard/map/hexes.ts';

/** All that is drawn over the base map at one moment. */
export interface Scene {
  field: HexField | undefined;
  palette: Palette;
  /** Cells with a line around them, or "". */
  chosen: string;
  hovered: string;
  /** Where the arrow keys are. */
  cursor: string;
  names: readonly AreaName[];
  /** Single reports; undefined when the map is too far away. */
  near: readonly Point[] | undefined;
}

const far = 0.78;
const near = 0.42;

/** The layers of a scene, from the ground up. */
export function layersOf(scene: Scene): Layer[] {
  const { field, palette, chosen, hovered, cursor } = scene;
  const { card, ink, action } = palette;
  return [
    ...(field ? [hexagons(field, palette, scene.near ? near : far), tooFew(field, palette)] : []),
    ...(hovered && hovered !== chosen ? outline('hovered', hovered, [card, 3], [ink, 1.5]) : []),
    ...(chosen ? outline('chosen', chosen, [card, 6], [ink, 2.5]) : []),
    ...(cursor && cursor !== chosen ? outline('cursor', cursor, [card, 7], [action, 3]) : []),
    ...(scene.near ? [points(scene.near, palette)] : []),
    ...(scene.names.length ? areaNames(scene.names, palette) : []),
  ];
}
