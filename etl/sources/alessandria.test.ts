import { afterAll, beforeAll, expect, test } from 'vitest';
import { alessandria } from './alessandria.ts';
import { readFiles, testFiles } from './testing.ts';

let files: Awaited<ReturnType<typeof testFiles>>;
beforeAll(async () => {
  files = await testFiles();
});
afterAll(() => files.remove());

test('Alessandria: Italian states, semicolons, no places', async () => {
  const text = [
    'Id;Stato;Anno;Creato;Chiusa;DescrizioneBreve;Categoria',
    '1;chiusa;2023;2023-05-08;2023-05-25;App Municipium;Buche',
    '2;aperta;2023;2023-05-08;;App Municipium;',
    '3;in carico;2023;2023-05-08;;App Municipium;Idee e proposte',
    '4;annullata;2023;2023-05-08;;App Municipium;Disinfestazione (topi, blatte, vespe, piccioni)',
    '5;archiviata;2023;2023-05-08;2023-05-08;App Municipium;Buche',
    '6;smarrita;2023;2023-05-08;;App Municipium;Buche',
  ].join('\n');
  const { drafts, rejects } = await readFiles(alessandria, [await files.write(text)]);
  expect(drafts.map(({ life, tracked }) => [life.state, life.outcome, tracked])).toEqual([
    ['closed', 'resolved', true],
    ['received', null, true],
    ['taken', null, true],
    ['received', null, false],
    ['closed', 'not_actionable', true],
  ]);
  expect(drafts.map(({ type }) => type)).toEqual(['issue', 'issue', 'suggestion', 'issue', 'issue']);
  expect(drafts.every(({ point }) => point === null)).toBe(true);
  expect(drafts[0]!.category.name).toEqual({ it: 'Buche', en: 'Potholes' });
  expect(drafts[1]!.category.name).toMatchObject({ it: 'Senza categoria' });
  expect(rejects).toEqual([[7, 'stato: "smarrita" is not known']]);
});
