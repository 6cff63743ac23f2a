import type { AccessRole } from './roles.ts';
import { topicBit, topics } from './topics.ts';
import { visibility } from './visibility.ts';

export interface Masks {
  readAlways: number;
  readGranted: number;
  writeAlways: number;
  writeGranted: number;
}

/** One row of the matrix as four bit masks, the form in which the database asks. */
export function masksOf(role: AccessRole): Masks {
  const masks: Masks = { readAlways: 0, readGranted: 0, writeAlways: 0, writeGranted: 0 };
  for (const topic of topics) {
    const cell = visibility[role][topic];
    if (cell === undefined) continue;
    const bit = 1 << topicBit(topic);
    for (const part of cell.split(' ')) {
      const granted = part.endsWith('?');
      if (!part.startsWith('a')) masks[granted ? 'readGranted' : 'readAlways'] |= bit;
      if (!part.startsWith('r')) masks[granted ? 'writeGranted' : 'writeAlways'] |= bit;
    }
  }
  return masks;
}
