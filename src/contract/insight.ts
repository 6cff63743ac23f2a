import Type from 'typebox';

/** Which language a page is written in; the reader's own choice, since a download carries no header of ours. */
export const InLanguage = Type.Object(
  { language: Type.Optional(Type.Union(['nb', 'nn', 'en'].map((language) => Type.Literal(language)))) },
  { additionalProperties: false },
);
export const WholeFile = Type.Unknown({ description: 'The whole file, sent as it is' });
