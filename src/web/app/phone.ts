const pattern = /^\+?[0-9 ]{8,19}$/;

/** Something is typed, and it is not a telephone number. */
export const isWrongPhone = (typed: string): boolean => typed.trim() !== '' && !pattern.test(typed.trim());
