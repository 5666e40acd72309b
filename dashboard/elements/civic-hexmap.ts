import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { HexMetric } from '#api/stats/hexes.schema.ts';
import { metrics, type View } from '#dashboard/map/address.ts';
import type { Period } from '#dashboard/map/brush.ts';
import type { Hex, HexField } from '#dashboard/map/hexes.ts';
import { type Phrase, phrases, type Say } from '#dashboard/map/phrases.ts';
import { scaleBar } from '#dashboard/map/scale-bar.ts';
import { type Bar, controls } from './hexmap/controls.ts';
import { drawerAddress, enterDrawer, placeDrawer } from './hexmap/drawer.ts';
import { noteChoice, noteView, stateInAddress } from './hexmap/history.ts';
import { type Action, actionOf } from './hexmap/keys.ts';
import { explainDots, rewriteLegend } from './hexmap/legend.ts';
import type { Listener, LiveMap, Shown } from './hexmap/live-map.ts';
import { markMetric, panelsOver, partOf, takeParts } from './hexmap/parts.ts';
import { drawerRoom, startOf } from './hexmap/start.ts';
import { whenSeen } from './hexmap/when-seen.ts';
import { wordsOf } from './hexmap/words.ts';

/** The live map over the picture that the server drew; its contract is in dashboard/parts/hexmap.ts. */
class CivicHexmap extends LitElement {
  static override properties = {
    query: { attribute: 'data-query', reflect: true },
    snapshot: { attribute: 'data-snapshot', reflect: true },
    metric: { attribute: 'data-metric', reflect: true },
    change: { attribute: 'data-change', reflect: true },
    cell: { attribute: 'data-cell', reflect: true },
    live: { state: true },
    tip: { state: true },
    bar: { state: true },
    failure: { state: true },
    capped: { state: true },
    spoken: { state: true },
  };
  declare query: string;
  declare snapshot: string;
  declare metric: HexMetric;
  declare change: string;
  declare cell: string;
  declare live: boolean;
  declare tip: { text: string; x: number; y: number } | undefined;
  declare bar: Bar | undefined;
  declare failure: string;
  declare capped: string;
  declare spoken: string;

  readonly #frame = createRef<HTMLDivElement>();
  #map: LiveMap | undefined;
  #say: Say = phrases({}, 'it');
  #leaving = new AbortController();
  #field: HexField | undefined;
  #near = false;
  #focusDrawer = false;
  /** Address of the drawer that is there, or on its way. */
  #drawn = '';

  constructor() {
    super();
    this.live = false;
    this.failure = '';
    this.capped = '';
    this.spoken = '';
  }

  protected override createRenderRoot(): HTMLElement {
    // Drawn before what the server drew, which stays.
    const anchor = document.createComment('');
    this.prepend(anchor);
    this.renderOptions.renderBefore = anchor;
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const texts = JSON.parse(partOf(this, 'texts')?.textContent ?? '{}') as Record<string, Phrase>;
    this.#say = phrases(texts, this.dataset.lang ?? 'it');
    this.#drawn = this.#drawerAddress();
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
    this.addEventListener('keydown', (event) => this.#pressed(event), { signal });
    addEventListener('popstate', () => this.#follow(), { signal });
    addEventListener('civic-brush', (event) => this.#map?.brush((event as CustomEvent<Period | undefined>).detail), { signal });
    addEventListener('civic-brush-soon', () => this.#map?.prepareBrush(), { signal });
    void whenSeen(this, signal).then(() => this.#start(signal));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
    this.#map?.close();
    this.#map = undefined;
    this.live = false;
  }

  protected override render() {
    const { failure, capped, spoken, tip } = this;
    const notice = failure || capped;
    return html`${
        this.live
          ? html`<div class="map-stage" ${ref(this.#frame)}></div>
              ${controls(this.#say, this.bar, (steps) => this.#map?.zoomBy(steps))}`
          : nothing
      }
      ${notice ? html`<p class="map-notice" role="status">${notice}</p>` : nothing}
      ${tip ? html`<p class="map-tip" aria-hidden="true" .style=${`left:${tip.x}px;top:${tip.y}px`}>${tip.text}</p>` : nothing}
      <p class="visually-hidden" aria-live="polite" data-spoken>${spoken}</p>`;
  }

  /** Takes over what the page of another address drew in this place. */
  take(other: HTMLElement): void {
    takeParts(this, other);
    for (const name of ['query', 'snapshot', 'metric', 'change', 'cell'] as const) {
      const value = other.dataset[name] ?? '';
      if (this[name] !== value) (this as Record<typeof name, string>)[name] = value;
    }
    this.#drawn = this.#drawerAddress();
    this.#drawLegend();
    this.#map?.keepChosenInView(drawerRoom(this));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#map || !(['query', 'snapshot', 'metric', 'change', 'cell'] as const).some((name) => changed.has(name))) return;
    this.#map.show(this.#shown());
    if (!this.change) markMetric(this, this.metric);
    if (this.#drawn !== this.#drawerAddress()) void this.#drawDrawer();
  }

  #shown(): Shown {
    const { query, snapshot, metric, change, cell } = this;
    return { api: this.dataset.api ?? '/api', query, snapshot, metric, change, cell };
  }

  async #start(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    if (!document.createElement('canvas').getContext('webgl2')) return this.#stayPicture('map.no-webgl');
    try {
      await this.#openMap(signal);
    } catch {
      this.#map?.close();
      this.#map = undefined;
      this.live = false;
      this.#stayPicture('map.no-answer');
    }
  }

  #stayPicture(reason: string): void {
    this.failure = this.#say(reason);
    this.dataset.ready = 'picture';
  }

  async #openMap(signal: AbortSignal): Promise<void> {
    const { LiveMap } = await import('./hexmap/live-map.ts');
    if (signal.aborted) return;
    this.live = true;
    await this.updateComplete;
    this.#map = new LiveMap(this, this.#frame.value!, this.#shown(), startOf(this), this.#listener());
    this.#describe(this.#map.canvas);
    await this.#map.ready();
    if (signal.aborted) return;
    partOf(this, 'picture')?.setAttribute('hidden', '');
    this.dataset.ready = 'live';
  }

  #describe(canvas: HTMLCanvasElement): void {
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', this.#say('map.keys'));
  }

  #listener(): Listener {
    return {
      onChoose: (cell, by) => this.#choose(cell, by === 'key'),
      onHover: (hex, x, y) => (this.tip = hex && { text: this.#wordsOf(hex), x, y }),
      onCursor: (hex) => (this.spoken = this.#wordsOf(hex)),
      onField: (field) => {
        this.failure = '';
        this.#field = field;
        this.#drawLegend();
      },
      onPoints: (shown, all) => {
        this.#near = shown !== undefined;
        this.capped = shown && all > shown ? this.#say('map.capped', { n: shown, all }) : '';
        this.#drawLegend();
      },
      onError: () => (this.failure = this.#say('map.no-answer')),
      onMove: (view, still) => this.#moved(view, still),
      panels: () => panelsOver(this),
    };
  }

  #wordsOf(hex: Hex): string {
    return wordsOf(hex, this.#field?.metric ?? this.metric, this.#say);
  }

  #drawLegend(): void {
    const legend = partOf(this, 'legend');
    if (!legend) return;
    if (this.#field) rewriteLegend(legend, this.#field, this.#say);
    explainDots(legend, this.#near, this.#say);
  }

  #moved(view: View, still: boolean): void {
    this.bar = scaleBar(view.zoom, view.latitude);
    this.tip = undefined;
    if (still) noteView(this, view);
  }

  /** Opens a cell, closes the open one, and notes it in the address. */
  #choose(cell: string, withKey = false): void {
    const next = cell === this.cell && !withKey ? '' : cell;
    this.#focusDrawer = withKey;
    if (next === this.cell) return this.#enterDrawer();
    this.cell = next;
    this.#note();
  }

  #note(): void {
    noteChoice(this);
    this.dispatchEvent(new CustomEvent('civic-state', { bubbles: true }));
  }

  /** The address changed by the browser's buttons. */
  #follow(): void {
    const { metric, cell, view } = stateInAddress();
    this.metric = metric;
    this.cell = cell;
    if (view) this.#map?.look(view);
  }

  #drawerAddress(): string {
    return drawerAddress(this.dataset.fragment ?? '', this.#shown());
  }

  async #drawDrawer(): Promise<void> {
    this.#drawn = this.#drawerAddress();
    try {
      if (!(await placeDrawer(this, this.#drawn))) return;
    } catch {
      this.failure = this.#say('map.no-answer');
      return;
    }
    this.#map?.keepChosenInView(drawerRoom(this));
    if (this.#focusDrawer) this.#enterDrawer();
  }

  #enterDrawer(): void {
    this.#focusDrawer = false;
    enterDrawer(this);
  }

  #clicked(event: MouseEvent): void {
    if (!this.#map || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLElement>('[data-metric], [data-close]');
    // A metric ends the comparison: that is another page.
    if (!link || link === this || (this.change && link.dataset.metric)) return;
    event.preventDefault();
    if (link.dataset.close !== undefined) return this.#close();
    const metric = metrics.find((one) => one === link.dataset.metric);
    if (!metric || metric === this.metric) return;
    this.metric = metric;
    this.#note();
  }

  #close(): void {
    if (this.cell) this.#choose('');
    this.#map?.focus();
  }

  #pressed(event: KeyboardEvent): void {
    const action = actionOf(event);
    if (!this.#map || !action) return;
    const onMap = event.target === this.#map.canvas;
    if (action === 'leave') {
      this.#map.leaveCursor();
      if (this.cell) this.#close();
    } else if (!onMap) return;
    else this.#act(action);
    event.preventDefault();
  }

  #act(action: Exclude<Action, 'leave'>): void {
    if (action === 'choose') this.#map?.chooseCursor();
    else if ('step' in action) this.#map?.step(action.step);
    else this.#map?.zoomBy(action.zoom);
  }
}

customElements.define('civic-hexmap', CivicHexmap);
