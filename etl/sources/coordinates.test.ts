import { expect, test } from 'vitest';
import { placer } from './coordinates.ts';

const near = (point: readonly [number, number] | null, [lon, lat]: readonly [number, number]) => {
  expect(point![0]).toBeCloseTo(lon, 5);
  expect(point![1]).toBeCloseTo(lat, 5);
};

test('degrees are taken as they are, with a point or a comma, to the centimetre', () => {
  const place = placer({});
  expect(place('-71.0772', '42.2715')).toEqual({ point: [-71.0772, 42.2715], note: null });
  expect(place('8,6150001', '44,9130001').point).toEqual([8.6150001, 44.9130001]);
  expect(place('-87.66975672568209', '41.80576343586902')).toEqual(place('-87.669756725682', '41.8057634358690'));
});

test('what stands in for a place is no point', () => {
  const place = placer({ placeholders: [[-71.0587, 42.3594]] });
  expect(place('-71.0587', '42.3594')).toEqual({ point: null, note: 'placeholder' });
  expect(place('-71.05870', '42.359400')).toEqual({ point: null, note: 'placeholder' });
  expect(place('0', '0')).toEqual({ point: null, note: 'placeholder' });
  expect(place('-71.0588', '42.3594').point).not.toBeNull();
});

test('a place that is missing, unreadable or too far away is no point', () => {
  const place = placer({ bounds: [8.9, 48.6, 9.4, 48.97] });
  expect(place(null, '48.7')).toEqual({ point: null, note: null });
  expect(place('east', '48.7')).toEqual({ point: null, note: 'unreadablePlace' });
  expect(place('47.576927', '40.143105')).toEqual({ point: null, note: 'outside' });
  expect(placer({})('200', '10')).toEqual({ point: null, note: 'outside' });
});

test('feet of St. Louis, metres of Zürich and of Italy become degrees', () => {
  near(placer({ projection: 'ESRI:102696' })('875854.877', '998434.947').point, [-90.305349, 38.575464]);
  near(placer({ projection: 'EPSG:2056' })('2683920', '1245604').point, [8.549421, 47.355939]);
  near(placer({ projection: 'EPSG:2056' })('2600000', '1200000').point, [7.438632, 46.951083]);
  const alessandria = placer({ projection: 'EPSG:3003' })('1472210.82998134', '4978439.947517').point!;
  expect(alessandria[0]).toBeCloseTo(8.6475, 3);
  expect(alessandria[1]).toBeCloseTo(44.9586, 3);
});

test('a projection may be given in the words of PROJ, an unknown one is refused', () => {
  near(placer({ projection: '+proj=utm +zone=32 +datum=WGS84' })('500000', '0').point, [9, 0]);
  expect(() => placer({ projection: 'EPSG:99' })).toThrow('projection "EPSG:99" is not known');
});
