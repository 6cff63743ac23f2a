import { later } from '../app/later.tsx';

/** What one writes in, each fetched when it is opened. The crisis plan and «Si fra» are not here: they must open without a network. */
export const ActionDialog = later(async () => (await import('./action-dialog.tsx')).ActionDialog);
export const RatingDialog = later(async () => (await import('./rating-dialog.tsx')).RatingDialog);
export const TurnDialog = later(async () => (await import('./turn-dialog.tsx')).TurnDialog);
export const WordsDialog = later(async () => (await import('./words-dialog.tsx')).WordsDialog);
