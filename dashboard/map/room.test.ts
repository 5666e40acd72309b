import { expect, test } from 'vitest';
import { roomFor } from './room.ts';

const none = { top: 0, right: 0, bottom: 0, left: 0 };

test('a drawer at the side takes its width and its margin', () => {
  const frame = { left: 0, top: 0, right: 952, bottom: 640 };
  expect(roomFor({ left: 604, top: 12, right: 940, bottom: 628 }, frame)).toEqual({ ...none, right: 348 });
});

test('a sheet takes its height, but leaves the map two fifths', () => {
  const frame = { left: 0, top: 0, right: 390, bottom: 560 };
  expect(roomFor({ left: 0, top: 450, right: 390, bottom: 560 }, frame)).toEqual({ ...none, bottom: 110 });
  expect(roomFor({ left: 0, top: 20, right: 390, bottom: 560 }, frame)).toEqual({ ...none, bottom: 336 });
});

test('without a drawer the whole map is free', () => {
  expect(roomFor(undefined, { left: 0, top: 0, right: 952, bottom: 640 })).toEqual(none);
});
