/** Names of the colours of a scale: CSS variables --s0 … --s6 (--d0 … --d6 for days). */
export const colours = 7;

/** Class of a value: the last whose lower end it reaches (`breaks` rise and begin with the least value). */
export function classOf(value: number, breaks: readonly number[]): number {
  const above = breaks.findIndex((lowerEnd) => value < lowerEnd);
  return Math.max(0, (above < 0 ? breaks.length : above) - 1);
}

/** Which of the seven colours a class has when there are `classes` of them: few classes still span the whole scale. */
export function colourOf(index: number, classes: number): number {
  if (classes <= 1) return Math.floor(colours / 2);
  return Math.round((index * (colours - 1)) / (classes - 1));
}
