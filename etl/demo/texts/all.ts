import { animals } from './animals.ts';
import { buildings } from './buildings.ts';
import { decay } from './decay.ts';
import { furniture } from './furniture.ts';
import { green } from './green.ts';
import { lighting } from './lighting.ts';
import { pavements } from './pavements.ts';
import { potholes } from './potholes.ts';
import { signs } from './signs.ts';
import { waste } from './waste.ts';
import { water } from './water.ts';
import type { TopicWords } from './words.ts';

/** The eleven topics, the most reported first. */
export const topicWords: readonly TopicWords[] = [
  waste,
  potholes,
  green,
  lighting,
  pavements,
  signs,
  water,
  decay,
  furniture,
  animals,
  buildings,
];
