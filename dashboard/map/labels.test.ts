import { expect, test } from 'vitest';
import { readableLabels } from './labels.ts';

const frame = { left: 0, top: 0, right: 600, bottom: 400 };
const label = (name: string, x: number, y: number) => ({ name, x, y, width: 80, height: 14 });
const names = (labels: { name: string }[]) => labels.map(({ name }) => name);

test('a name that the frame would cut is left out', () => {
  const all = [label('cut', 20, 100), label('whole', 200, 100), label('below', 300, 396)];
  expect(names(readableLabels(all, frame, []))).toEqual(['whole']);
});

test('a name under a panel is left out', () => {
  const drawer = { left: 300, top: 0, right: 600, bottom: 400 };
  expect(names(readableLabels([label('under', 320, 200), label('free', 150, 200)], frame, [drawer]))).toEqual(['free']);
});

test('of two names in one place the first of the list stays', () => {
  const all = [label('larger', 200, 200), label('smaller', 220, 205), label('apart', 200, 240)];
  expect(names(readableLabels(all, frame, []))).toEqual(['larger', 'apart']);
});
