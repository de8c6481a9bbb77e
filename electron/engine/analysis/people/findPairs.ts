// Which customers are probably the same person: candidates share a block key, and each candidate is weighed.
// Fellegi & Sunter (1969), A Theory for Record Linkage, with Winkler's (1989) weights by frequency: agreeing on a rare
// name says more than agreeing on a common one.
import type { PairReason } from '../../../../shared/model/people.ts';
import { compareNames } from './compareNames.ts';

/** Comparable details of the customers, in the same order; '' or an empty list = unknown. */
export interface People {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly names: readonly (readonly string[])[];
  /** Days since 1970; NaN = unknown. */
  readonly births: Float64Array;
  readonly streets: readonly string[];
}

export interface PersonPair {
  readonly left: number;
  readonly right: number;
  /** Probability of being the same person, 0..1. */
  readonly score: number;
  readonly reasons: readonly PairReason[];
}

/** More customers than this under one key are no person: a shop's own address, a switchboard. */
const MOST_IN_BLOCK = 20;
const LEAST_SCORE = 0.5;

/** Chance of agreeing when it is the same person, and by accident (at least) when not. */
const ODDS = {
  email: { same: 0.7, accident: 1e-7 },
  phone: { same: 0.7, accident: 1e-6 },
  name: { same: 0.85, accident: 1e-4 },
  birth: { same: 0.95, accident: 1 / 20_000 },
  street: { same: 0.6, accident: 1e-4 },
} as const;
/** The share of true pairs whose details disagree all the same, over that of other pairs. */
const DIFFERENT = { name: 0.02, birth: 0.03 } as const;
/** A name that is only compatible says less. */
const LIKE_NAME_BITS = 3;

function frequencies<K>(keys: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

interface Weigher {
  readonly people: People;
  readonly n: number;
  readonly names: ReadonlyMap<string, number>;
  readonly streets: ReadonlyMap<string, number>;
}

const agreeBits = (
  { same, accident }: { same: number; accident: number },
  others: number,
  n: number,
): number => Math.log2(same / Math.max(accident, others / n));

/** Those besides the two who have the same value make an accident likelier. */
const beside = (count: number | undefined): number => Math.max(0, (count ?? 2) - 2);

function weigh({ people, n, names, streets }: Weigher, left: number, right: number): PersonPair {
  const reasons: PairReason[] = [];
  let bits = -Math.log2(Math.max(2, n));
  const add = (reason: PairReason, weight: number): void => {
    reasons.push(reason);
    bits += weight;
  };
  const same = (values: readonly string[]): boolean => values[left] !== '' && values[left] === values[right];
  if (same(people.emails)) add('email', agreeBits(ODDS.email, 0, n));
  if (same(people.phones)) add('phone', agreeBits(ODDS.phone, 0, n));
  if (same(people.streets))
    add('street', agreeBits(ODDS.street, beside(streets.get(people.streets[left] ?? '')), n));
  const [leftName = [], rightName = []] = [people.names[left], people.names[right]];
  const agreement = compareNames(leftName, rightName);
  const rarity = agreeBits(ODDS.name, beside(names.get(leftName.join(' '))), n);
  if (agreement === 'same') add('name', rarity);
  else if (agreement === 'compatible') add('nameLike', Math.max(0, rarity - LIKE_NAME_BITS));
  else if (agreement === 'different') add('nameDiffers', Math.log2(DIFFERENT.name));
  const [leftBirth = NaN, rightBirth = NaN] = [people.births[left], people.births[right]];
  if (leftBirth === rightBirth) add('birth', agreeBits(ODDS.birth, 0, n));
  else if (!Number.isNaN(leftBirth) && !Number.isNaN(rightBirth))
    add('birthDiffers', Math.log2(DIFFERENT.birth));
  return { left, right, score: 1 / (1 + 2 ** -bits), reasons };
}

type BlockKey = (people: People, at: number) => readonly string[];

const longWords = ({ names }: People, at: number): readonly string[] =>
  (names[at] ?? []).filter((word) => word.length > 1);

/** Customers are compared when they agree in one of these. */
const BLOCK_KEYS: readonly BlockKey[] = [
  ({ emails }, at) => (emails[at] ? [emails[at]] : []),
  ({ phones }, at) => (phones[at] ? [phones[at]] : []),
  (people, at) => {
    const birth = people.births[at] ?? NaN;
    return Number.isNaN(birth) ? [] : longWords(people, at).map((word) => `${birth} ${word}`);
  },
  (people, at) =>
    people.streets[at] ? longWords(people, at).map((word) => `${people.streets[at]} ${word}`) : [],
];

/** Customers under each key, the keys of one alone left out. One sort of key at a time, for the memory. */
function blocksOf(people: People, n: number, keysOf: BlockKey): number[][] {
  const first = new Map<string, number>();
  const blocks = new Map<string, number[]>();
  for (let at = 0; at < n; at++) {
    for (const key of keysOf(people, at)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, at);
      else {
        const block = blocks.get(key);
        if (block) block.push(at);
        else blocks.set(key, [known, at]);
      }
    }
  }
  return [...blocks.values()].filter((block) => block.length <= MOST_IN_BLOCK);
}

function* couplesOf(block: readonly number[]): Generator<readonly [number, number]> {
  for (let one = 0; one < block.length; one++)
    for (let two = one + 1; two < block.length; two++) yield [block[one] as number, block[two] as number];
}

/**
 * Pairs of at least even odds, likeliest first (then in the customers' order). Proposals only.
 * @param people same length everywhere; yields the share done
 */
export function* findPairs(people: People): Generator<number, PersonPair[]> {
  const n = people.emails.length;
  const weigher: Weigher = {
    people,
    n,
    names: frequencies(people.names.map((words) => words.join(' '))),
    streets: frequencies(people.streets),
  };
  const seen = new Set<number>();
  const pairs: PersonPair[] = [];
  for (const [kind, keysOf] of BLOCK_KEYS.entries()) {
    yield kind / BLOCK_KEYS.length;
    for (const block of blocksOf(people, n, keysOf)) {
      for (const [left, right] of couplesOf(block)) {
        const id = left * n + right;
        if (left === right || seen.has(id)) continue;
        seen.add(id);
        const pair = weigh(weigher, left, right);
        if (pair.score >= LEAST_SCORE) pairs.push(pair);
      }
    }
  }
  return pairs.toSorted((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
}
