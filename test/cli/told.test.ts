// What `cluster` tells in words: samples, mini-batches, weights that lie idle, and reasons of a recommendation.
import { afterAll, expect, test } from 'vitest';
import { readingLines, reasonLine } from '../../electron/hosts/cli/told.ts';
import type { MethodFacts } from '../../shared/model/method.ts';
import type { ClusterSettings } from '../../shared/model/segmentation.ts';
import type { Reason } from '../../shared/model/tournament.ts';
import { openDesk } from '../support/commandLine.ts';

const desk = openDesk();
afterAll(() => desk.remove());

const read = (change: Partial<ClusterSettings>, facts: MethodFacts, customers: number): string[] => {
  const settings = { features: ['Age'], k: 3, scale: 'z', seed: 1, logs: false, method: 'kmeans' } as const;
  return readingLines({
    settings: { ...settings, features: [...settings.features], ...change },
    facts,
    customers,
  });
};

test('a sample, mini-batches, and batches that were asked for in vain', () => {
  expect(read({ method: 'ward' }, { sampledRows: 5_000 }, 30_000)).toEqual([
    'Found on a sample of 5,000 customers; all others were placed by the result.',
  ]);
  expect(read({ miniBatch: true }, { batches: 120 }, 20_001)).toEqual([
    'Learnt from 120 mini-batches of 1,024 customers; everyone was then placed once.',
  ]);
  expect(read({ miniBatch: true }, { cost: 1 }, 20_000)).toEqual([
    '--mini-batch changed nothing: it is for more than 20000 customers, these are 20000',
  ]);
  expect(read({}, { cost: 1 }, 30_000)).toEqual([]);
});

const REASONS: readonly (readonly [Reason, string])[] = [
  [{ code: 'allRound', shortfall: 0.121, only: false }, 'Within 13 % of the best on every test.'],
  [{ code: 'allRound', shortfall: 0, only: true }, 'Within 0 % of the best on every test, and the only one.'],
  [{ code: 'bestOn', criteria: ['stability', 'explainability'] }, 'Best on stability, explained by rules.'],
  [
    {
      code: 'rival',
      method: 'ward',
      k: 4,
      scale: 'z',
      subset: 'all',
      better: 'separation',
      betterValue: 0.3,
      worse: 'balance',
      worseValue: 0.021,
    },
    'Hierarchical (Ward), 4 segments does better on separation (0.30), but worse on smallest segment (2.1 %).',
  ],
  [
    { code: 'twoSeparate', value: 0.412 },
    'Two segments separate better (0.41), but two groups rarely make a plan.',
  ],
  [
    { code: 'unsteady', lowest: 0.55 },
    'Keep it only with a warning: its weakest segment has a mean Jaccard similarity of 0.55 over the resamples, below 0.60.',
  ],
  [
    { code: 'noGroups', other: 'rfm' },
    'There are no clear groups to find: this division claims none, and says plainly who is worth what. The other one that claims none: RFM segments.',
  ],
  [
    { code: 'noGroups', other: null },
    'There are no clear groups to find: this division claims none, and says plainly who is worth what.',
  ],
];
test.each(REASONS)('a reason in words: $code', (reason, sentence) => {
  expect(reasonLine(reason)).toBe(sentence);
});

test('a column of weights that is not in use is told, and what was asked for in vain', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `C${at},${100 * (at % 3) + (at % 7)},${1 + (at % 2)}`);
  desk.write('panel.csv', `customer_id,visits,Panel weight\n${rows.join('\n')}\n`);
  desk.write('map.json', JSON.stringify({ columns: { 'Panel weight': { type: 'number', role: 'weight' } } }));
  await desk.json(
    'import',
    'p.clientela',
    'panel.csv',
    '--as',
    'customers',
    '--mapping',
    'map.json',
    '--json',
  );
  const asked = ['cluster', 'p.clientela', '--features', 'visits', '--k', '3'];
  const idle =
    'weights: column “Panel weight” is not in use; “Use weights” on the Quality screen puts it into use';
  const { stdout } = await desk.run(...asked, '--mini-batch');
  expect(stdout.split('\n').slice(-3)).toEqual([
    '--mini-batch changed nothing: it is for more than 20000 customers, these are 60',
    idle,
    '',
  ]);
  const auto = await desk.run(...asked, '--method', 'auto');
  expect(auto.stdout.split('\n').slice(1, 4)).toEqual([
    'groups in the data: clear',
    expect.stringMatching(/^Within \d+ % of the best on every test/) as string,
    expect.any(String) as string,
  ]);
  const on = '{"weighting":{"on":true,"cap":5}}';
  expect((await desk.run('call', 'project.setSettings', on, '--project', 'p.clientela')).status).toBe(0);
  expect((await desk.run(...asked)).stdout).not.toContain('Panel weight');
});
