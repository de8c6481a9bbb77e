// The name that a record gives to its own person. A file may also name others (who recommended, who sold): only its first
// column of names, or given name and surname where it keeps them apart, speaks of whom the record is about.
import { folded } from '../../analysis/people/personText.ts';
import type { ColumnMapping } from '../../../../shared/model/source.ts';

type Column = Pick<ColumnMapping, 'role' | 'pii' | 'header' | 'name'>;

const SURNAME = /surname|last|family|apellid|sobrenome|cognom|фамили/;
const BETWEEN = /patronymic|middle|отчеств/;

const WHOLE = /full|complet|client|фио|ф и о/;

/** A full name has two words at least; one alone is too many people's. */
const LEAST_WORDS = 2;

/** "Name" beside "Surname" is the given name only. */
const isWhole = (header: string | undefined, surnames: number): boolean =>
  surnames === 0 || (header !== undefined && WHOLE.test(header));

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Words of a text with their places, folded for comparing. */
export const wordsOf = (
  text: string,
): { readonly word: string; readonly at: number; readonly end: number }[] =>
  [...text.matchAll(WORD)].map((found) => ({
    word: folded(found[0]),
    at: found.index,
    end: found.index + found[0].length,
  }));

export interface OwnName {
  /** Places of the columns among those given. */
  readonly places: readonly number[];
  /** The ways in which a record's cells write the full name, in words; empty when they give none. */
  readonly namesIn: (cellAt: (place: number) => string | null | undefined) => readonly (readonly string[])[];
}

/** Which of a file's columns give the own name, and how to read it. */
export function ownName(columns: readonly Column[]): OwnName {
  const named = columns.flatMap(({ role, pii, header, name }, at) =>
    pii === 'name' && (role === 'pii' || role === 'contact') ? [{ at, header: folded(header ?? name) }] : [],
  );
  const surnames = named.filter(({ header }) => SURNAME.test(header));
  const between = named.filter((one) => BETWEEN.test(one.header) && !surnames.includes(one));
  const first = named.find((one) => !surnames.includes(one) && !between.includes(one));
  const given = first ? [first.at] : [];
  const middle = between.map(({ at }) => at);
  const last = surnames.map(({ at }) => at);
  const ways = isWhole(first?.header, last.length)
    ? [given]
    : [
        [...given, ...last],
        [...given, ...middle, ...last],
        [...given, ...last.slice(0, 1)],
      ];
  return {
    places: [...given, ...middle, ...last],
    namesIn: (cellAt) => {
      const names = ways.map((way) => way.flatMap((at) => wordsOf(cellAt(at) ?? '').map(({ word }) => word)));
      const full = names.filter((words) => words.length >= LEAST_WORDS);
      return full.filter((words, at) => full.findIndex((one) => one.join(' ') === words.join(' ')) === at);
    },
  };
}

/** A name in a form that can be compared, whatever the order of its words. */
export const nameMark = (words: readonly string[]): string => words.toSorted().join(' ');

/** The name, and the names that it adds one word to: a patronymic or a second surname is often left out. */
export const widerNames = (words: readonly string[]): (readonly string[])[] =>
  words.length > LEAST_WORDS ? [words, ...words.map((_, at) => words.toSpliced(at, 1))] : [words];
