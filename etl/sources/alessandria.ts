import type { Outcome } from '#api/reports/lifecycle.ts';
import { categoryNames } from './categories.ts';
import { channel } from './channels.ts';
import { needed, neededTime, time, words } from './cells.ts';
import type { Course, Row, Source } from './source.ts';
import { zoneOf } from './zone.ts';

const zone = zoneOf('Europe/Rome');
const category = categoryNames('it', {
  Buche: 'Potholes',
  'Verde pubblico': 'Green spaces',
  'Semafori e segnaletica stradale': 'Traffic lights and signs',
  Altro: 'Other',
  'Arredo urbano': 'Street furniture',
  Tombini: 'Drains',
  'Parchi gioco e aree cani': 'Playgrounds and dog parks',
  'Disinfestazione (topi, blatte, vespe, piccioni)': 'Pest control',
  'Idee e proposte': 'Ideas and proposals',
  Cimiteri: 'Cemeteries',
  'Accessibilità ed inclusione delle persone con disabilità': 'Accessibility and inclusion',
  'Illuminazione pubblica': 'Street lighting',
  'Tutela animali': 'Animal welfare',
  'Acquedotto e fognature': 'Water and sewers',
});

const outcomes: Readonly<Record<string, Outcome>> = {
  chiusa: 'resolved',
  archiviata: 'not_actionable',
  annullata: 'withdrawn',
  eliminata: 'withdrawn',
};

/** Categories of Alessandria, translated. */
export function alessandriaCategory(name: string | null) {
  return category(name);
}

/** Reports of Alessandria by the app Municipium: days only, Italian states, no places. */
export const alessandria: Source = {
  name: 'alessandria',
  title: 'Alessandria, app Municipium',
  timezone: zone.name,
  language: 'it',
  settings: { known_measures: ['close'], attribution: 'Comune di Alessandria', licence: 'CC BY 4.0' },
  reading: { format: 'csv', delimiter: ';' },
  columns: ['id', 'stato', 'creato', 'chiusa', 'categoria'],
  repeats: { key: ['id'], reason: 'repeated id' },
  read(row) {
    const name = words(row, 'categoria');
    return {
      id: needed(row, 'id'),
      type: name === 'Idee e proposte' ? 'suggestion' : 'issue',
      category: alessandriaCategory(name),
      channel: channel('app'),
      language: 'it',
      point: null,
      zone,
      received: neededTime(row, 'creato'),
      course: course(row),
    };
  },
};

function course(row: Row): Course {
  const state = needed(row, 'stato').toLowerCase();
  if (state === 'aperta') return { state: 'received' };
  if (state === 'in carico') return { state: 'taken' };
  const outcome = outcomes[state];
  if (!outcome) throw new RangeError(`stato: "${state}" is not known`);
  const closed = time(row, 'chiusa');
  return closed ? { state: 'closed', closed, outcome } : { state: 'untold', note: 'closedUntold' };
}
