// Errors as sentences: complete with their arguments, and never failing without them.
import { describe, expect, test } from 'vitest';
import { AppError, ERROR_CODES, toErrorData } from '../../../shared/errors.ts';
import { describeError, describePlace, ERROR_ARG_NAMES } from '../../../shared/i18n/describeError.ts';
import { LOCALES, translatorOf } from '../../../shared/i18n/index.ts';
import { argumentsOf, catalogue } from './catalogue.ts';

const english = translatorOf('en');

describe('describeError', () => {
  test.each(LOCALES)('%s: no code fails without arguments', (locale) => {
    const translate = translatorOf(locale);
    for (const code of ERROR_CODES) {
      const sentence = describeError({ code, args: {}, place: {} }, translate);
      expect(sentence, code).toMatch(/^[^{}]*\.$/);
      expect(sentence, code).not.toBe(`errors.${code}`);
    }
  });

  test('arguments, then the place, then a question mark', () => {
    const place = { file: 'orders.csv', line: 1204 };
    expect(describeError({ code: 'CSV-UNCLOSED-QUOTE', args: {}, place }, english)).toBe(
      'A quote opened at line 1204 of orders.csv is never closed. Nothing was imported; correct that line or change the quote character.',
    );
    const args = { file: 'a.csv', found: 2500, limit: 1990 };
    expect(
      describeError({ code: 'SRC-TOO-MANY-COLUMNS', args, place }, english, (value) =>
        value.toLocaleString('en'),
      ),
    ).toBe(
      'a.csv has too many columns (found: 2,500, limit: 1,990). Nothing was imported; choose which columns to read, up to 1,990, or remove those you do not need.',
    );
    expect(describeError({ code: 'PROJECT-EXISTS', args: {}, place: {} }, english)).toBe(
      '? already exists and was not overwritten. Choose another name.',
    );
  });

  test('text that looks like a placeholder or a tag stays text', () => {
    expect(describeError({ code: 'PROJECT-EXISTS', args: { file: "{x} <b>'" }, place: {} }, english)).toBe(
      "{x} <b>' already exists and was not overwritten. Choose another name.",
    );
  });

  test('a bug never shows its message', () => {
    expect(describeError(toErrorData(new Error('secret')), english)).not.toContain('secret');
    expect(describeError(toErrorData(new AppError('NO-PLAN')), english)).toBe(
      'There is no campaign plan yet. Propose one in Campaigns.',
    );
  });

  test('each refusal of a target has its own sentence', () => {
    const reasons = ['project', 'folder', 'reserved', 'exists', 'missing', 'denied', 'other'];
    for (const locale of LOCALES) {
      const translate = translatorOf(locale);
      const sentences = reasons.map((reason) =>
        describeError({ code: 'EXPORT-TARGET', args: { file: 'a.csv', reason }, place: {} }, translate),
      );
      expect(new Set(sentences).size).toBe(reasons.length);
    }
  });

  test('sentences use no argument that is not documented', () => {
    const used = [...catalogue('en')]
      .filter(([key]) => key.startsWith('errors.'))
      .flatMap(([, message]) => argumentsOf(message).map(({ name }) => name));
    expect([...new Set(used)].sort()).toEqual([...ERROR_ARG_NAMES].sort());
  });
});

test('describePlace', () => {
  const place = { file: 'orders.xlsx', sheet: 'May', record: 12, line: 14, column: 'Total' };
  expect(describePlace(place, english)).toBe(
    'orders.xlsx › sheet “May” › record 12 › line 14 › column “Total”',
  );
  expect(describePlace({}, english)).toBe('');
  expect(describePlace({ line: 3 }, translatorOf('ru'))).toBe('строка 3');
});
