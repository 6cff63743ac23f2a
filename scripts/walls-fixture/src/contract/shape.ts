export const shape = { type: 'object' };
