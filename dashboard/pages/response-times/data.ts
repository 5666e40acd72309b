import type { Measure } from '#api/stats/figures.ts';
import type { ChartRequest } from '../../charts/chart.ts';
import { times, timesQuery, type TimesQuery } from '../../charts/times/ask.ts';
import { timesByArea, timesByCategory, timesByChannel, type TimesByData, timesByOffice } from '../../charts/times/by.ts';
import { type CurveData, timesCurve } from '../../charts/times/curve.ts';
import { type QuartersData, timesByQuarter } from '../../charts/times/quarters.ts';

/** All the rows of the page. */
export interface TimesData {
  asked: TimesQuery;
  curve: CurveData;
  byCategory: TimesByData;
  byArea: TimesByData;
  byOffice: TimesByData;
  byChannel: TimesByData;
  byQuarter: QuartersData;
  /** Years with reports, the newest first. */
  years: string[];
}

/** Asks for everything the page shows, all of one snapshot. Errors: `RefusedError`. */
export async function loadTimes(request: ChartRequest): Promise<TimesData> {
  const asked = timesQuery(request);
  const [curve, byCategory, byArea, byOffice, byChannel, byQuarter, years] = await Promise.all([
    timesCurve.load(request),
    timesByCategory.load(request),
    timesByArea.load(request),
    timesByOffice.load(request),
    timesByChannel.load(request),
    timesByQuarter.load(request),
    yearsOf(request, asked.measure),
  ]);
  return { asked, curve, byCategory, byArea, byOffice, byChannel, byQuarter, years };
}

async function yearsOf(request: ChartRequest, measure: Measure): Promise<string[]> {
  const everything = { measure, from: '1900-01-01', to: request.today, filters: {} };
  const { groups } = await times(request, everything, 'year');
  return groups.map(({ key }) => key).toReversed();
}
