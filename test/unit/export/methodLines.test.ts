import { expect, test } from 'vitest';
import { methodLines } from '../../../electron/engine/export/method.ts';
import { wordsOf } from '../../../electron/engine/export/words.ts';
import { sampleReport } from './sampleReport.ts';

const shown = (change: Parameters<typeof sampleReport>[1] = {}) => {
  const lines = methodLines(sampleReport('en', change), wordsOf('en', 'EUR'));
  return new Map(lines.map(({ label, shown: text }) => [label, text]));
};

test('the appendix says whether there are groups, with the figures, and how well the weakest segment holds', () => {
  const lines = shown();
  expect(lines.get('Groups in the data')).toBe(
    'clear: separation 0.23, copies without groups reach 0.11 (n 600)',
  );
  expect(lines.get('Stability')).toBe('weakest segment 0.84 (mean Jaccard, 40 resamples of 4,338 customers)');
});

test('mini-batches are named when they were read, not when they were asked for', () => {
  const { method } = sampleReport();
  const settings = { ...method!.settings, miniBatch: true };
  expect(shown({ method: { ...method!, settings } }).get('Method')).toBe('k-means');
  const facts = { cost: 1, batches: 120 };
  expect(shown({ method: { ...method!, settings, facts } }).get('Method')).toBe('k-means in mini-batches');
  // Customers of another day, placed by what mini-batches had found.
  const placed = { method: { ...method!, settings, facts: { fromBatches: true as const } } };
  expect(shown(placed).get('Method')).toBe('k-means in mini-batches');
});

test('nothing is said of what was not tested', () => {
  const { method } = sampleReport();
  const { stability: _none, ...rest } = method!;
  const lines = shown({ method: { ...rest, groups: null } });
  expect([lines.has('Groups in the data'), lines.has('Stability')]).toEqual([false, false]);
});
