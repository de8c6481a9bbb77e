// How a feature's name is written in a formula.
const CONNECTIVES: readonly string[] = ['and', 'or', 'not'];

/** Words that join conditions: never the name of a feature, unless in brackets. */
export const isConnective = (word: string): boolean => CONNECTIVES.includes(word.toLowerCase());

/** Names with spaces or signs stand in brackets, and those that are words of the language. */
export const inFormula = (name: string): string =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) && !isConnective(name) ? name : `[${name}]`;
