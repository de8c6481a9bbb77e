// Numbers as they are typed in the five languages.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '../../../shared/i18n/locale.ts';
import { parseNumber } from '../../../renderer/screens/campaigns/parseNumber.ts';

test.each([
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1 234,5', 1234.5],
  ['1,234,567', 1_234_567],
  ['0,08', 0.08],
  ['.5', 0.5],
  ['12', 12],
  ['−3', -3],
  ['', null],
  ['abc', null],
  ['1.2.3,4,5', null],
  ['12 %', null],
])('%s', (text, number) => expect(parseNumber(text)).toBe(number));

test('reads back what any of the languages writes with two digits', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LOCALES),
      fc.integer({ min: -100_000_000, max: 100_000_000 }),
      (locale, cents) => {
        const text = new Intl.NumberFormat(locale, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
        }).format(cents / 100);
        expect(parseNumber(text)).toBeCloseTo(cents / 100, 6);
      },
    ),
    { seed: 1 },
  );
});
