// How two names agree: the same, compatible (a patronymic or second surname left out, an initial, a slip), or different.

export type NameAgreement = 'same' | 'compatible' | 'different' | 'unknown';

/** Jaro (1989) similarity with Winkler's (1990) bonus for a common beginning, 0..1. */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Array<boolean>(right.length).fill(false);
  const matchedLeft: string[] = [];
  for (let at = 0; at < left.length; at++) {
    for (let other = Math.max(0, at - reach); other < Math.min(right.length, at + reach + 1); other++) {
      if (taken[other] || left[at] !== right[other]) continue;
      taken[other] = true;
      matchedLeft.push(left[at] as string);
      break;
    }
  }
  const matches = matchedLeft.length;
  if (matches === 0) return 0;
  const matchedRight = right.split('').filter((_, at) => taken[at]);
  const moved = matchedLeft.filter((letter, at) => letter !== matchedRight[at]).length / 2;
  const jaro = (matches / left.length + matches / right.length + (matches - moved) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && left[prefix] !== undefined && left[prefix] === right[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const SLIP = 0.93;
const LEAST_FOR_SLIP = 5;

function wordsAgree(left: string, right: string): 'full' | 'initial' | 'no' {
  if (left === right) return 'full';
  if (left.length === 1 || right.length === 1) return left[0] === right[0] ? 'initial' : 'no';
  const long = Math.min(left.length, right.length) >= LEAST_FOR_SLIP;
  return long && jaroWinkler(left, right) >= SLIP ? 'full' : 'no';
}

/**
 * Compares names by their words (as `nameTokens` gives them). Every word of the shorter name must be found in the
 * longer one, at least one of them in full, and two words in all; otherwise they differ.
 */
export function compareNames(left: readonly string[], right: readonly string[]): NameAgreement {
  if (left.length === 0 || right.length === 0) return 'unknown';
  if (left.length === right.length && left.every((word, at) => word === right[at])) {
    return left.length === 1 && (left[0] as string).length === 1 ? 'unknown' : 'same';
  }
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const free = [...long];
  let full = 0;
  for (const word of short.toSorted((a, b) => b.length - a.length)) {
    const at = free.findIndex((other) => wordsAgree(word, other) === 'full');
    const found = at >= 0 ? at : free.findIndex((other) => wordsAgree(word, other) === 'initial');
    if (found < 0) return 'different';
    if (at >= 0) full++;
    free.splice(found, 1);
  }
  return short.length >= 2 && full >= 1 ? 'compatible' : 'unknown';
}
