// The vignette of the R package `rfm`: cut points, score sizes and segment counts of 995 customers.
// The data are found through CLIENTELA_DATA.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rfmFeatures } from '../../electron/engine/analysis/rfm.ts';
import { createMatrix, runToEnd } from '../../electron/engine/analysis/matrix.ts';
import { solve } from '../../electron/engine/analysis/methods/solve.ts';
import { RFM_SEGMENTS, RfmSettings } from '../../shared/model/division.ts';
import { rfmScores } from '../../electron/engine/analysis/rfmScore.ts';

const folder = process.env['CLIENTELA_DATA'];
if (folder === undefined)
  console.warn('NOT RUN: test/data/rfm needs CLIENTELA_DATA, the folder of real data.');

function csv(...path: readonly string[]): readonly (readonly string[])[] {
  const text = readFileSync(join(folder ?? '', ...path), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .trim()
        .split(',')
        .map((cell) => cell.replaceAll('"', '')),
    );
}

describe.runIf(folder !== undefined)('RFM of the published orders', () => {
  test('cut points, score sizes and segments', () => {
    const rows = csv('rfm-orders', 'rfm-orders.csv');
    const names = [...new Set(rows.map((row) => row[0]!))];
    const numbers = new Map(names.map((name, index) => [name, index]));
    const features = rfmFeatures(
      {
        customer: Int32Array.from(rows, (row) => numbers.get(row[0]!)!),
        epochMs: Float64Array.from(rows, (row) => Date.parse(row[1]!)),
        amount: Float64Array.from(rows, (row) => Number(row[2])),
        order: null,
      },
      { customers: names.length, analysisMs: Date.parse('2006-12-31') },
    );
    const { cuts, recency } = rfmScores(features);
    expect(cuts.recencyDays).toEqual([115, 181, 297.4, 482].map((v) => expect.closeTo(v, 9)));
    expect(cuts.frequency).toEqual([4, 5, 6, 8]);
    expect(cuts.monetary).toEqual([255.8, 382, 506.4, 666].map((v) => expect.closeTo(v, 9)));
    const sizes = Array.from({ length: 6 }, () => 0);
    for (const score of recency) sizes[score]! += 1;
    expect(sizes).toEqual([0, 197, 200, 199, 199, 200]);
    const scored = {
      recency: features.recencyDays,
      frequency: features.frequency,
      monetary: features.monetary,
    };
    const columns = Object.entries(scored).map(([name, values]) => ({ name, values, log: false }));
    const table = { rows: names.length, numbers: columns, categories: [] };
    const input = { matrix: createMatrix(names.length, 0), table, weights: null };
    const options = { method: 'rfm', rfm: RfmSettings.parse({}) } as const;
    const { facts, sizes: found } = runToEnd(solve(input, options));
    const counts = Object.fromEntries(
      (facts.classes ?? []).map((at, cluster) => [RFM_SEGMENTS[at]?.key ?? 'others', found[cluster]]),
    );
    expect(counts).toEqual({
      potentialLoyalist: 342,
      loyal: 170,
      lost: 148,
      new: 104,
      aboutToSleep: 102,
      cannotLose: 47,
      champions: 35,
      atRisk: 28,
      needAttention: 10,
      promising: 9,
    });
  });
});
