const pattern = /^\+?[0-9 ]{8,19}$/;

/** Something is typed, and it is not a telephone number. */
export const isWrongPhone = (typed: string): boolean => typed.trim() !== '' && !pattern.test(typed.trim());

/** A number as people here write it: `900 00 101`, and one from another country as it is. */
export const shownPhone = (phone: string): string => phone.replace(/^\+47(\d{3})(\d{2})(\d{3})$/, '$1 $2 $3');
