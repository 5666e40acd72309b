/** The server said no, or was not reached. */
export class LoadError extends Error {}

const kept = 30;

/**
 * Loads JSON, one request at a time: a newer one takes the place of the one under way, which then gives undefined.
 * The last answers are kept by their address. Errors: `LoadError`.
 */
export function createLoader<T>(): (address: string) => Promise<T | undefined> {
  const answers = new Map<string, T>();
  let running: AbortController | undefined;
  return async (address) => {
    running?.abort();
    running = undefined;
    const known = answers.get(address);
    if (known) return known;
    const mine = (running = new AbortController());
    try {
      const response = await fetch(address, { signal: mine.signal, headers: { accept: 'application/json' } });
      if (!response.ok) throw new LoadError(`${response.status}`);
      const answer = (await response.json()) as T;
      answers.set(address, answer);
      for (const old of answers.keys()) if (answers.size > kept) answers.delete(old);
      return mine.signal.aborted ? undefined : answer;
    } catch (error) {
      if (mine.signal.aborted) return undefined;
      throw error instanceof LoadError ? error : new LoadError('unreachable');
    }
  };
}
