import { answerInvitations } from './attendance.ts';
import type { Book } from './book.ts';
import type { Calendar } from './calendar.ts';
import { castActive } from './cast-active.ts';
import { castWaiting } from './cast-waiting.ts';
import { compose } from './compose.ts';
import type { File } from './file.ts';
import { beforeSvein, metOutside, tellOutside, tryOutside } from './outside.ts';
import { participants, type Someone } from './people.ts';
import { registeredTwice } from './registered-twice.ts';
import type { Samling } from './sessions.ts';
import { storiesOfSola } from './stories-sola.ts';
import { tell } from './story.ts';
import { tellAmir } from './story-amir.ts';
import { elias, openToHisFather } from './story-elias.ts';
import { grete } from './story-grete.ts';
import { marit } from './story-marit.ts';
import { randi } from './story-randi.ts';
import { tellRune } from './story-rune.ts';
import { svein } from './story-svein.ts';
import { tellTone } from './story-tone.ts';

/** Everyone's story; answers with those who are in it. */
export function tellAll(book: Book, calendar: Calendar, sessions: readonly Samling[]): Someone[] {
  const open = (who: Someone): File => ({ book, calendar, who });
  tellRune(open(participants.rune), sessions);
  tellTone(open(participants.tone), sessions);
  tellAmir(open(participants.amir));
  const cast = [...castWaiting, ...castActive];
  const composed = cast.map((member, place) => compose(member, `900 00 ${110 + place}`, sessions));
  const stories = [grete, marit, svein, randi, elias, ...registeredTwice, ...composed, ...storiesOfSola];
  for (const story of stories) tell(open(story.who), sessions, story);
  openToHisFather(open(elias.who));
  for (const one of metOutside) tellOutside(open(one.who), one);
  tryOutside(open(participants.svein), beforeSvein);
  // Rune has not answered yet: his plan asks him.
  const invited = stories.filter(
    ({ enrolled, groups }) => groups?.to === undefined && enrolled?.until === undefined,
  );
  answerInvitations(
    invited.filter(({ groups }) => groups !== undefined).map(({ who }) => open(who)),
    sessions,
  );
  return [
    participants.rune,
    participants.tone,
    participants.amir,
    ...[...stories, ...metOutside].map(({ who }) => who),
  ];
}
