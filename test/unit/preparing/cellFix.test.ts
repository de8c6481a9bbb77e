// What each step makes of a cell, at the edges: missing, unreadable, dates, other conventions.
import { describe, expect, test } from 'vitest';
import { cellFix, readFieldsAs, textOf, valueOf } from '../../../electron/engine/preparing/cellFix.ts';
import type { Reading, SettledStep } from '../../../electron/engine/preparing/cellFix.ts';
import type { Field } from '../../../shared/model/source.ts';

const TEXT: Reading = { type: 'text', decimal: '.', thousands: '', dateOrder: 'dmy' };
const NUMBER: Reading = { type: 'number', decimal: ',', thousands: '.', dateOrder: 'dmy' };
const DATE: Reading = { ...TEXT, type: 'date' };

const made = (step: SettledStep, as: Reading, cells: readonly (string | null)[]): (string | null)[] =>
  cells.map(cellFix(step, as));

test('trim takes spaces of every sort away and leaves nothing where there was nothing else', () => {
  const cells = ['  Vic ', 'Sant \u00A0 Cugat', '\u200BOlot\uFEFF', ' \t', null, 'Vic'];
  expect(made({ kind: 'trim', position: 0 }, TEXT, cells)).toEqual([
    'Vic',
    'Sant Cugat',
    'Olot',
    null,
    null,
    'Vic',
  ]);
});

describe('case', () => {
  const cells = ['SÃO paulo', 'д’артаньян и ко', '1st STREET', null];
  test.each([
    ['lower', ['são paulo', 'д’артаньян и ко', '1st street', null]],
    ['upper', ['SÃO PAULO', 'Д’АРТАНЬЯН И КО', '1ST STREET', null]],
    ['title', ['São Paulo', 'Д’артаньян И Ко', '1St Street', null]],
    ['sentence', ['São paulo', 'Д’артаньян и ко', '1St street', null]],
  ] as const)('%s', (to, expected) => {
    expect(made({ kind: 'changeCase', position: 0, to }, TEXT, cells)).toEqual(expected);
  });
});

test('merging compares without outer spaces and leaves other words alone', () => {
  const groups = [
    { into: 'São Paulo', from: ['Sao Paulo', 'S. Paulo '] },
    { into: 'Rio', from: ['rio'] },
  ];
  const cells = [' Sao Paulo', 'S. Paulo', 'rio', 'Rio', 'Santos', null];
  expect(made({ kind: 'mergeValues', position: 0, groups }, TEXT, cells)).toEqual([
    'São Paulo',
    'São Paulo',
    'Rio',
    'Rio',
    'Santos',
    null,
  ]);
});

test('filling gives missing cells the value, and nothing when the column had none to give', () => {
  expect(made({ kind: 'fillMissing', position: 0, value: '3,5' }, NUMBER, [null, '1', ''])).toEqual([
    '3,5',
    '1',
    '',
  ]);
  expect(made({ kind: 'fillMissing', position: 0, value: null }, NUMBER, [null, '1'])).toEqual([null, '1']);
});

describe('setting missing', () => {
  test('by word and by value however it is written', () => {
    const step: SettledStep = { kind: 'setMissing', position: 0, values: ['1900', 'n.s. '] };
    expect(made(step, NUMBER, ['1900', '1.900', ' 1900 ', 'n.s.', '1901', null])).toEqual([
      null,
      null,
      null,
      null,
      '1901',
      null,
    ]);
  });
  test('a default date', () => {
    const step: SettledStep = { kind: 'setMissing', position: 0, values: ['1900-01-01'] };
    expect(made(step, DATE, ['01.01.1900', '1900-01-01', '02.01.1900'])).toEqual([null, null, '02.01.1900']);
  });
  test('beyond limits; the limits themselves stay', () => {
    const step: SettledStep = { kind: 'setMissing', position: 0, below: 0, above: 120 };
    expect(made(step, NUMBER, ['-1', '0', '120', '120,5', 'text', null])).toEqual([
      null,
      '0',
      '120',
      null,
      'text',
      null,
    ]);
    expect(made(step, TEXT, ['-1', '500'])).toEqual(['-1', '500']);
  });
});

test('capping writes the limit as the column writes numbers and dates', () => {
  const step = { kind: 'capOutliers', position: 0, below: -1.5, above: 1000.25 } as const;
  expect(made(step, NUMBER, ['-2', '-1,5', '1.000,25', '5.000', null, 'x'])).toEqual([
    '-1,5',
    '-1,5',
    '1.000,25',
    '1000,25',
    null,
    'x',
  ]);
  const dates = { kind: 'capOutliers', position: 0, above: Date.UTC(2025, 11, 31) } as const;
  expect(made(dates, DATE, ['01.02.2026', '31.12.2025'])).toEqual(['2025-12-31', '31.12.2025']);
});

test('reading again makes missing what cannot be read so; text can always be', () => {
  const step = { kind: 'parseAgain', position: 0 } as const;
  expect(made(step, NUMBER, ['1,5', '1.5', 'x', null])).toEqual(['1,5', null, null, null]);
  expect(made(step, TEXT, ['1,5', 'x', null])).toEqual(['1,5', 'x', null]);
});

test('fields are read as all their steps say, whatever the order', () => {
  const field: Field = {
    ...NUMBER,
    id: 1,
    position: 4,
    header: 'a',
    name: 'a',
    role: 'feature',
    criterion: null,
    pii: null,
  };
  const steps = [
    { kind: 'parseAgain', position: 4, decimal: '.', thousands: '' } as const,
    { kind: 'trim', position: 4 } as const,
    { kind: 'parseAgain', position: 4, type: 'money' } as const,
    { kind: 'parseAgain', position: 5, type: 'date' } as const,
  ];
  expect(readFieldsAs([field], steps)).toEqual([{ ...field, decimal: '.', thousands: '', type: 'money' }]);
});

test('what is written can be read again', () => {
  for (const value of [0, -0.1, 1e21, 123456.789]) expect(valueOf(textOf(value, NUMBER), NUMBER)).toBe(value);
  const late = Date.UTC(2025, 0, 31, 23, 59, 58);
  expect([textOf(late, DATE), valueOf(textOf(late, DATE), DATE)]).toEqual(['2025-01-31 23:59:58', late]);
});
