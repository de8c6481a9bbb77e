// The parsers of single values: numbers, dates, yes/no, identity numbers, contacts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isMissingValue,
  isNullWord,
  parseBoolean,
  parseDate,
  parseNumber,
} from '../../../electron/engine/files/index.ts';
import { isEmail, phoneShape } from '../../../electron/engine/files/values/contact.ts';
import { identityNumber } from '../../../electron/engine/files/values/identityNumbers.ts';
import type { NumberStyle } from '../../../electron/engine/files/values/number.ts';

const DOT: NumberStyle = { decimal: '.', thousands: ',' };
const COMMA: NumberStyle = { decimal: ',', thousands: '.' };
const SPACE: NumberStyle = { decimal: ',', thousands: ' ' };

describe('parseNumber', () => {
  it.each([
    ['12.5', DOT, 12.5],
    ['1,234.56', DOT, 1234.56],
    ['1.234,56', COMMA, 1234.56],
    ['R$ 1.234,50', COMMA, 1234.5],
    ['1 234,56 ₽', SPACE, 1234.56],
    ['1\u00A0234\u00A0567', SPACE, 1234567],
    ['1\u202F234,5 руб.', SPACE, 1234.5],
    ["1'234.50", { decimal: '.', thousands: "'" }, 1234.5],
    ['1’234', { decimal: '.', thousands: "'" }, 1234],
    ['€1,000', DOT, 1000],
    ['-€5.00', DOT, -5],
    ['(1,234.00)', DOT, -1234],
    ['250-', DOT, -250],
    ['\u2212 7', DOT, -7],
    ['+3', DOT, 3],
    ['12 %', DOT, 0.12],
    ['1.53e4', DOT, 15_300],
    ['.5', DOT, 0.5],
    [' 42 ', DOT, 42],
    ['-0', DOT, 0],
  ] as const)('%j is read', (text, style, value) => {
    expect(parseNumber(text, style)).toBe(value);
  });

  it.each(['', ' ', 'NULL', 'n/a', '-', 'н/д', 's/d', 'N/D', 'none'])('%j is missing', (text) => {
    expect(parseNumber(text, DOT)).toBeNull();
  });

  it.each([
    'NaN',
    'Infinity',
    '1e400',
    'abc',
    '12,34',
    '1.2.3',
    '--5',
    '(-5)',
    '5%%',
    '1 2',
    '12/5',
    '0x10',
    '1,2345',
  ])('%j is no number', (text) => {
    expect(parseNumber(text, DOT)).toBeUndefined();
  });

  it('reads back what it is written as, in any style', () => {
    const styles = fc.constantFrom(DOT, COMMA, SPACE);
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 99 }),
        styles,
        (whole, cents, style) => {
          const grouped = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, style.thousands);
          const text = `${whole < 0 ? '-' : ''}${grouped}${style.decimal}${String(cents).padStart(2, '0')}`;
          const expected = Number(
            `${whole < 0 ? '-' : ''}${Math.abs(whole)}.${String(cents).padStart(2, '0')}`,
          );
          expect(parseNumber(text, style)).toBe(expected);
        },
      ),
      { seed: 1 },
    );
  });
});

describe('parseDate', () => {
  it.each([
    ['2024-02-29', 'dmy', Date.UTC(2024, 1, 29)],
    ['2010-12-01 08:26:00', 'mdy', Date.UTC(2010, 11, 1, 8, 26)],
    ['2013-11-23T02:30:31-08:00', 'dmy', Date.UTC(2013, 10, 23, 2, 30, 31)],
    ['2024-03-31T02:30:00Z', 'dmy', Date.UTC(2024, 2, 31, 2, 30)],
    ['01.02.2020 0:00', 'dmy', Date.UTC(2020, 1, 1)],
    ['03/04/2026', 'dmy', Date.UTC(2026, 3, 3)],
    ['03/04/2026', 'mdy', Date.UTC(2026, 2, 4)],
    ['12-13-2004 03:16:00 PM', 'mdy', Date.UTC(2004, 11, 13, 15, 16)],
    ['1/2/99', 'dmy', Date.UTC(1999, 1, 1)],
    ['24-01-05', 'ymd', Date.UTC(2024, 0, 5)],
    ['19970101', 'ymd', Date.UTC(1997, 0, 1)],
    ['24 October 2011', 'dmy', Date.UTC(2011, 9, 24)],
    ['October 24, 2011', 'dmy', Date.UTC(2011, 9, 24)],
    ['5 de março de 2024', 'dmy', Date.UTC(2024, 2, 5)],
    ['5 de marzo de 2024', 'dmy', Date.UTC(2024, 2, 5)],
    ['5 de maig de 2024', 'dmy', Date.UTC(2024, 4, 5)],
    ['5 d’abril de 2024', 'dmy', Date.UTC(2024, 3, 5)],
    ['5 марта 2024 г.', 'dmy', Date.UTC(2024, 2, 5)],
    ['5-Mar-24', 'dmy', Date.UTC(2024, 2, 5)],
  ] as const)('%j (%s) is read as wall time', (text, order, value) => {
    expect(parseDate(text, order)).toBe(value);
  });

  it.each([
    '2025-02-29',
    '31/11/2024',
    '0026-01-01',
    '1900-02-29',
    '10-10.2020',
    '32.01.2024',
    '2024-01-01 25:00',
    'Monday',
    '12',
    '99999999',
  ])('%j is no date', (text) => {
    expect(parseDate(text, 'dmy')).toBeUndefined();
  });

  it('missing words are missing', () => {
    expect([parseDate('', 'dmy'), parseDate('NULL', 'dmy'), parseDate('н/д', 'dmy')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('reads back every day in every order', () => {
    const day = fc.integer({
      min: Date.UTC(1600, 0, 1) / 86_400_000,
      max: Date.UTC(2199, 11, 31) / 86_400_000,
    });
    fc.assert(
      fc.property(day, (days) => {
        const ms = days * 86_400_000;
        const [year = '', month = '', date = ''] = new Date(ms).toISOString().slice(0, 10).split('-');
        expect(parseDate(`${year}-${month}-${date}`, 'mdy')).toBe(ms);
        expect(parseDate(`${date}.${month}.${year}`, 'dmy')).toBe(ms);
        expect(parseDate(`${Number(month)}/${Number(date)}/${year}`, 'mdy')).toBe(ms);
        expect(parseDate(year + month + date, 'dmy')).toBe(ms);
      }),
      { seed: 1 },
    );
  });
});

describe('words', () => {
  it('yes and no in five languages', () => {
    const yes = ['yes', 'Y', 'sim', 'sí', 'Si', 'да', 'TRUE', '1', 'verdadero'].map(parseBoolean);
    const no = ['no', 'N', 'não', 'нет', 'false', '0', 'falso', 'fals'].map(parseBoolean);
    expect(new Set(yes)).toEqual(new Set([true]));
    expect(new Set(no)).toEqual(new Set([false]));
    expect(['', 'maybe', '2', 'n/a'].map(parseBoolean)).toEqual([null, undefined, undefined, null]);
  });

  it('short words are missing only where a value is expected', () => {
    expect(['NULL', 'N/A', ' ', 'н/д', 'NA', '-'].map(isNullWord)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['NA', '-', 'none', 'Nadia'].map(isMissingValue)).toEqual([true, true, true, false]);
  });
});

describe('personal data by shape', () => {
  it.each([
    ['529.982.247-25', 'CPF'],
    ['52998224725', 'CPF'],
    ['11.222.333/0001-81', 'CNPJ'],
    ['12345678Z', 'DNI/NIE'],
    ['X1234567L', 'DNI/NIE'],
    ['7707083893', 'ИНН'],
    ['500100732259', 'ИНН'],
    ['112-233-445 95', 'СНИЛС'],
    ['529.982.247-26', undefined],
    ['12345678A', undefined],
    ['111.111.111-11', undefined],
    ['7707083894', undefined],
  ] as const)('%j is %j', (text, kind) => {
    expect(identityNumber(text)).toBe(kind);
  });

  it('e-mail addresses', () => {
    const good = [
      'ana@example.com',
      ' Ana.Vidal+news@sub.example.co ',
      'josé@exemple.cat',
      '"a b"@example.org',
      'mailto:a@b.ru',
    ];
    expect(good.map(isEmail)).toEqual([true, true, true, true, true]);
    expect(['ana@', '@b.com', 'a@b', 'a@b.com, c@d.com', 'a b@c.com'].map(isEmail)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('phone numbers', () => {
    expect(['+44 20 7946 0958', '(11) 91234-5678', '+7 (912) 345-67-89'].map(phoneShape)).toEqual([
      'marked',
      'marked',
      'marked',
    ]);
    expect(['2024-01-05', '05/01/2024', '12', '123456.78', 'abc'].map(phoneShape)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
