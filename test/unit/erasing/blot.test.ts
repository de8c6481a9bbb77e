// Mentions of a person inside longer texts: found however they are written, and nothing else is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blotAll, createBlotter } from '../../../electron/engine/jobs/erasing/blot.ts';
import { nameMark, ownName, widerNames } from '../../../electron/engine/jobs/erasing/ownName.ts';

const blot = createBlotter({
  traces: {
    emails: ['maria.souza@x.com'],
    phones: ['+55 (11) 98765-4321', '655 010 777'],
    nationalIds: ['123.456.789-09'],
    keys: ['k-0077'],
    names: [
      ['maria', 'souza', 'lima'],
      ['петров', 'алексеи'],
    ],
  },
  mark: '[erased]',
});

describe('a mention', () => {
  it.each([
    ['indicado por Maria.Souza@X.com.', 'indicado por [erased].'],
    ['<maria.souza@x.com>; joao@x.com', '<[erased]>; joao@x.com'],
    ['ligar +5511987654321 hoje', 'ligar [erased] hoje'],
    ['ligar 0055 11 98765 4321', 'ligar [erased]'],
    ['tel.: (11) 98765.4321', 'tel.: [erased]'],
    ['WhatsApp 011 98765-4321, à noite', 'WhatsApp [erased], à noite'],
    ['marido (655-010-777)', 'marido ([erased])'],
    ['avisar al +34 655-010-777', 'avisar al [erased]'],
    ['CPF 12345678909 e 123.456.789-09', 'CPF [erased] e [erased]'],
    ['wife of K-0077', 'wife of [erased]'],
    ['prima da MARIA SOUZA LIMA', 'prima da [erased]'],
    ['Souza Lima, Maria (irmã)', '[erased] (irmã)'],
    ['Mária  Soúza-Lima disse', '[erased] disse'],
    ['друг Алексея: Петров Алексей', 'друг Алексея: [erased]'],
    ['Maria Souza Lima, maria.souza@x.com', '[erased], [erased]'],
  ])('in %j is replaced', (text, expected) => {
    expect(blot(text)).toEqual({ value: expected, count: expected.split('[erased]').length - 1 });
  });

  it.each([
    'maria.souza@x.com.br',
    'ana.maria.souza@x.com',
    '1655010777',
    '655 010 7778',
    '978-655-010-777-2',
    'K-00771',
    'XK-0077',
    'K-0077-2',
    'Maria Souza',
    'Maria Souza Limão',
    'Maria Souza and Lima',
    'Lima, Peru',
    '',
  ])('is not seen in %j', (text) => {
    expect(blot(text)).toEqual({ value: text, count: 0 });
  });

  it('is gone from any text, whatever stands around it; the rest stays', () => {
    const said = fc.constantFrom('maria.souza@x.com', '(11) 98765-4321', 'K-0077', 'Maria Souza Lima');
    const around = fc.string({ unit: fc.constantFrom(' ', 'z', '"', '|', ';', '\n', 'é') });
    fc.assert(
      fc.property(around, said, around, (before, text, after) => {
        const { value, count } = blot(`${before} ${text} ${after}`);
        expect({ value, count }).toEqual({ value: `${before} [erased] ${after}`, count: 1 });
        expect(blot(value)).toEqual({ value, count: 0 });
      }),
      { seed: 1 },
    );
  });

  it('is found at any depth of JSON; names of properties and numbers stay', () => {
    const body = { 'K-0077': [{ text: 'ask K-0077', n: 655010777 }, null, 'K-0077 and K-0077'], ok: true };
    expect(blotAll(body, blot)).toEqual({
      value: { 'K-0077': [{ text: 'ask [erased]', n: 655010777 }, null, '[erased] and [erased]'], ok: true },
      count: 3,
    });
  });
});

const columns = (...headers: string[]) =>
  headers.map((header) => ({ role: 'pii' as const, pii: 'name' as const, name: header, header }));

describe('the own name of a record', () => {
  it.each([
    [['Name'], ['Maria Souza'], [['maria', 'souza']]],
    [['Name'], ['Maria'], []],
    [['Nome', 'Indicado por'], ['Maria Souza', 'João Lima'], [['maria', 'souza']]],
    [['Nombre', 'Apellidos'], ['María José', 'García López'], [['maria', 'jose', 'garcia', 'lopez']]],
    [
      ['Фамилия', 'Имя', 'Отчество'],
      ['Петров', 'Иван', 'Ильич'],
      [
        ['иван', 'петров'],
        ['иван', 'ильич', 'петров'],
      ],
    ],
    [['Full name', 'Last name'], ['Maria Souza', 'Souza'], [['maria', 'souza']]],
  ])('of the columns %j with %j is %j', (headers, cells, names) => {
    expect(ownName(columns(...headers)).namesIn((place) => cells[place])).toEqual(names);
  });

  it('agrees with itself in any order, and with one word more', () => {
    expect(nameMark(['souza', 'maria'])).toBe(nameMark(['maria', 'souza']));
    expect(widerNames(['maria', 'souza', 'lima']).map(nameMark)).toContain(nameMark(['maria', 'souza']));
    expect(widerNames(['maria', 'souza'])).toEqual([['maria', 'souza']]);
  });
});
