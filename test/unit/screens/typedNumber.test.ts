// Numbers as they are typed in the five languages.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../../renderer/ui/figures.ts';
import { LOCALES } from '../../../shared/i18n/locale.ts';

const SPACES = [' ', '\u00a0', '\u202f', "'", '’'];
const MINUSES = ['-', '−', '–', '‒', '‑', '—'];
const locale = fc.constantFrom(...LOCALES);

describe('in every language', () => {
  test.each([
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1 234 567.891', 1_234_567.891],
    ['0,08', 0.08],
    ['0,500', 0.5],
    ['0.500', 0.5],
    ['1234,567', 1234.567],
    ['2,5', 2.5],
    ['62.25', 62.25],
    ['.5', 0.5],
    ['5,', 5],
    [' 12 ', 12],
    ['+3', 3],
    ['− 3', -3],
    ['', null],
    ['.', null],
    ['-', null],
    ['abc', null],
    ['1e3', null],
    ['1.2.3,4,5', null],
    ['18,25,35', null],
    ['18 25 35', null],
    ['12,34,567.8', null],
    ['1 234.567,8', null],
    ['12 %', null],
    ['--3', null],
  ])('%s is %s', (text, number) => {
    expect(LOCALES.map((one) => figuresOf(one).read(text))).toEqual(LOCALES.map(() => number));
  });

  test.each(MINUSES)('%s is a minus', (minus) => {
    expect(figuresOf('ru').read(`${minus}1,5`)).toBe(-1.5);
  });

  test.each(SPACES)('thousands parted by “%s”', (space) => {
    expect(LOCALES.map((one) => figuresOf(one).read(`12${space}500`))).toEqual(LOCALES.map(() => 12_500));
  });
});

// One mark and three digits after it: only the language can tell.
test.each([
  ['1,500', { en: 1500, 'pt-BR': 1.5, ru: 1.5, ca: 1.5, es: 1.5 }],
  ['719,000', { en: 719_000, 'pt-BR': 719, ru: 719, ca: 719, es: 719 }],
  ['2.500', { en: 2.5, 'pt-BR': 2500, ru: 2.5, ca: 2500, es: 2500 }],
  ['−12.500', { en: -12.5, 'pt-BR': -12_500, ru: -12.5, ca: -12_500, es: -12_500 }],
])('%s by the language', (text, numbers) => {
  expect(Object.fromEntries(LOCALES.map((one) => [one, figuresOf(one).read(text)]))).toEqual(numbers);
});

test('typed as one types it', () => {
  const { typed } = figuresOf('en');
  expect([1500, -2.5, 1e21, 0.1 + 0.2, -0, NaN].map(typed)).toEqual([
    '1500',
    '-2.5',
    '1000000000000000000000',
    '0.30000000000000004',
    '0',
    '',
  ]);
  expect(LOCALES.map((one) => figuresOf(one).typed(12_345.25))).toEqual(
    LOCALES.map((one) => (one === 'en' ? '12345.25' : '12345,25')),
  );
});

describe('reads back exactly what the language writes:', () => {
  test('typed, any number', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(locale, any, (one, value) => {
        const { read, typed } = figuresOf(one);
        expect(read(typed(value))).toBe(value === 0 ? 0 : value);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('counts', () => {
    fc.assert(
      fc.property(locale, fc.integer({ min: -10_000_000, max: 10_000_000 }), (one, value) => {
        const { read, count } = figuresOf(one);
        expect(read(count(value))).toBe(value);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('decimals, with as many digits as are shown', () => {
    const parts = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(locale, parts, fc.integer({ min: 0, max: 4 }), (one, whole, digits) => {
        const { read, decimal } = figuresOf(one);
        const value = whole / 10 ** digits;
        expect(read(decimal(value, digits))).toBe(value);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});
