import { hash as digestOf } from 'node:crypto';
import { categoryNames } from './categories.ts';
import { channel } from './channels.ts';
import { neededTime, words } from './cells.ts';
import { placer } from './coordinates.ts';
import type { Source } from './source.ts';
import { zoneOf } from './zone.ts';

const zone = zoneOf('Europe/Zurich');
const place = placer({ projection: 'EPSG:2056', bounds: [8.4, 47.3, 8.7, 47.5] });
const category = categoryNames('de', {
  'Abfall/Sammelstelle': 'Waste and collection points',
  'Signalisation/Lichtsignal': 'Signs and traffic lights',
  'Strasse/Trottoir/Platz': 'Streets, pavements and squares',
  'Grünflächen/Spielplätze': 'Green spaces and playgrounds',
  'Beleuchtung/Uhren': 'Lighting and clocks',
  Allgemein: 'General',
  Graffiti: 'Graffiti',
  'VBZ/ÖV': 'Public transport',
  'Brunnen/Hydranten': 'Fountains and hydrants',
  Schädlinge: 'Pests',
});

/** Categories of Zürich, translated. */
export function zurichCategory(name: string | null) {
  return category(name);
}

/** "Züri wie neu": days only, no number, nothing after the arrival. */
export const zurich: Source = {
  name: 'zurich',
  title: 'Züri wie neu',
  timezone: zone.name,
  language: 'de',
  settings: { known_measures: [], attribution: 'Stadt Zürich, Züri wie neu' },
  reading: { format: 'csv' },
  columns: ['date', 'service_code', 'lv95_e', 'lv95_n'],
  // Equal rows are different reports: the n-th of them has a number of its own.
  repeats: { key: ['date', 'service_code', 'lv95_e', 'lv95_n'] },
  read(row, { occurrence }) {
    const { point, note } = place(row('lv95_e'), row('lv95_n'));
    const said = ['date', 'service_code', 'lv95_e', 'lv95_n'].map((column) => row(column) ?? '').join('\n');
    const digest = digestOf('sha256', said).slice(0, 20);
    return {
      id: occurrence === 1 ? digest : `${digest}-${occurrence}`,
      category: zurichCategory(words(row, 'service_code')),
      channel: channel('web'),
      language: 'de',
      point,
      note,
      zone,
      received: neededTime(row, 'date'),
      course: { state: 'untold' },
    };
  },
};
