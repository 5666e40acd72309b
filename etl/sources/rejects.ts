import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { csvText } from '#api/http/csv.ts';

/** A row that was not imported. */
export interface Reject {
  file: string;
  number: number;
  reason: string;
  /** The row as it was read: its columns, or its text when it could not be taken apart. */
  content: Readonly<Record<string, string>> | string;
}

/** A CSV of rows that were not imported: file, row, reason, content. It is made with the first of them. */
export function rejectsFile(file: string) {
  let isMade = false;
  return {
    file,
    async add(rejects: readonly Reject[]): Promise<void> {
      if (!rejects.length) return;
      const rows = rejects.map(({ file: from, number, reason, content }) => [
        path.basename(from),
        number,
        reason,
        typeof content === 'string' ? content : JSON.stringify(content),
      ]);
      const text = csvText(['file', 'row', 'reason', 'content'], rows);
      if (isMade) return appendFile(file, text.slice(text.indexOf('\n') + 1));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      isMade = true;
    },
  };
}
