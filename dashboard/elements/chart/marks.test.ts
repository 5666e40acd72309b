import { expect, test } from 'vitest';
import { nearestMark, nextMark } from './marks.ts';

const mark = (name: string, left: number, top: number, size: number) => ({
  name,
  getBoundingClientRect: () => ({ left, top, right: left + size, bottom: top + size }),
});
const marks = [mark('row', 0, 0, 100), mark('dot', 40, 40, 10), mark('far', 300, 0, 10)];

test('the pointer chooses the smallest mark under it', () => {
  expect(nearestMark(marks, { clientX: 45, clientY: 45 })?.name).toBe('dot');
  expect(nearestMark(marks, { clientX: 5, clientY: 5 })?.name).toBe('row');
});

test('beside the marks the nearest one is chosen, and none when all are out of reach', () => {
  expect(nearestMark(marks, { clientX: 285, clientY: 5 })?.name).toBe('far');
  expect(nearestMark(marks, { clientX: 200, clientY: 5 })).toBeUndefined();
});

test('arrow keys go from mark to mark and stop at the ends; Home and End go there at once', () => {
  const order = ['a', 'b', 'c'];
  expect(nextMark(order, undefined, 'ArrowRight')).toBe('a');
  expect(nextMark(order, 'a', 'ArrowDown')).toBe('b');
  expect(nextMark(order, 'c', 'ArrowRight')).toBe('c');
  expect(nextMark(order, 'a', 'ArrowLeft')).toBe('a');
  expect([nextMark(order, 'b', 'Home'), nextMark(order, 'b', 'End'), nextMark(order, 'b', 'x')]).toEqual(['a', 'c', undefined]);
});
