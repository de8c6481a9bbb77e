// Finds the noun a header speaks of: the longest phrase that fits, whole headers before parts of them.
import type { Noun } from './noun.ts';
import { FILLER_WORDS, KEY_WORDS, LONE_KEY, NOUNS } from './nouns.ts';
import { headerWords } from './words.ts';

/** `strength` 0..1; `word` is the phrase that matched. */
export interface HeaderMatch {
  readonly noun: Noun;
  readonly strength: number;
  readonly word: string;
}

interface Phrase {
  readonly noun: Noun;
  readonly words: readonly string[];
  readonly joined: string;
  readonly text: string;
}

const PHRASES: readonly Phrase[] = NOUNS.flatMap((noun) =>
  noun.phrases.map((text) => {
    const words = text.split(' ');
    return { noun, words, joined: words.join(''), text };
  }),
);
/** A file may have two thousand headers: only phrases that begin with one of a header's words are looked at. */
const BY_FIRST = Map.groupBy(PHRASES, (phrase) => phrase.words[0] ?? '');
const BY_WHOLE = Map.groupBy(PHRASES, (phrase) => phrase.joined);
const ORDER = new Map(PHRASES.map((phrase, at) => [phrase, at]));

/** Phrases that could fit, in the order of the lists. */
function candidates(words: readonly string[], joined: string): readonly Phrase[] {
  const found = new Set(BY_WHOLE.get(joined));
  for (const word of words) {
    for (const form of [word, word.replace(/s$/, ''), word.replace(/es$/, '')])
      for (const phrase of BY_FIRST.get(form) ?? []) found.add(phrase);
  }
  return [...found].sort((a, b) => (ORDER.get(a) ?? 0) - (ORDER.get(b) ?? 0));
}

function sameWord(a: string, b: string): boolean {
  return a === b || (b.length > 3 && (a === `${b}s` || a === `${b}es`));
}

/** Where the phrase starts among the header's words, or -1. */
function findPhrase(words: readonly string[], phrase: readonly string[]): number {
  for (let at = 0; at + phrase.length <= words.length; at++) {
    if (phrase.every((word, i) => sameWord(words[at + i] ?? '', word))) return at;
  }
  return -1;
}

function matchPhrase(words: readonly string[], joined: string, phrase: Phrase): number {
  if (joined === phrase.joined) return 1;
  const at = findPhrase(words, phrase.words);
  if (at === -1) return 0;
  const rest = words.filter((_word, i) => i < at || i >= at + phrase.words.length);
  const onlyFillers = rest.every(
    (word) => FILLER_WORDS.has(word) || KEY_WORDS.has(word) || /^\d+$/.test(word),
  );
  if (phrase.noun.whole === true) return onlyFillers ? 0.9 : 0;
  return onlyFillers ? 0.9 : phrase.words.length / words.length > 0.3 ? 0.6 : 0.45;
}

/** The best noun for a header, or undefined. @example matchHeader('Data da venda')?.noun.role // 'date' */
export function matchHeader(header: string): HeaderMatch | undefined {
  const words = headerWords(header);
  if (words.length === 0) return undefined;
  const joined = words.join('');
  let best: HeaderMatch | undefined;
  for (const phrase of candidates(words, joined)) {
    const strength = matchPhrase(words, joined, phrase);
    if (strength === 0) continue;
    const longer =
      best !== undefined && strength === best.strength && phrase.joined.length > best.word.length;
    if (best === undefined || strength > best.strength || longer) {
      best = { noun: phrase.noun, strength, word: phrase.text };
    }
  }
  if (best === undefined && words.length === 1 && LONE_KEY.has(joined)) {
    const noun = NOUNS.find((entry) => entry.id === 'customer');
    if (noun !== undefined) return { noun, strength: 0.5, word: joined };
  }
  return best;
}
