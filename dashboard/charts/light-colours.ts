import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The colours of the light theme by the names of their variables ("--data"), as the style sheet has them. */
const colours = new Map(
  [...lightBlock().matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()] as const),
);

function lightBlock(): string {
  const sheet = readFileSync(join(import.meta.dirname, '../styles/tokens.css'), 'utf8');
  return sheet.slice(0, sheet.indexOf('@media'));
}

/** Puts the light colours in place of `var(--…)`, for files that know no style sheet. Throws for a name that does not exist. */
export function inLightColours(drawing: string): string {
  return drawing.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`no colour ${name} in tokens.css`);
    return value;
  });
}
