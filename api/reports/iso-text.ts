const dayMs = 86_400_000;
/** Days whose text is remembered: a century, and not more. */
const mostDays = 36_525;

const days = new Map<number, string>();
const numbers = Array.from({ length: 1000 }, (_, number) => String(number));
const two = numbers.map((number) => number.padStart(2, '0'));
const three = numbers.map((number) => number.padStart(3, '0'));

/** What `toISOString` gives, in a tenth of its time: a batch of reports holds tens of thousands of moments. */
export function isoText(at: Date): string {
  const ms = at.getTime();
  const day = Math.floor(ms / dayMs);
  const date = days.get(day) ?? remember(at, day);
  const rest = ms - day * dayMs;
  const second = Math.floor(rest / 1000);
  const minute = Math.floor(second / 60);
  const time = `${two[Math.floor(minute / 60)]}:${two[minute % 60]}:${two[second % 60]}`;
  return `${date}T${time}.${three[rest % 1000]}Z`;
}

function remember(at: Date, day: number): string {
  if (days.size >= mostDays) days.clear();
  const date = at.toISOString().split('T')[0]!;
  days.set(day, date);
  return date;
}
