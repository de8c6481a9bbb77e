import { describe, expect, test } from 'vitest';
import {
  importInputOf,
  lacksOf,
  mappingOf,
  newDraft,
  openQuestions,
  withEdit,
  withOverrides,
} from '../../../renderer/screens/import/draft.ts';
import type { ColumnProposal, Inspection } from '../../../shared/model/inspection.ts';
import { PLAIN_CSV } from '../../../shared/model/readSettings.ts';

const file = { handle: 'f1', name: 'orders.2025.csv', bytes: 1200 };

function proposal(position: number, name: string, over: Partial<ColumnProposal>): ColumnProposal {
  return {
    position,
    header: name,
    name,
    type: 'text',
    role: 'feature',
    criterion: 'behavioural',
    confidence: 0.9,
    reasons: [],
    pii: null,
    decimal: ',',
    thousands: '.',
    dateOrder: 'dmy',
    sampled: 10,
    missing: 0,
    distinct: 5,
    examples: [],
    bars: [],
    ...over,
  };
}

const columns = [
  proposal(0, 'Client', { role: 'customerKey', criterion: null }),
  proposal(1, 'Data', { type: 'date', role: 'date', criterion: null }),
  proposal(2, 'Import', { type: 'money', role: 'amount', criterion: null }),
  proposal(3, 'Cost', { type: 'money' }),
];

const inspection: Inspection = {
  fileName: file.name,
  bytes: file.bytes,
  settings: {
    ...PLAIN_CSV,
    encoding: 'windows-1252',
    delimiter: ';',
    decimal: ',',
    thousands: '.',
    dateOrder: 'dmy',
  },
  confidence: { encoding: 1, delimiter: 1, header: 1, dateOrder: 0.5 },
  runnerUp: {},
  asks: ['dateOrder', 'decimal'],
  kind: 'transactions',
  sheets: [],
  columns,
  preview: [],
  issues: [],
  complete: true,
};

describe('import draft', () => {
  test('a role that one column can have moves, and the former column becomes a feature or is ignored', () => {
    const draft = withEdit(newDraft(file), mappingOf(columns, {}), 3, { role: 'amount' });
    expect(draft.edits).toEqual({ 2: { role: 'feature' }, 3: { role: 'amount' } });
    const keyed = withEdit(draft, mappingOf(columns, draft.edits), 1, { role: 'customerKey' });
    expect(keyed.edits).toEqual({
      0: { role: 'ignore' },
      1: { role: 'customerKey' },
      2: { role: 'feature' },
      3: { role: 'amount' },
    });
    expect(mappingOf(columns, keyed.edits).map(({ role, criterion }) => [role, criterion])).toEqual([
      ['ignore', null],
      ['customerKey', null],
      ['feature', null],
      ['amount', 'behavioural'],
    ]);
  });

  test('edits survive a changed date order, not a changed delimiter', () => {
    const edited = withEdit(newDraft(file), mappingOf(columns, {}), 3, { type: 'text' });
    expect(withOverrides(edited, { dateOrder: 'mdy' }).edits).toEqual({ 3: { type: 'text' } });
    expect(withOverrides(edited, { delimiter: ',' }).edits).toEqual({});
  });

  test('a question stays open until its setting was chosen by hand', () => {
    const draft = newDraft(file);
    expect(openQuestions(draft, inspection)).toEqual(['dateOrder', 'decimal']);
    expect(openQuestions(withOverrides(draft, { dateOrder: 'dmy' }), inspection)).toEqual(['decimal']);
  });

  test('transactions need key, date and amount; quantity with unit price stands for the amount', () => {
    expect(lacksOf('transactions', mappingOf(columns, {}))).toEqual([]);
    const bare = mappingOf([proposal(0, 'a', {}), proposal(1, 'b', {})], {});
    expect(lacksOf('transactions', bare)).toEqual(['key', 'date', 'amount']);
    expect(lacksOf('customers', bare)).toEqual(['key']);
    expect(lacksOf('customers', bare, true)).toEqual([]);
    expect(lacksOf('transactions', bare, true)).toEqual(['key', 'date', 'amount']);
    expect(lacksOf('other', bare)).toEqual([]);
    const priced = mappingOf(columns, { 2: { role: 'quantity' }, 3: { role: 'unitPrice' } });
    expect(lacksOf('transactions', priced)).toEqual([]);
  });

  test('the input of the job is what was shown', () => {
    expect(
      importInputOf(withEdit(newDraft(file), mappingOf(columns, {}), 3, { role: 'ignore' }), inspection),
    ).toEqual({
      file: 'f1',
      name: 'orders.2025',
      kind: 'transactions',
      settings: inspection.settings,
      columns: mappingOf(columns, { 3: { role: 'ignore' } }),
    });
    const dated = importInputOf({ ...newDraft(file), asOf: '2025-03-31' }, inspection);
    expect(dated.asOf).toBe('2025-03-31');
  });
});

describe('numbers shown by a format', () => {
  test('which text is loaded is a setting of the file, and the type of the column is proposed anew', () => {
    const typed = withEdit(newDraft(file), columns, 2, { type: 'number' });
    const chosen = withEdit(typed, columns, 2, { numbersShown: false });
    expect(chosen.edits).toEqual({});
    expect(chosen.overrides).toEqual({ numbersShown: { '2': false } });
    const both = withEdit(chosen, columns, 3, { numbersShown: true });
    expect(both.overrides).toEqual({ numbersShown: { '2': false, '3': true } });
    expect(withOverrides(both, { decimal: ',' }).overrides).toEqual({
      numbersShown: { '2': false, '3': true },
      decimal: ',',
    });
  });

  test('another sheet has other columns', () => {
    const chosen = withEdit(newDraft(file), columns, 2, { numbersShown: false });
    expect(withOverrides(chosen, { sheet: 'Two' }).overrides).toEqual({ sheet: 'Two' });
  });
});
