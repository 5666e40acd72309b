import { html } from 'hono/html';
import type { Markup } from '../parts/markup.ts';

const [width, height, top, bottom, right] = [220, 32, 3, 3, 5];

/** A small line of one value a month, from zero to its own maximum; the last month is a dot. For the eye only. */
export function sparkline(values: readonly number[]): Markup {
  const most = Math.max(1, ...values);
  const step = values.length > 1 ? (width - right - 1) / (values.length - 1) : 0;
  const points = values.map(
    (value, index) => [round(1 + index * step), round(height - bottom - (value / most) * (height - top - bottom))] as const,
  );
  const line = points.map(([x, y]) => `${x},${y}`).join(' ');
  const [lastX, lastY] = points.at(-1) ?? [1, height - bottom];
  return html`<svg class="spark" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <path class="spark-area" d="M1,${height}L${line} ${lastX},${height}z" />
    <polyline class="spark-line" points="${line}" />
    <circle class="spark-dot" cx="${lastX}" cy="${lastY}" r="3.5" />
  </svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
