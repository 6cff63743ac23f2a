import Type from 'typebox';
import { doorWishes, lifeEventKinds, settings } from '#domain/turn/life-event.ts';
import { tellingKinds } from '#domain/turn/tell.ts';
import { Day, Id, Instant, Words } from './shapes.ts';

const strict = { additionalProperties: false };

/** A relapse or a hard time. The words may come later, or never. */
export const Tell = Type.Object(
  { kind: Type.Union(tellingKinds.map((kind) => Type.Literal(kind))), words: Type.Optional(Words(2000)) },
  strict,
);
export const AddWords = Type.Object({ supersedes: Id, words: Words(2000) }, strict);

/** Of somebody who comes home: whether they want to be met. Left out when nobody has asked; then they are met. */
const DoorWish = Type.Enum(doorWishes);
const event = {
  kind: Type.Union(lifeEventKinds.map((kind) => Type.Literal(kind))),
  day: Day,
  setting: Type.Optional(Type.Union(settings.map((setting) => Type.Literal(setting)))),
  place: Type.Optional(Words(200)),
  words: Type.Optional(Words(2000)),
  metAtDoor: Type.Optional(DoorWish),
};
export const WriteLifeEvent = Type.Object(event, strict);
/** Moves the day or changes the rest, with the reason; names the version that was seen. */
export const CorrectLifeEvent = Type.Object({ ...event, supersedes: Id, reason: Words(500) }, strict);

export const LifeEvent = Type.Object({
  id: Id,
  versionId: Id,
  version: Type.Integer(),
  kind: Type.String(),
  day: Day,
  setting: Type.Optional(Type.String()),
  place: Type.Optional(Type.String()),
  words: Type.Optional(Type.String()),
  metAtDoor: Type.Optional(DoorWish),
  by: Type.String({ description: 'Who wrote it' }),
  own: Type.Boolean({ description: 'The participant told it' }),
  owedBy: Type.Optional(
    Type.String({
      description: 'A discharge or release that nobody has met yet: when it is, or became, a hole (RFC 3339)',
    }),
  ),
});
export const LifeEventVersions = Type.Array(
  Type.Object({
    id: Id,
    version: Type.Integer(),
    kind: Type.String(),
    day: Day,
    setting: Type.Optional(Type.String()),
    place: Type.Optional(Type.String()),
    words: Type.Optional(Type.String()),
    metAtDoor: Type.Optional(DoorWish),
    by: Type.String(),
    recordedAt: Instant,
    reason: Type.Optional(Type.String()),
    withdrawn: Type.Boolean(),
  }),
);

/** What the participant has told and nobody has talked with them about yet. */
export const Told = Type.Object({
  id: Id,
  versionId: Id,
  kind: Type.String(),
  at: Instant,
  by: Type.String({ description: 'By when somebody is in touch (RFC 3339): the clock’s own time' }),
  words: Type.Optional(Type.String()),
  mine: Type.Boolean({ description: 'The reader told it, and may take it back' }),
});

export type Tell = Type.Static<typeof Tell>;
export type LifeEvent = Type.Static<typeof LifeEvent>;
export type LifeEventVersions = Type.Static<typeof LifeEventVersions>;
export type Told = Type.Static<typeof Told>;
