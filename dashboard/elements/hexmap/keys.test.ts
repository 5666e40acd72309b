import { expect, test } from 'vitest';
import { actionOf } from './keys.ts';

const key = (name: string, held = {}) => actionOf({ key: name, altKey: false, ctrlKey: false, metaKey: false, ...held });

test('arrows step, Enter opens, Escape leaves, plus and minus zoom', () => {
  expect([key('ArrowLeft'), key('Enter'), key('Escape'), key('+'), key('-')]).toEqual([
    { step: 'left' },
    'choose',
    'leave',
    { zoom: 1 },
    { zoom: -1 },
  ]);
});

test('shortcuts of the browser and other keys are left alone', () => {
  expect([key('ArrowLeft', { altKey: true }), key('+', { ctrlKey: true }), key('Tab'), key('a')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
