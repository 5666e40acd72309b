const year = 12;

/** How many months a key moves a handle on; 0 for other keys. */
export function stepOf(key: string, count: number): number {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -year,
    PageUp: year,
    Home: -count,
    End: count,
  };
  return steps[key] ?? 0;
}
