// What stands of a person inside longer texts, replaced by a mark: addresses, numbers however they are punctuated, keys
// that can be nothing else, and full names; whole words only.
import { folded } from '../../analysis/people/personText.ts';
import { wordsOf } from './ownName.ts';

/** What means the person inside a text. */
export interface Traces {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly nationalIds: readonly string[];
  readonly keys: readonly string[];
  /** Full names in folded words, in the order in which they are written. */
  readonly names: readonly (readonly string[])[];
}

/** Who was erased, and what stands where they stood. */
export interface Erasure {
  readonly traces: Traces;
  readonly mark: string;
}

/** A copy without the person, and in how many places they stood. */
export interface Blotted<T> {
  readonly value: T;
  readonly count: number;
}
export type Blotter = (text: string) => Blotted<string>;

const FEWEST_DIGITS = 7;
/** A number without its country code is told by so many digits. */
const FEWEST_NATIONAL = 8;
const GAP = '[\\s().\\-/]{0,3}';
const BEFORE = '(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}][-.+@])';
const AFTER = '(?![\\p{L}\\p{N}_]|[-.+@][\\p{L}\\p{N}])';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** With and without the country's code, whichever way the file has it. */
function phonePatterns(phone: string): string[] {
  const international = /^\s*(?:\+|00)/.test(phone);
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  if (digits.length < FEWEST_DIGITS) return [];
  const national = international ? [1, 2, 3].map((code) => digits.slice(code)) : [];
  const forms = [digits, ...national.filter((form) => form.length >= FEWEST_NATIONAL)];
  return forms.map((form) => {
    const body = form.split('').join(GAP);
    return `(?<![\\p{L}\\p{N}]|\\d-)(?:(?:\\+|00)\\d{0,3}${GAP}|[08]${GAP}|\\((?=\\d{1,5}\\)))?${body}(?![\\p{L}\\p{N}]|-\\d)`;
  });
}

function idPattern(id: string): string[] {
  const signs = id.replace(/[^\p{L}\p{N}]/gu, '');
  return signs.length < FEWEST_DIGITS ? [] : [`${BEFORE}${Array.from(signs).join('[\\s.\\-/]?')}${AFTER}`];
}

/** Null where there is nothing to look for. */
function pattern({ emails, phones, nationalIds, keys }: Traces): RegExp | null {
  const whole = [...emails, ...keys].map((text) => `${BEFORE}${escaped(text)}${AFTER}`);
  const all = [...whole, ...phones.flatMap(phonePatterns), ...nationalIds.flatMap(idPattern)];
  return all.length === 0 ? null : new RegExp(all.join('|'), 'giu');
}

const JOINED = /^[\s,.'’_-]*$/;

/** Maria Souza Lima is also Souza Lima, Maria. */
const turned = (words: readonly string[]): string[][] =>
  words.map((_, at) => [...words.slice(at), ...words.slice(0, at)]);

interface Place {
  readonly at: number;
  readonly end: number;
}

function placesOf(text: string, names: readonly (readonly string[])[]): Place[] {
  const words = wordsOf(text);
  const places: Place[] = [];
  for (let first = 0; first < words.length; first++) {
    const name = names.find((one) =>
      one.every((word, at) => {
        const here = words[first + at];
        const gap = at === 0 ? '' : text.slice(words[first + at - 1]?.end, here?.at);
        return here?.word === word && JOINED.test(gap);
      }),
    );
    if (!name) continue;
    const last = first + name.length - 1;
    places.push({ at: words[first]?.at ?? 0, end: words[last]?.end ?? 0 });
    first = last;
  }
  return places;
}

function nameBlotter(names: readonly (readonly string[])[], mark: string): Blotter {
  const all = names.flatMap(turned).toSorted((one, other) => other.length - one.length);
  const rarest = names.map((words) =>
    words.reduce((most, word) => (word.length > most.length ? word : most)),
  );
  return (text) => {
    const plain = folded(text);
    if (!rarest.some((word) => plain.includes(word))) return { value: text, count: 0 };
    const places = placesOf(text, all);
    const value = places.reduceRight((rest, { at, end }) => rest.slice(0, at) + mark + rest.slice(end), text);
    return { value, count: places.length };
  };
}

export function createBlotter({ traces, mark }: Erasure): Blotter {
  const said = pattern(traces);
  const blotNames = nameBlotter(traces.names, mark);
  return (text) => {
    let count = 0;
    const marked = said
      ? text.replace(said, () => {
          count++;
          return mark;
        })
      : text;
    const named = blotNames(marked);
    return { value: named.value, count: count + named.count };
  };
}

/** JSON with all its texts blotted; names of properties stay. */
export function blotAll(value: unknown, blot: Blotter): Blotted<unknown> {
  if (typeof value === 'string') return blot(value);
  if (typeof value !== 'object' || value === null) return { value, count: 0 };
  let count = 0;
  const within = (one: unknown): unknown => {
    const blotted = blotAll(one, blot);
    count += blotted.count;
    return blotted.value;
  };
  const copy = Array.isArray(value)
    ? value.map(within)
    : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, within(one)]));
  return { value: copy, count };
}
