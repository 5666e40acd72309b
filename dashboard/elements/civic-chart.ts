import { nearestMark, nextMark } from './chart/marks.ts';

/**
 * Values of a drawing on hover, on touch and by keyboard: every mark of the drawing carries its words in `data-mark`, and this shows
 * those of the one that is pointed at, or that the arrow keys have come to. The drawing itself comes from the server.
 */
class CivicChart extends HTMLElement {
  #tip = document.createElement('p');
  #chosen: Element | undefined;
  #listening = new AbortController();

  connectedCallback(): void {
    if (!this.querySelector('[data-mark]')) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.tabIndex = 0;
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', this.dataset.label ?? '');
    this.#tip.className = 'chart-tip';
    this.#tip.setAttribute('role', 'status');
    this.#tip.hidden = true;
    this.append(this.#tip);
    this.addEventListener('pointermove', (event) => this.#show(nearestMark(this.#marks(), event)), { signal });
    this.addEventListener('pointerdown', (event) => this.#show(nearestMark(this.#marks(), event)), { signal });
    this.addEventListener('pointerleave', () => this.#show(undefined), { signal });
    this.addEventListener('blur', () => this.#show(undefined), { signal });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#tip.remove();
  }

  /** Marks of the drawing that is seen: the other one, for another width, has no boxes. */
  #marks(): Element[] {
    return [...this.querySelectorAll('[data-mark]')].filter((mark) => mark.getClientRects().length > 0);
  }

  /** Two drawings with the same marks have their words in the first one only. */
  #wordsOf(mark: Element): string {
    const place = [...(mark.closest('svg')?.querySelectorAll('[data-mark]') ?? [])].indexOf(mark);
    return this.querySelector('svg')?.querySelectorAll('[data-mark]')[place]?.getAttribute('data-mark') ?? '';
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') return this.#show(undefined);
    const next = nextMark(this.#marks(), this.#chosen, event.key);
    if (!next) return;
    event.preventDefault();
    this.#show(next);
  }

  #show(mark: Element | undefined): void {
    if (mark === this.#chosen) return;
    this.#chosen?.removeAttribute('data-chosen');
    this.#chosen = mark;
    this.#tip.hidden = !mark;
    if (!mark) return;
    mark.setAttribute('data-chosen', '');
    this.#tip.textContent = mark.getAttribute('data-mark') || this.#wordsOf(mark);
    const [box, frame] = [mark.getBoundingClientRect(), this.getBoundingClientRect()];
    const middle = box.left + box.width / 2 - frame.left;
    const half = this.#tip.offsetWidth / 2;
    const left = Math.max(0, Math.min(frame.width - 2 * half, middle - half));
    const above = box.top - frame.top - this.#tip.offsetHeight - 8;
    this.#tip.style.translate = `${left}px ${above < -frame.top ? box.bottom - frame.top + 8 : above}px`;
  }
}

customElements.define('civic-chart', CivicChart);
