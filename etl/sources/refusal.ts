import { LifecycleError } from '#api/reports/lifecycle.ts';

/** An import that cannot begin; the message is for the person at the terminal. Nothing was written. */
export class ImportRefused extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ImportRefused';
  }
}

/** Whether the error speaks of bad data, not of a failure of the program or the database. */
export function isBadData(error: unknown): error is RangeError | LifecycleError {
  return error instanceof RangeError || error instanceof LifecycleError;
}
