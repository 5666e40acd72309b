/** How much of a topic arrives, when, and how long it takes. */
export interface TopicFigures {
  /** Share of all reports. */
  share: number;
  /** Twelve factors, January first. */
  season: readonly number[];
  /** Working days promised to close. */
  serviceDays: number;
  /** Median days from arrival to answer, three years ago and now. */
  days: readonly [then: number, now: number];
  /** Spread of those days (sigma of the log-normal). */
  spread: number;
  /** Share that is lost sight of and stays open. */
  forgotten: number;
  /** Share that has to wait for somebody else. */
  waits: number;
  /** Share that other people report again. */
  repeated: number;
  /** Who gets it: code, share, and how slow against the median. */
  offices: readonly (readonly [code: string, share: number, slowness: number])[];
}

const flat = [1, 1, 1, 1, 1, 1, 1, 0.9, 1, 1.05, 1, 0.95];

/** Figures by code of the topic; believable, not measured. */
export const topicFigures: Record<string, TopicFigures> = {
  rifiuti: {
    share: 0.203,
    season: [0.95, 0.9, 0.95, 1, 1.05, 1.15, 1.2, 1, 1.05, 1, 0.95, 1.05],
    serviceDays: 5,
    days: [3.6, 2.7],
    spread: 1.1,
    forgotten: 0.006,
    waits: 0.04,
    repeated: 0.065,
    offices: [
      ['igiene-demo', 0.72, 0.95],
      ['ambiente', 0.28, 1.4],
    ],
  },
  buche: {
    share: 0.15,
    season: [1.7, 1.65, 1.5, 1.15, 0.9, 0.75, 0.65, 0.55, 0.75, 0.9, 1.1, 1.3],
    serviceDays: 15,
    days: [15, 8],
    spread: 1.35,
    forgotten: 0.022,
    waits: 0.09,
    repeated: 0.07,
    offices: [['strade', 1, 1]],
  },
  verde: {
    share: 0.135,
    season: [0.35, 0.4, 0.7, 1.25, 1.75, 1.75, 1.45, 1.1, 1.05, 0.9, 0.6, 0.4],
    serviceDays: 20,
    days: [9, 13],
    spread: 1.25,
    forgotten: 0.028,
    waits: 0.08,
    repeated: 0.05,
    offices: [['verde', 1, 1]],
  },
  illuminazione: {
    share: 0.095,
    season: [1.4, 1.2, 1, 0.8, 0.7, 0.6, 0.6, 0.65, 0.95, 1.25, 1.5, 1.5],
    serviceDays: 5,
    days: [5, 3.4],
    spread: 1.1,
    forgotten: 0.008,
    waits: 0.05,
    repeated: 0.085,
    offices: [
      ['luce-demo', 0.82, 0.9],
      ['illuminazione', 0.18, 1.8],
    ],
  },
  marciapiedi: {
    share: 0.082,
    season: flat,
    serviceDays: 40,
    days: [24, 31],
    spread: 1.45,
    forgotten: 0.095,
    waits: 0.14,
    repeated: 0.04,
    offices: [['strade', 1, 1]],
  },
  segnaletica: {
    share: 0.08,
    season: [0.9, 0.9, 1.05, 1.1, 1.1, 1.05, 1, 0.75, 1.15, 1.1, 1, 0.9],
    serviceDays: 8,
    days: [5.5, 4.4],
    spread: 1.2,
    forgotten: 0.016,
    waits: 0.06,
    repeated: 0.045,
    offices: [
      ['mobilita', 0.85, 1],
      ['polizia-locale', 0.15, 0.8],
    ],
  },
  acqua: {
    share: 0.062,
    season: [0.9, 0.85, 0.95, 1, 1.05, 1, 0.95, 0.85, 1.2, 1.35, 1.3, 1],
    serviceDays: 5,
    days: [4.2, 3.6],
    spread: 1.2,
    forgotten: 0.012,
    waits: 0.1,
    repeated: 0.07,
    offices: [
      ['strade', 0.75, 1],
      ['ambiente', 0.25, 1.2],
    ],
  },
  degrado: {
    share: 0.062,
    season: [0.9, 0.9, 0.95, 1, 1.05, 1.15, 1.2, 1, 1.05, 1, 0.95, 0.95],
    serviceDays: 20,
    days: [13, 12],
    spread: 1.35,
    forgotten: 0.032,
    waits: 0.1,
    repeated: 0.045,
    offices: [
      ['polizia-locale', 0.85, 1],
      ['ambiente', 0.15, 0.9],
    ],
  },
  arredo: {
    share: 0.05,
    season: [0.6, 0.7, 1, 1.3, 1.4, 1.3, 1.15, 0.9, 1.1, 1, 0.8, 0.6],
    serviceDays: 30,
    days: [19, 15],
    spread: 1.3,
    forgotten: 0.05,
    waits: 0.12,
    repeated: 0.045,
    offices: [
      ['verde', 0.6, 1],
      ['patrimonio', 0.4, 1.15],
    ],
  },
  animali: {
    share: 0.036,
    season: [0.35, 0.45, 0.7, 0.9, 1.3, 1.85, 2.15, 1.85, 1.3, 0.8, 0.45, 0.35],
    serviceDays: 8,
    days: [5, 4.6],
    spread: 1.05,
    forgotten: 0.008,
    waits: 0.05,
    repeated: 0.04,
    offices: [['ambiente', 1, 1]],
  },
  scuole: {
    share: 0.026,
    season: [1.25, 1.1, 1.05, 0.95, 1, 0.8, 0.35, 0.25, 1.4, 1.4, 1.3, 1.15],
    serviceDays: 30,
    days: [21, 22],
    spread: 1.3,
    forgotten: 0.055,
    waits: 0.12,
    repeated: 0.035,
    offices: [['patrimonio', 1, 1]],
  },
};

/** Seasons of kinds that do not follow their topic. */
export const kindSeasons: Record<string, readonly number[]> = {
  zanzare: [0.1, 0.2, 0.5, 0.8, 1.4, 2.2, 2.6, 2.2, 1.4, 0.6, 0.1, 0.1],
  topi: flat,
  'altri-animali': flat,
  'erba-alta': [0.05, 0.1, 0.6, 1.5, 2.3, 2.2, 1.6, 1.1, 1, 0.7, 0.2, 0.05],
  alberi: [0.7, 0.8, 0.9, 1, 1.1, 1.3, 1.3, 1.1, 1.1, 1.1, 0.9, 0.7],
  giochi: [0.4, 0.5, 1, 1.5, 1.6, 1.5, 1.3, 1, 1.2, 1, 0.6, 0.4],
};

/** How much people report in a quarter for each kilometre of street, and how slow answers are there. */
export const quarterFigures: Record<string, { activity: number; slowness: number; storm: number }> = {
  'centro-storico': { activity: 1.75, slowness: 0.8, storm: 0.6 },
  stazione: { activity: 2.3, slowness: 0.95, storm: 0.5 },
  'borgo-ponente': { activity: 1.15, slowness: 1, storm: 0.3 },
  'san-rocco': { activity: 1.3, slowness: 1.05, storm: 0.7 },
  giardini: { activity: 1.15, slowness: 0.9, storm: 2 },
  'campo-fiera': { activity: 1.35, slowness: 1, storm: 2.6 },
  oltreponte: { activity: 1.1, slowness: 1.1, storm: 3 },
  'i-pioppi': { activity: 0.9, slowness: 1, storm: 3.2 },
  'zona-artigianale': { activity: 0.75, slowness: 1.6, storm: 0.3 },
  'case-nuove': { activity: 1.8, slowness: 1.1, storm: 0.4 },
  colombare: { activity: 0.95, slowness: 1, storm: 0.5 },
  'pieve-di-sopra': { activity: 0.6, slowness: 1.35, storm: 0.2 },
  'mulino-vecchio': { activity: 0.5, slowness: 1.5, storm: 0.8 },
};

/** Topics that a quarter has more (or less) of than others. */
export const affinities: Record<string, Record<string, number>> = {
  'centro-storico': { marciapiedi: 1.5, degrado: 1.6, verde: 0.35, animali: 1.2, arredo: 1.2 },
  stazione: { degrado: 2.1, rifiuti: 1.3, segnaletica: 1.2 },
  'zona-artigianale': { buche: 2, rifiuti: 1.7, arredo: 0.2, marciapiedi: 0.6 },
  giardini: { verde: 1.8, arredo: 1.3 },
  'i-pioppi': { verde: 1.6, animali: 1.5, acqua: 1.3 },
  oltreponte: { acqua: 1.5, animali: 1.4 },
  'case-nuove': { rifiuti: 1.3, arredo: 1.4, illuminazione: 1.2 },
  'pieve-di-sopra': { buche: 1.5, illuminazione: 1.4 },
  'mulino-vecchio': { acqua: 1.8, illuminazione: 1.5 },
};
