import { html, nothing, render } from 'lit';
import {
  type Grip,
  isAll,
  moved,
  monthsOf,
  type Period,
  periodOf,
  played,
  type Stretch,
  stretchOf,
} from '#dashboard/map/brush.ts';
import { type Phrase, phrases, type Say } from '#dashboard/map/phrases.ts';
import { type Drag, drag, monthAt } from './time-brush/drag.ts';
import { stepOf } from './time-brush/keys.ts';
import { handles } from './time-brush/handles.ts';

/** How long the keys must rest until the page follows, and how long a month of the film is shown, ms. */
const [restMs, filmMs] = [450, 700];
const partOf = (host: Element, name: string) => host.querySelector<HTMLElement>(`[data-part="${name}"]`)!;

/**
 * Handles over the months that the server drew (dashboard/parts/time-brush.ts). While they move, `civic-brush` tells the map which months
 * (`Period`; undefined: those of the address); when they rest, `civic-go` tells the page its new address.
 */
class TimeBrush extends HTMLElement {
  #months: readonly string[] = [];
  /** What the address says, and what is shown. */
  #chosen: Stretch = { first: 0, last: 0 };
  #shown: Stretch = { first: 0, last: 0 };
  #say: Say = phrases({}, 'it');
  #drag: Drag | undefined;
  #timer = 0;
  #film = 0;
  #frame = 0;
  #leaving = new AbortController();
  readonly #over = document.createElement('div');
  readonly #button = document.createElement('div');

  connectedCallback(): void {
    const texts = JSON.parse(partOf(this, 'texts').textContent) as Record<string, Phrase>;
    this.#say = phrases(texts, this.dataset.lang ?? 'it');
    this.#over.className = 'brush';
    this.#button.className = 'brush-button';
    this.#read();
    this.prepend(this.#button);
    partOf(this, 'plot').append(this.#over);
    this.#leaving = new AbortController();
    this.#listen(this.#leaving.signal);
    this.#draw();
    this.dataset.ready = '';
  }

  disconnectedCallback(): void {
    this.#leaving.abort();
    this.#rest();
    clearTimeout(this.#timer);
  }

  /** Takes over what the page of another address drew in this place, unless a hand is on it. */
  take(other: HTMLElement): void {
    for (const name of ['months', 'from', 'to'] as const) this.dataset[name] = other.dataset[name] ?? '';
    const busy = this.#drag || this.#film || this.#timer;
    partOf(this, 'plot').querySelector('.month-bars')?.replaceWith(partOf(other, 'plot').firstElementChild!);
    const shown = this.#shown;
    this.#read();
    if (busy) this.#shown = shown;
    this.#draw();
  }

  #read(): void {
    const { months = '', from = '', to = '' } = this.dataset;
    this.#months = months.split(',');
    this.#chosen = stretchOf(this.#months, { from, to });
    this.#shown = this.#chosen;
  }

  #listen(signal: AbortSignal): void {
    const over = this.#over;
    over.addEventListener('pointerdown', (event) => this.#grasp(event), { signal });
    over.addEventListener('pointermove', (event) => this.#pull(event), { signal });
    over.addEventListener('pointerup', () => this.#letGo(), { signal });
    over.addEventListener('pointercancel', () => this.#letGo(), { signal });
    over.addEventListener('keydown', (event) => this.#pressed(event), { signal });
    over.addEventListener('focusout', () => this.#timer && this.#commit(), { signal });
    for (const name of ['pointerenter', 'focusin']) this.addEventListener(name, () => this.#tell('civic-brush-soon'), { signal });
    this.#button.addEventListener('click', () => (this.#film ? this.#stop() : this.#play()), { signal });
  }

  #grasp(event: PointerEvent): void {
    if (event.button) return;
    event.preventDefault();
    this.#rest();
    const grip = (event.target as Element).closest<HTMLElement>('[data-grip]');
    grip?.focus({ preventScroll: true });
    const month = monthAt(this.#over, event.clientX, this.#months.length);
    this.#drag = drag(this.#shown, month, grip?.dataset.grip as Grip | undefined, this.#months.length);
    this.#over.setPointerCapture(event.pointerId);
    this.#show(this.#drag(month));
  }

  #pull(event: PointerEvent): void {
    if (this.#drag) this.#show(this.#drag(monthAt(this.#over, event.clientX, this.#months.length)));
  }

  #letGo(): void {
    if (!this.#drag) return;
    this.#drag = undefined;
    this.#commit();
  }

  #pressed(event: KeyboardEvent): void {
    const grip = (event.target as HTMLElement).dataset.grip as Grip | undefined;
    if (!grip || event.altKey || event.ctrlKey || event.metaKey) return;
    const count = this.#months.length;
    if (event.key === 'Escape') {
      this.#drag = undefined;
      this.#show({ first: 0, last: count - 1 });
      this.#commit();
    } else {
      const step = stepOf(event.key, count);
      if (!step) return;
      this.#rest();
      this.#show(moved(this.#shown, grip, step, count));
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#commit(), restMs);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #play(): void {
    this.#tell('civic-brush-soon');
    this.#film = window.setInterval(() => this.#show(played(this.#shown, this.#months.length)), filmMs);
    this.#draw();
  }

  #stop(): void {
    this.#rest();
    this.#commit();
  }

  #rest(): void {
    clearInterval(this.#film);
    this.#film = 0;
  }

  #show(stretch: Stretch): void {
    if (stretch.first === this.#shown.first && stretch.last === this.#shown.last) return;
    this.#shown = stretch;
    this.#draw();
    // Pointers move more often than the screen shows.
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#tell('civic-brush', monthsOf(this.#months, this.#shown));
    });
  }

  /** The page follows, if there is anything new. */
  #commit(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const [period, before] = [this.#shown, this.#chosen].map((stretch) => periodOf(this.#months, stretch)) as [Period, Period];
    this.#draw();
    if (period.from === before.from && period.to === before.to) return this.#tell('civic-brush');
    const url = new URL(location.href);
    url.searchParams.delete('cursor');
    for (const name of ['from', 'to'] as const) {
      if (period[name]) url.searchParams.set(name, period[name]);
      else url.searchParams.delete(name);
    }
    const unheard = this.dispatchEvent(new CustomEvent('civic-go', { bubbles: true, cancelable: true, detail: url }));
    if (unheard) location.assign(url);
  }

  #tell(name: string, detail?: Period): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  #draw(): void {
    const { first, last } = this.#shown;
    for (const [index, bar] of [...this.querySelectorAll('.bar')].entries())
      bar.classList.toggle('on', index >= first && index <= last);
    const moving = Boolean(this.#drag || this.#film || this.#timer);
    const whole = isAll(this.#shown, this.#months.length);
    render(
      handles({ months: this.#months, stretch: this.#shown, whole, moving, say: this.#say, language: this.dataset.lang ?? 'it' }),
      this.#over,
    );
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const name = this.#say(this.#film ? 'brush.pause' : 'brush.play');
    const path = this.#film ? 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z' : 'M8 5l11 7-11 7z';
    render(
      still
        ? nothing
        : html`<button type="button" class="brush-play" aria-label=${name}>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>
          </button>`,
      this.#button,
    );
  }
}

customElements.define('time-brush', TimeBrush);
