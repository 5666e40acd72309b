import type { Rgba } from '#dashboard/map/colour.ts';

/** Colours of what is drawn over the base map, read from the page's style sheet. */
export interface Palette {
  /** Seven classes, least to most: counts, and days. */
  counts: readonly Rgba[];
  days: readonly Rgba[];
  /** Less to more, the middle for no change. */
  changes: readonly Rgba[];
  hatch: Rgba;
  sunk: Rgba;
  ground: Rgba;
  ink: Rgba;
  card: Rgba;
  action: Rgba;
  label: Rgba;
  halo: Rgba;
}
