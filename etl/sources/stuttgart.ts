import { hash as digestOf } from 'node:crypto';
import { categoryNames } from './categories.ts';
import { channel } from './channels.ts';
import { neededTime, words } from './cells.ts';
import { placer } from './coordinates.ts';
import type { Source } from './source.ts';
import { zoneOf } from './zone.ts';

const utc = zoneOf('Etc/UTC');
const place = placer({ bounds: [8.9, 48.6, 9.4, 48.97] });
const category = categoryNames('de', {
  Sonstiges: 'Other',
  'Wilder Müll': 'Fly-tipping',
  'Gehweg - Verschmutzung': 'Pavement: dirt',
  'Gehweg - Schäden': 'Pavement: damage',
  Gefahrenstelle: 'Danger spot',
  Straßenbeleuchtung: 'Street lighting',
  Verkehrszeichen: 'Traffic signs',
  Ampel: 'Traffic lights',
  'Straße - Verschmutzung': 'Road: dirt',
  'Straße - Schäden': 'Road: damage',
  Schlagloch: 'Pothole',
  'Radweg - Scherben': 'Cycle path: broken glass',
  'Radweg - Schäden': 'Cycle path: damage',
  'Radweg - Verschmutzung': 'Cycle path: dirt',
  Begrünung: 'Greenery',
  'SSB Haltestelle': 'Public transport stop',
  'Straßeneinlauf - verstopft': 'Blocked street drain',
  'Brunnen / Gewässer': 'Fountains and waters',
  Kanaldeckel: 'Manhole cover',
  Poller: 'Bollard',
  Bäder: 'Swimming pools',
  Treppe: 'Stairs',
  Rolltreppe: 'Escalator',
});

/** Categories of Stuttgart, translated. */
export function stuttgartCategory(name: string | null) {
  return category(name);
}

/** "Gelbe Karten" of Stuttgart, as a list that was looked at every hour: UTC, no number, nothing after the arrival. */
export const stuttgart: Source = {
  name: 'stuttgart',
  title: 'Stuttgart, Gelbe Karten',
  timezone: 'Europe/Berlin',
  language: 'de',
  settings: { known_measures: [], attribution: 'Landeshauptstadt Stuttgart, Gelbe Karten' },
  reading: { format: 'csv' },
  columns: ['first_seen_at_timestamp', 'category', 'location', 'lat', 'lon'],
  // The list shows a report again when it is edited: the same place and category on the same or the next day is one report.
  repeats: { key: ['category', 'location', 'lat', 'lon'], day: 'first_seen_at_timestamp', reason: 'listed again' },
  read(row) {
    const { point, note } = place(row('lon'), row('lat'));
    const received = neededTime(row, 'first_seen_at_timestamp');
    const day = new Date(received.wall).toISOString().slice(0, 10);
    const said = [...['category', 'location', 'lat', 'lon'].map((column) => row(column) ?? ''), day].join('\n');
    return {
      id: digestOf('sha256', said).slice(0, 20),
      category: stuttgartCategory(words(row, 'category')),
      channel: channel('web'),
      address: words(row, 'location'),
      language: 'de',
      point,
      note,
      zone: utc,
      received,
      course: { state: 'untold' },
    };
  },
};
