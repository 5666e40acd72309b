import type { Chart, ChartData } from './chart.ts';
import { repeatsByArea, repeatsByCategory } from './repeats.ts';
import { timesByArea, timesByCategory, timesByChannel, timesByOffice } from './times/by.ts';
import { timesCurve } from './times/curve.ts';
import { timesByQuarter } from './times/quarters.ts';
import { trendsBacklog } from './trends/backlog.ts';
import { trendsCalendar } from './trends/calendar.ts';
import { trendsCategories } from './trends/categories.ts';
import { trendsChange } from './trends/change.ts';
import { trendsHours } from './trends/hours.ts';
import { trendsMonths } from './trends/months.ts';

/** Every chart: what `/charts/<name>.svg` and the other files can be asked for. */
const charts: readonly Chart<ChartData>[] = [
  repeatsByCategory,
  repeatsByArea,
  timesCurve,
  timesByCategory,
  timesByQuarter,
  timesByArea,
  timesByOffice,
  timesByChannel,
  trendsMonths,
  trendsChange,
  trendsCategories,
  trendsCalendar,
  trendsHours,
  trendsBacklog,
];

/** The chart of a name. */
export function chartNamed(name: string): Chart<ChartData> | undefined {
  return charts.find((chart) => chart.name === name);
}
