import type { Chart, ChartData } from './chart.ts';

/** Every chart: what `/charts/<name>.svg` and the other files can be asked for. */
const charts: readonly Chart<ChartData>[] = [];

/** The chart of a name. */
export function chartNamed(name: string): Chart<ChartData> | undefined {
  return charts.find((chart) => chart.name === name);
}
