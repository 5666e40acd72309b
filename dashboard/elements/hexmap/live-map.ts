import { MapLibreOverlay } from '@deck.gl/maplibre';
import { latLngToCell } from 'h3-js';
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { HexMetric } from '#api/stats/hexes.schema.ts';
import type { View } from '#dashboard/map/address.ts';
import { baseStyle } from '#dashboard/map/base-style.ts';
import type { Period } from '#dashboard/map/brush.ts';
import type { Cube } from '#dashboard/map/cube.ts';
import { type Direction, nearest, nearestTowards } from '#dashboard/map/direction.ts';
import type { Hex, HexField } from '#dashboard/map/hexes.ts';
import type { Rectangle } from '#dashboard/map/labels.ts';
import { resolutionFor } from '#dashboard/map/resolution.ts';
import type { Room } from '#dashboard/map/room.ts';
import { openBaseMap } from './base-map.ts';
import { createBrushing } from './brushing.ts';
import { boxOf, bringIntoView, makeRoom, motion, viewOf } from './camera.ts';
import { type Area, nameFontReady, readableNames } from './names.ts';
import { onSchemeChange, readColours } from './page-colours.ts';
import { type Scene, layersOf } from './scene.ts';
import type { Start } from './start.ts';
import { createSupply, type Supply } from './supply.ts';
import './live-map.css';

/** What is shown; the rows are those of `query`, of this snapshot. */
export interface Shown {
  api: string;
  query: string;
  snapshot: string;
  metric: HexMetric;
  /** Two periods whose difference is shown instead of the metric (`readPeriods`), or "". */
  change: string;
  /** Chosen cell, or "". */
  cell: string;
}

/** What the element wants to know. */
export interface Listener {
  /** A cell was clicked, or Enter was pressed on it; "" beside the cells. */
  onChoose: (cell: string, by: 'pointer' | 'key') => void;
  /** The pointer is on a cell (at x, y of the frame), or on none. */
  onHover: (hex: Hex | undefined, x: number, y: number) => void;
  /** The arrow keys came to a cell. */
  onCursor: (hex: Hex) => void;
  /** New hexagons are drawn. */
  onField: (field: HexField) => void;
  /** Single reports are drawn: the newest `shown` of `all`; undefined when the map is too far away for them. */
  onPoints: (shown: number | undefined, all: number) => void;
  onError: () => void;
  /** The map moves; `still` once it stopped. */
  onMove: (view: View, still: boolean) => void;
  /** Boxes over the map where no name may be. */
  panels: () => Rectangle[];
}

const settleMs = 120;
const noCell = '';

/** The live map: base map, hexagons over it, and the ways to move between them. */
export class LiveMap {
  readonly #map: MapLibre;
  readonly #overlay = new MapLibreOverlay({
    interleaved: false,
    layers: [],
    pickingRadius: 0,
    onAfterRender: () => this.#painted(),
  });
  readonly #host: HTMLElement;
  readonly #listener: Listener;
  readonly #supply: Supply;
  readonly #brushing = createBrushing();
  readonly #endings: (() => void)[] = [];
  #shown: Shown;
  #scene: Scene;
  #areas: readonly Area[] = [];
  #timer = 0;
  /** Months drawn instead of those of the address, while they are being chosen. */
  #months: Period | undefined;
  #brushedAt = 0;

  /** Draws into `frame`, a child of `host`. */
  constructor(host: HTMLElement, frame: HTMLElement, shown: Shown, start: Start, listener: Listener) {
    const { palette, base } = readColours(host);
    const data = { areas: `${shown.api}/areas`, streets: `${shown.api}/streets` };
    this.#host = host;
    this.#listener = listener;
    this.#shown = shown;
    this.#scene = { field: undefined, palette, chosen: shown.cell, hovered: noCell, cursor: noCell, names: [], near: undefined };
    this.#supply = createSupply(start.whole);
    this.#map = openBaseMap(frame, baseStyle(base, data), start);
    this.#map.addControl(this.#overlay);
    this.#listen();
    this.#endings.push(
      onSchemeChange(() => {
        const colours = readColours(host);
        this.#map.setStyle(baseStyle(colours.base, data));
        this.#draw({ palette: colours.palette });
      }),
    );
  }

  /** Resolves when the first hexagons and the base map are drawn. */
  async ready(): Promise<void> {
    await Promise.all([
      this.#map.once('load'),
      this.#refresh(),
      nameFontReady(),
      this.#supply.areas(this.#shown.api).then((areas) => (this.#areas = areas)),
    ]);
    this.#placeNames();
    this.#listener.onMove(viewOf(this.#map), false);
    this.#map.triggerRepaint();
    await this.#map.once('idle');
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }

  /** Shows something else, keeping what is drawn until the new is there. */
  show(shown: Shown): void {
    const before = this.#shown;
    this.#shown = shown;
    if (shown.cell !== before.cell) this.#draw({ chosen: shown.cell });
    if (shown.query !== before.query) this.#months = undefined;
    const others = (['query', 'snapshot', 'metric', 'change'] as const).some((name) => shown[name] !== before[name]);
    if (others) void this.#refresh();
  }

  /** Loads what `brush` will need. */
  prepareBrush(): void {
    void this.#cube().catch(() => undefined);
  }

  /** Colours the hexagons by other months, without asking for each; undefined: by those of the address again. */
  brush(months: Period | undefined): void {
    const started = performance.now();
    this.#months = months;
    void this.#loadHexes().then(() => (this.#brushedAt ||= started));
  }

  /** Makes room for the drawer and brings the chosen cell out from under it. */
  keepChosenInView(room: Room): void {
    makeRoom(this.#map, room);
    if (this.#shown.cell) bringIntoView(this.#map, this.#shown.cell);
    this.#placeNames();
  }

  look(view: View): void {
    this.#map.easeTo({ center: [view.longitude, view.latitude], zoom: view.zoom, duration: motion() });
  }

  zoomBy(steps: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration: motion() });
  }

  focus(): void {
    this.#map.getCanvas().focus({ preventScroll: true });
  }

  /** The cell of the arrow keys goes one further; from the chosen one, or the middle, when there is none. */
  step(direction: Direction): void {
    const { field, cursor, chosen } = this.#scene;
    const from = field?.byCell.get(cursor) ?? field?.byCell.get(chosen);
    const next = from ? nearestTowards(from, field?.hexes ?? [], direction) : nearest(viewOf(this.#map), field?.hexes ?? []);
    if (!next) return;
    this.#draw({ cursor: next.cell, hovered: noCell });
    bringIntoView(this.#map, next.cell);
    this.#listener.onCursor(next);
  }

  /** Chooses the cell where the arrow keys are. */
  chooseCursor(): void {
    if (this.#scene.cursor) this.#listener.onChoose(this.#scene.cursor, 'key');
  }

  leaveCursor(): void {
    this.#draw({ cursor: noCell });
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const end of this.#endings) end();
    this.#map.remove();
  }

  get canvas(): HTMLCanvasElement {
    return this.#map.getCanvas();
  }

  #listen(): void {
    const map = this.#map;
    map.on('click', (event) => {
      this.leaveCursor();
      this.#listener.onChoose(this.#hexAt(event)?.cell ?? noCell, 'pointer');
    });
    map.on('mousemove', (event) => this.#hover(this.#hexAt(event), event.point.x, event.point.y));
    map.on('mouseout', () => this.#hover(undefined, 0, 0));
    map.on('move', () => {
      this.#placeNames();
      this.#listener.onMove(viewOf(map), false);
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#refresh(), settleMs);
    });
    map.on('moveend', () => this.#listener.onMove(viewOf(map), true));
    map.on('resize', () => this.#placeNames());
  }

  #hexAt({ lngLat }: MapMouseEvent): Hex | undefined {
    const { field } = this.#scene;
    return field?.byCell.get(latLngToCell(lngLat.lat, lngLat.lng, field.resolution));
  }

  #hover(hex: Hex | undefined, x: number, y: number): void {
    this.#map.getCanvas().style.cursor = hex ? 'pointer' : '';
    if ((hex?.cell ?? noCell) !== this.#scene.hovered) this.#draw({ hovered: hex?.cell ?? noCell });
    this.#listener.onHover(hex, x, y);
  }

  async #refresh(): Promise<void> {
    await Promise.all([this.#loadHexes(), this.#loadPoints()]);
  }

  async #loadHexes(): Promise<void> {
    const months = this.#months;
    try {
      const field = months
        ? await this.#brushed(months)
        : await this.#supply.hexes(this.#shown, this.#resolution(), boxOf(this.#map));
      if (!field || field === this.#scene.field || months !== this.#months) return;
      const cursor = field.resolution === this.#scene.field?.resolution ? this.#scene.cursor : noCell;
      this.#draw({ field, cursor, hovered: noCell });
      this.#listener.onField(field);
    } catch {
      this.#listener.onError();
    }
  }

  #resolution(): number {
    const { zoom, latitude } = viewOf(this.#map);
    return resolutionFor(zoom, latitude, this.#scene.field?.resolution);
  }

  #cube(): Promise<Cube | undefined> {
    return this.#supply.cube(this.#shown, this.#resolution(), boxOf(this.#map));
  }

  async #brushed(months: Period): Promise<HexField | undefined> {
    const cube = await this.#cube();
    return cube && this.#brushing(cube, months, this.#shown.metric, this.#shown.change);
  }

  /** Tells how long a new colouring took: `performance.getEntriesByName('brush')`. */
  #painted(): void {
    if (this.#brushedAt) performance.measure('brush', { start: this.#brushedAt });
    this.#brushedAt = 0;
  }

  async #loadPoints(): Promise<void> {
    try {
      const near = await this.#supply.points(this.#shown, viewOf(this.#map).zoom, boxOf(this.#map));
      if (!near) return;
      this.#draw({ near: near.points });
      this.#listener.onPoints(near.points?.length, near.all);
    } catch {
      this.#listener.onError();
    }
  }

  #placeNames(): void {
    const names = readableNames(this.#map, this.#areas, this.#listener.panels());
    const same = names.length === this.#scene.names.length && names.every((name, index) => name === this.#scene.names[index]);
    if (!same) this.#draw({ names });
  }

  #draw(change: Partial<Scene>): void {
    this.#scene = { ...this.#scene, ...change };
    this.#overlay.setProps({ layers: layersOf(this.#scene) });
    this.#host.dataset.drawn = String(this.#scene.field?.resolution ?? '');
  }
}
