// A definition while it is being written: which field cannot stay so, and what the finished one is.
import { expect, test } from 'vitest';
import {
  definitionOf,
  type DefinitionDraft,
  type DraftField,
  draftOf,
  isWrong,
} from '../../../renderer/screens/features/definitionDraft.ts';
import type { FeatureDefinition } from '../../../shared/model/featureDefinition.ts';
import { figuresOf } from '../../../renderer/ui/figures.ts';

const EN = figuresOf('en');
const FIELDS: readonly DraftField[] = ['name', 'groups', 'cuts', 'tail', 'range'];
const draft = (change: Partial<DefinitionDraft>): DefinitionDraft => ({
  ...draftOf(null, EN),
  name: 'Own',
  of: 'age',
  ...change,
});
const wrongIn = (change: Partial<DefinitionDraft>): readonly DraftField[] =>
  FIELDS.filter((field) => isWrong(draft(change), field, EN));

test.each([
  [{ name: 'Spend [old]' }, ['name']],
  [{ kind: 'bands', groups: '5' }, []],
  [{ kind: 'bands', groups: '' }, []],
  [{ kind: 'bands', groups: '1' }, ['groups']],
  [{ kind: 'bands', groups: '2.5' }, ['groups']],
  [{ kind: 'bands', groups: '21' }, ['groups']],
  [{ kind: 'bands', by: 'cuts', groups: '21', cuts: '18 25,5; 35' }, []],
  [{ kind: 'bands', by: 'cuts', cuts: '18,25,35' }, ['cuts']],
  [{ kind: 'bands', by: 'cuts', cuts: '25 18' }, ['cuts']],
  [{ kind: 'transform', method: 'winsor', tail: '30' }, ['tail']],
  [{ kind: 'transform', method: 'rank', tail: '30' }, []],
  [{ kind: 'scale', low: '5', high: '1' }, ['range']],
  [{ kind: 'scale', low: '', high: '5' }, []],
] as const)('%o: wrong is %o', (change, fields) => {
  expect(wrongIn(change)).toEqual(fields);
  if (fields.length > 0) expect(definitionOf(draft({ formula: '1', ...change }), EN)).toBeNull();
});

test('numbers are written and read by the language', () => {
  const PT = figuresOf('pt-BR');
  const bands: FeatureDefinition = { kind: 'bands', name: 'Own', of: 'age', by: { cuts: [1500, 2500.5] } };
  expect(definitionOf({ ...draftOf(bands, PT), cuts: '1.500 2.500,5' }, PT)).toEqual(bands);
  expect(definitionOf({ ...draftOf(bands, EN), cuts: '1,500 2,500.5' }, EN)).toEqual(bands);
  expect([draftOf(bands, PT).cuts, draftOf(bands, EN).cuts]).toEqual(['1500 2500,5', '1500 2500.5']);
  const tails = { kind: 'transform', name: 'Own', of: 'age', method: 'winsor', share: 0.025 } as const;
  expect(draftOf(tails, PT).tail).toBe('2,5');
  expect(definitionOf(draftOf(tails, PT), PT)).toEqual(tails);
});

test('cut points as they are written, with decimal commas', () => {
  expect(definitionOf(draft({ kind: 'bands', by: 'cuts', cuts: '18 25,5; 35' }), EN)).toEqual({
    kind: 'bands',
    name: 'Own',
    of: 'age',
    by: { cuts: [18, 25.5, 35] },
  });
});
