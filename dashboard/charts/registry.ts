import type { Chart, ChartData } from './chart.ts';
import { timesByArea, timesByCategory, timesByChannel, timesByOffice } from './times/by.ts';
import { timesCurve } from './times/curve.ts';
import { timesByQuarter } from './times/quarters.ts';

/** Every chart: what `/charts/<name>.svg` and the other files can be asked for. */
const charts: readonly Chart<ChartData>[] = [
  timesCurve,
  timesByCategory,
  timesByQuarter,
  timesByArea,
  timesByOffice,
  timesByChannel,
];

/** The chart of a name. */
export function chartNamed(name: string): Chart<ChartData> | undefined {
  return charts.find((chart) => chart.name === name);
}
