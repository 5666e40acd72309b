import type { DefinitionId } from '#api/stats/definitions.ts';
import type { ApiClient } from '../client.ts';
import type { Texts } from '../i18n/texts.ts';

/**
 * How a chart is added: one file that exports a `Chart`, and one line in registry.ts. From then on `plate(context, chart, data, query)`
 * (parts/plate.ts) shows it on a page, and `/charts/<name>.svg`, `.png` and `.csv` give the same picture and the same rows under
 * the same query, pinned by `snapshot=`.
 *
 * Rules for `draw`:
 * - SVG text, its root made by `svg(…)` of svg.ts: width, height, viewBox, role="img" and an aria-label that says the finding.
 * - Colours by presentation attributes only, `fill="var(--data)"`: no `<style>`, no `style=""` (the security policy refuses both),
 *   no classes. Files get the light values. Text at least 14 units; the fonts are inherited.
 * - No ids (two drawings lie on the page): `hatch(…)` of svg.ts draws lines instead of a pattern.
 * - What can be pointed at carries its words: `data-mark="Centro: metà entro 7 giorni"`. `<civic-chart>` shows them on hover, and
 *   the arrow keys go through them in the order of the document.
 * - Under 600 units of `width` it is a phone's drawing: fewer ticks, labels inside.
 */
export interface Chart<Data extends ChartData> {
  // Methods, not properties: the registry holds charts of many kinds of rows, each only ever given what it loaded itself.
  /** Its address: /charts/<name>.svg. Small letters and hyphens; also the id of its plate. */
  name: string;
  /** The entry of docs/metrics.md that says what its numbers are. */
  definition: DefinitionId;
  /** Asks the API. Errors: `RefusedError` when a field of the query is not valid. */
  load(request: ChartRequest): Promise<Data>;
  /** The finding, computed from the rows; a neutral title when it does not hold. */
  title(data: Data, texts: Texts): string;
  /** What is shown, of what, in which unit. */
  what(data: Data, texts: Texts): string;
  /** A sentence that helps to read the picture, or "". */
  reading(data: Data, texts: Texts): string;
  draw(data: Data, options: DrawOptions): string;
  /**
   * Small drawings that flow on the page, two or four in a row where there is room and half as many on a phone, instead of one drawing
   * for each width: all of one size, each a `svg(…)`. `draw` is then for the files alone (`inRows` of pieces.ts).
   */
  pieces?(data: Data, texts: Texts): Pieces;
  /** The very rows of the picture: the table beside it, and the CSV. */
  table(data: Data, texts: Texts): ChartTable;
}

/** What every chart's rows come with. */
export interface ChartData {
  snapshot: { version: string; asOf: string };
}

/** What a chart is asked with (`chartRequest` of request.ts makes it): filters and options as the address of the page has them (`from`, `category`, `measure`…). */
export interface ChartRequest {
  api: ApiClient;
  /** Without `snapshot` and without empty fields; what a chart does not know it leaves out. */
  query: Readonly<Record<string, string>>;
  /** Version of the snapshot: pin every request to it. */
  snapshot: string;
  /** Local day of the snapshot, YYYY-MM-DD. */
  today: string;
}

/** Small drawings and how many lie in a row where there is room. */
export interface Pieces {
  drawings: readonly string[];
  across: 2 | 4;
}

/** How a chart is drawn. */
export interface DrawOptions {
  /** Units of the drawing, pixels on the page. */
  width: number;
  texts: Texts;
}

/** Rows of a chart: raw values for the CSV, words for people. */
export interface ChartTable {
  columns: readonly ChartColumn[];
  /** The first cell of a row is its header. */
  rows: readonly (readonly ChartCell[])[];
  /** What the page shows instead, when the rows are too many for it; the CSV has them all. */
  page?: Pick<ChartTable, 'columns' | 'rows'>;
}

/** A column. */
export interface ChartColumn {
  /** Header in the CSV, the same in every language: "p50". */
  name: string;
  /** Header on the page: "Metà entro". */
  words: string;
  /** How numbers are written on the page: plain, as per cent of a share, or (not right-aligned) as text. */
  kind: 'text' | 'number' | 'share';
}

/** A value; or one that the page writes in other words ("troppo pochi dati"). Null is a dash. */
export type ChartCell = string | number | null | { value: string | number | null; words: string };
