import { verifyEvents } from '#api/reports/verification.ts';
import type { Database } from '#sql/connect.ts';
import type { Municipality } from '#sql/municipality.ts';

/** Lines printed at most; the rest is counted. */
const printedAtMost = 1000;

/** Checks the log of a municipality and prints what does not hold, one finding a line. Returns the number of findings. */
export async function verify(database: Database, municipality: Municipality, print: (line: string) => void): Promise<number> {
  let findings = 0;
  for await (const { problem } of verifyEvents(database, municipality)) {
    findings++;
    if (findings <= printedAtMost) print(`${municipality.slug}: ${problem}`);
  }
  if (findings > printedAtMost) print(`${municipality.slug}: and ${findings - printedAtMost} more`);
  print(findings ? `${municipality.slug}: found ${findings}` : `${municipality.slug}: every event holds`);
  return findings;
}
