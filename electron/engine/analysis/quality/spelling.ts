// Categories that are probably one and the same, written differently. Two of the keys are those that OpenRefine
// documents (fingerprint, n-gram fingerprint); long words one letter apart are the third way.

export interface WordCount {
  readonly word: string;
  readonly count: number;
}
export interface SpellingGroup {
  /** The most frequent spelling first; of equals the one written with most care, then in order of the alphabet. */
  readonly words: readonly WordCount[];
  /** Only capital letters and outer spaces differ. */
  readonly caseOnly: boolean;
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').replaceAll('ё', 'е');

/** Trimmed, lower case, without accents and punctuation; the different words in order. `Sant Pol, ` = `pol sant`. */
export function fingerprint(text: string): string {
  const words = folded(text)
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .trim()
    .split(/\s+/);
  return [...new Set(words)].sort().join(' ');
}

/** The different pairs of neighbouring letters in order, spaces and punctuation left out. */
export function ngramFingerprint(text: string, size = 2): string {
  const letters = Array.from(folded(text).replace(/[^\p{L}\p{N}]/gu, ''));
  const grams = new Set<string>();
  for (let at = 0; at + size <= letters.length; at++) grams.add(letters.slice(at, at + size).join(''));
  return [...grams].sort().join('');
}

const MOST_WORDS = 20_000;
/** Shorter words one letter apart are too often different words. */
const LONG_WORD = 8;
const LEAST_FOR_NGRAMS = 6;
/** A slip is rare beside the right spelling. */
const MOST_SLIP_SHARE = 0.2;

class Groups {
  readonly #parent: number[];
  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, at) => at);
  }
  root(at: number): number {
    let root = at;
    while (this.#parent[root] !== root) root = this.#parent[root] as number;
    this.#parent[at] = root;
    return root;
  }
  join(left: number, right: number): void {
    this.#parent[this.root(right)] = this.root(left);
  }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** All texts that arise by leaving out one letter; two texts one edit apart share one of them (or the other text). */
function withoutOne(text: string): string[] {
  const letters = Array.from(text);
  return letters.map((_, at) => letters.slice(0, at).join('') + letters.slice(at + 1).join(''));
}

/** Levenshtein distance of at most one. */
function oneApart(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}

function joinByKey(
  words: readonly WordCount[],
  groups: Groups,
  keyOf: (word: string) => string | null,
): void {
  const first = new Map<string, number>();
  for (const [at, { word }] of words.entries()) {
    const key = keyOf(word);
    if (key === null || key === '') continue;
    const known = first.get(key);
    if (known === undefined) first.set(key, at);
    else groups.join(known, at);
  }
}

function joinSlips(words: readonly WordCount[], groups: Groups): void {
  const byVariant = new Map<string, number[]>();
  for (const [at, { word, count }] of words.entries()) {
    const text = folded(word).trim();
    if (text.length < LONG_WORD) continue;
    for (const variant of [text, ...withoutOne(text)]) {
      const others = byVariant.get(variant) ?? [];
      for (const other of others) {
        const { word: known, count: knownCount } = words[other] as WordCount;
        const rare = Math.min(count, knownCount) <= MOST_SLIP_SHARE * Math.max(count, knownCount);
        const sameDigits = digitsOf(known) === digitsOf(word);
        if (other !== at && rare && sameDigits && oneApart(text, folded(known).trim()))
          groups.join(other, at);
      }
      if (others.at(-1) !== at) byVariant.set(variant, [...others, at]);
    }
  }
}

/** Accents take care to write; capitals alone or none at all do not. */
function careOf(word: string): number {
  const accents = word.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;
  const mixed = word !== word.toLowerCase() && word !== word.toUpperCase();
  return 2 * accents + (mixed ? 1 : 0);
}

/**
 * Groups of spellings that probably mean the same, largest groups first. Proposals only: nothing is merged here.
 * Words that differ in a digit are never grouped by likeness (`Size 41`, `Size 42`). Above 20,000 words: no groups.
 */
export function spellingGroups(words: readonly WordCount[]): SpellingGroup[] {
  if (words.length > MOST_WORDS) return [];
  const groups = new Groups(words.length);
  joinByKey(words, groups, fingerprint);
  joinByKey(words, groups, (word) =>
    folded(word).length >= LEAST_FOR_NGRAMS && digitsOf(word) === '' ? ngramFingerprint(word) : null,
  );
  joinSlips(words, groups);
  const members = new Map<number, WordCount[]>();
  for (const [at, word] of words.entries()) {
    const root = groups.root(at);
    members.set(root, [...(members.get(root) ?? []), word]);
  }
  const total = (group: SpellingGroup): number => group.words.reduce((sum, { count }) => sum + count, 0);
  return [...members.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      words: group.toSorted(
        (a, b) => b.count - a.count || careOf(b.word) - careOf(a.word) || (a.word < b.word ? -1 : 1),
      ),
      caseOnly: new Set(group.map(({ word }) => word.trim().toLowerCase())).size === 1,
    }))
    .toSorted((a, b) => total(b) - total(a));
}
