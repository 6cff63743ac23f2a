/** What somebody is called in a sentence: the first word of their name. */
export const given = (name: string): string => name.split(' ')[0] ?? name;
