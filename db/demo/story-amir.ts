import { arrive } from './enrolling.ts';
import type { File } from './file.ts';

/** Amir Jafari: NAV asked for him yesterday, and nobody has answered. */
export function tellAmir(file: File): void {
  arrive(file, {
    at: '2024-03-13T15:20',
    source: 'nav',
    words: 'Har sluttet i jobb og bor hos en venn på Varhaug. Vil gjerne møte noen denne uka.',
    receivedBy: 'siren',
    birthDay: '1996-05-22',
    phone: '900 00 103',
  });
}
