// The vignette of the R package `rfm`: cut points, score sizes and segment counts of 995 customers.
// The data are found through CLIENTELA_DATA.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rfmFeatures } from '../../electron/engine/analysis/rfm.ts';
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

/** The vignette's rules, first match wins: lowest and highest R, F and M score. */
const SEGMENT_RULES = [
  ['Champions', 5, 5, 5, 5, 5, 5],
  ['Potential Loyalist', 3, 5, 3, 5, 2, 5],
  ['Loyal', 2, 4, 2, 4, 2, 4],
  ['Promising', 3, 4, 1, 3, 3, 5],
  ['New', 4, 5, 1, 3, 1, 5],
  ["Can't Lose Them", 1, 2, 3, 4, 4, 5],
  ['At Risk', 1, 2, 2, 5, 4, 5],
  ['Need Attention', 1, 3, 3, 5, 3, 5],
  ['About To Sleep', 2, 3, 1, 3, 1, 4],
  ['Lost', 1, 1, 1, 5, 1, 5],
] as const;

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
    const { cuts, recency, frequency, monetary } = rfmScores(features);
    expect(cuts.recencyDays).toEqual([115, 181, 297.4, 482].map((v) => expect.closeTo(v, 9)));
    expect(cuts.frequency).toEqual([4, 5, 6, 8]);
    expect(cuts.monetary).toEqual([255.8, 382, 506.4, 666].map((v) => expect.closeTo(v, 9)));
    const sizes = Array.from({ length: 6 }, () => 0);
    for (const score of recency) sizes[score]! += 1;
    expect(sizes).toEqual([0, 197, 200, 199, 199, 200]);
    const counts: Record<string, number> = {};
    for (let who = 0; who < names.length; who++) {
      const [r, f, m] = [recency[who]!, frequency[who]!, monetary[who]!];
      const rule = SEGMENT_RULES.find(
        ([, rLow, rHigh, fLow, fHigh, mLow, mHigh]) =>
          r >= rLow && r <= rHigh && f >= fLow && f <= fHigh && m >= mLow && m <= mHigh,
      );
      const segment = rule?.[0] ?? 'Others';
      counts[segment] = (counts[segment] ?? 0) + 1;
    }
    expect(counts).toEqual({
      'Potential Loyalist': 342,
      Loyal: 170,
      Lost: 148,
      New: 104,
      'About To Sleep': 102,
      "Can't Lose Them": 47,
      Champions: 35,
      'At Risk': 28,
      'Need Attention': 10,
      Promising: 9,
    });
  });
});
