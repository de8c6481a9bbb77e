// What the form for fixes offers per column, and the step that it makes.
import { describe, expect, test } from 'vitest';
import { choicesFor, type StepDraft, stepOf } from '../../../renderer/screens/data/steps/stepDraft.ts';
import { figuresOf } from '../../../renderer/ui/figures.ts';
import type { Field } from '../../../shared/model/source.ts';
import { RecordedStep } from '../../../shared/model/step.ts';

const EN = figuresOf('en');
const field = (type: Field['type'], role: Field['role'] = 'feature'): Field => ({
  id: 1,
  position: 2,
  header: 'x',
  name: 'x',
  type,
  role,
  criterion: null,
  decimal: '.',
  thousands: '',
  dateOrder: 'ymd',
  pii: null,
});
const draft: StepDraft = { position: 2, choice: 'trim', value: ' Vic ', below: '', above: '' };

describe('choices', () => {
  test('texts, numbers, dates, yes/no and keys are offered what fits them', () => {
    expect(choicesFor(field('category'))).toEqual([
      'trim',
      'lower',
      'upper',
      'title',
      'sentence',
      'fillMode',
      'fillValue',
      'missingValue',
      'leaveOut',
    ]);
    expect(choicesFor(field('money')).slice(0, 3)).toEqual(['fillMedian', 'missingBeyond', 'cap']);
    expect(choicesFor(field('money')).slice(-2)).toEqual(['decimalPoint', 'decimalComma']);
    expect(choicesFor(field('date')).slice(-2)).toEqual(['dayFirst', 'monthFirst']);
    expect(choicesFor(field('boolean'))).toEqual(['fillMode', 'fillValue', 'missingValue', 'leaveOut']);
    expect(choicesFor(field('text', 'customerKey')).slice(-3)).toEqual([
      'keepFirst',
      'keepLast',
      'keepMerged',
    ]);
  });

  test('each makes a step that the engine takes, once nothing is missing', () => {
    const types = ['category', 'money', 'date', 'boolean'] as const;
    const fields = [...types.map((type) => field(type)), field('text', 'orderKey')];
    for (const one of fields) {
      for (const choice of choicesFor(one)) {
        const typed = one.type === 'date' ? '2020-01-01' : '5';
        const step = stepOf({ ...draft, choice, below: typed, value: typed }, one, EN);
        expect(RecordedStep.parse(step)).toEqual(step);
      }
    }
  });
});

test('limits are numbers or days; without any there is no step', () => {
  expect(stepOf({ ...draft, choice: 'cap', above: '9.5' }, field('number'), EN)).toEqual({
    kind: 'capOutliers',
    position: 2,
    above: 9.5,
  });
  expect(stepOf({ ...draft, choice: 'missingBeyond', below: '1900-01-02' }, field('date'), EN)).toEqual({
    kind: 'setMissing',
    position: 2,
    below: Date.UTC(1900, 0, 2),
  });
  const limited = (language: 'en' | 'ru', below: string, above: string) =>
    stepOf({ ...draft, choice: 'cap', below, above }, field('number'), figuresOf(language));
  expect(limited('en', ' ', 'x')).toBe(null);
  // Half of what was asked for is not done either.
  expect(limited('en', '5', 'x')).toBe(null);
  expect(limited('en', '', '719,000')).toEqual({ kind: 'capOutliers', position: 2, above: 719_000 });
  expect(limited('ru', '2,5', '719 000')).toEqual({
    kind: 'capOutliers',
    position: 2,
    below: 2.5,
    above: 719_000,
  });
});

test('what fills gaps between numbers and dates is one, as the language writes it', () => {
  const filled = (language: 'en' | 'pt-BR', value: string, type: Field['type']) => {
    const step = stepOf({ ...draft, choice: 'fillValue', value }, field(type), figuresOf(language));
    return step?.kind === 'fillMissing' ? step.with : step;
  };
  expect(filled('pt-BR', '2.500', 'number')).toEqual({ number: 2500 });
  expect(filled('pt-BR', '2,5', 'money')).toEqual({ number: 2.5 });
  expect(filled('en', '2,500', 'money')).toEqual({ number: 2500 });
  expect(filled('en', 'much', 'money')).toBeNull();
  expect(filled('en', '2020-01-01', 'date')).toEqual({ number: Date.UTC(2020, 0, 1) });
  expect(filled('pt-BR', ' 2.500 ', 'category')).toEqual({ value: '2.500' });
});

test('values are trimmed; only leaving records out may mean an empty one', () => {
  expect(stepOf({ ...draft, choice: 'missingValue' }, field('category'), EN)).toEqual({
    kind: 'setMissing',
    position: 2,
    values: ['Vic'],
  });
  expect(stepOf({ ...draft, choice: 'fillValue', value: ' ' }, field('category'), EN)).toBe(null);
  expect(stepOf({ ...draft, choice: 'leaveOut', value: ' ' }, field('category'), EN)).toEqual({
    kind: 'excludeRecords',
    where: { position: 2, values: [''] },
  });
});
