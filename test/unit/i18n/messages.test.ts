// The five languages say the same things with the same arguments, in full.
import { describe, expect, test } from 'vitest';
import { IntlMessageFormat } from 'intl-messageformat';
import { ERROR_CODES } from '../../../shared/errors.ts';
import { LOCALES, type Locale } from '../../../shared/i18n/locale.ts';
import { ISSUE_CODES } from '../../../shared/model/issue.ts';
import { REASON_CODES } from '../../../shared/model/inspection.ts';
import { argumentsOf, catalogue, wordsOf, type Argument } from './catalogue.ts';
import { SAME } from './sameWords.ts';

const ENGLISH = catalogue('en');
const OTHERS = ['pt-BR', 'ru', 'ca', 'es'] as const;

/** Forms of an argument that the writer offers to languages that contract a preposition with it. */
const FORMS: Readonly<Record<string, string>> = { ofCategory: 'category' };
/** Parts of a composed name, of which a language leaves out those that it does not need. */
const MAY_BE_EMPTY = /^(writing\.traits\.|features\.units\.none$)/;

function namesOf(message: string): string[] {
  const names = argumentsOf(message).map(({ name, kind }) =>
    kind === 'tag' ? `<${name}>` : (FORMS[name] ?? name),
  );
  return [...new Set(names)].sort();
}

/** Plural categories that whole numbers below a million have. */
function categoriesOf(locale: Locale): Set<string> {
  const rules = new Intl.PluralRules(locale);
  return new Set([...Array.from({ length: 200 }, (_, n) => rules.select(n)), 'other']);
}

/** Values for every way through a message: each option of each select, numbers of each plural category. */
function samplesOf(found: readonly Argument[]): Record<string, unknown>[] {
  const value = ({ name, kind, options }: Argument, round: number): [string, unknown] => {
    if (kind === 'number') return [name, [0, 1, 2, 5, 21, 1.5, 1_000_000][round % 7]];
    if (kind === 'date') return [name, new Date(Date.UTC(2026, 9, 31))];
    if (kind === 'select') return [name, options[round % options.length]];
    if (kind === 'tag') return [name, (chunks: readonly string[]) => chunks.join('')];
    return [name, 'x'];
  };
  const rounds = Math.max(7, ...found.map(({ options }) => options.length));
  // Later uses of a name do not weaken the first: a select's or plural's values also serve as text.
  return Array.from({ length: rounds }, (_, round) =>
    Object.fromEntries(
      [...found].sort((a, b) => a.options.length - b.options.length).map((item) => value(item, round)),
    ),
  );
}

describe.each(LOCALES)('%s', (locale) => {
  const messages = catalogue(locale);

  test('has exactly English’s keys', () => {
    const missing = [...ENGLISH.keys()].filter((key) => !messages.has(key));
    const extra = [...messages.keys()].filter((key) => !ENGLISH.has(key));
    expect({ missing, extra }).toEqual({ missing: [], extra: [] });
  });

  test('uses exactly English’s arguments, and numbers only where English does', () => {
    const differences = [...ENGLISH].flatMap(([key, english]) => {
      const here = messages.get(key);
      if (here === undefined) return [];
      const numbers = new Set(
        argumentsOf(english)
          .filter(({ kind }) => kind === 'number')
          .map(({ name }) => name),
      );
      const asNumber = argumentsOf(here).filter(({ kind, name }) => kind === 'number' && !numbers.has(name));
      const same = namesOf(here).join() === namesOf(english).join();
      return same && asNumber.length === 0 ? [] : [[key, namesOf(english), namesOf(here)]];
    });
    expect(differences).toEqual([]);
  });

  test('selects between the same cases, and plurals have every category of the language', () => {
    const needed = categoriesOf(locale);
    const incomplete = [...messages].flatMap(([key, message]) =>
      argumentsOf(message).flatMap(({ kind, options, name }) => {
        if (options.length === 0) return [];
        const wanted = kind === 'select' ? selectCases(key, name) : needed;
        const missing = [...wanted].filter((option) => !options.includes(option));
        return missing.length === 0 ? [] : [[key, name, missing]];
      }),
    );
    expect(incomplete).toEqual([]);
  });

  test('formats every message in every way', () => {
    for (const [key, message] of messages) {
      const format = new IntlMessageFormat(message, locale);
      for (const values of samplesOf(argumentsOf(message))) {
        const text = format.format(values);
        expect(typeof text, key).toBe('string');
        expect(text, key).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });

  test('speaks plainly: no exclamation marks, no straight apostrophes or double spaces, nothing empty', () => {
    const plain = [...messages].filter(
      ([key, message]) =>
        (message.trim() === '' && !MAY_BE_EMPTY.test(key)) || /[!¡]|\p{L}'\p{L}|\S {2}/u.test(message),
    );
    expect(plain).toEqual([]);
  });
});

function selectCases(key: string, name: string): Set<string> {
  const english = argumentsOf(ENGLISH.get(key) ?? '').filter(
    (item) => item.kind === 'select' && item.name === name,
  );
  return new Set([...english.flatMap(({ options }) => options), 'other']);
}

describe.each(OTHERS)('%s against English', (locale) => {
  test('nothing was left in English', () => {
    const same = [...catalogue(locale)].filter(
      ([key, message]) =>
        message === ENGLISH.get(key) && /\p{L}{2}/u.test(wordsOf(message)) && !SAME[locale].has(message),
    );
    expect(same).toEqual([]);
  });
});

test('Russian is written in Cyrillic', () => {
  const latin = [...catalogue('ru')].filter(([, message]) => {
    const words = wordsOf(message);
    return /\p{L}{2}/u.test(words) && !/\p{Script=Cyrillic}/u.test(words) && !SAME.ru.has(message);
  });
  expect(latin).toEqual([]);
});

test('every error, issue and reason has its sentence, and none is left over', () => {
  const under = (group: string) =>
    [...ENGLISH.keys()]
      .filter((key) => key.startsWith(`${group}.`) && !key.startsWith('errors.place.'))
      .map((key) => key.slice(group.length + 1))
      .sort();
  expect(under('errors')).toEqual([...ERROR_CODES].sort());
  expect(under('issues')).toEqual([...ISSUE_CODES].sort());
  expect(under('reasons')).toEqual([...REASON_CODES].sort());
});
