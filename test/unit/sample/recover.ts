// A quick local k-means and the adjusted Rand index, only to see whether the sample's kinds can be found again.
import { createSampleRandom, type SampleRandom } from '../../../resources/sample/random.ts';

type Rows = readonly (readonly number[])[];

/** Columns to mean 0 and standard deviation 1; missing values (NaN) become the mean. */
export function standardise(rows: Rows): Rows {
  const width = rows[0]?.length ?? 0;
  const scales = Array.from({ length: width }, (_, column) => {
    const known = rows.map((row) => row[column] ?? Number.NaN).filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
    return { mean, sd: Math.sqrt(variance) || 1 };
  });
  return rows.map((row) =>
    row.map((value, column) => {
      const scale = scales[column];
      return scale && !Number.isNaN(value) ? Math.max(-3, Math.min(3, (value - scale.mean) / scale.sd)) : 0;
    }),
  );
}

function distance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += ((a[at] ?? 0) - (b[at] ?? 0)) ** 2;
  return sum;
}

function nearest(row: readonly number[], centres: Rows): { readonly label: number; readonly cost: number } {
  let best = { label: 0, cost: Number.POSITIVE_INFINITY };
  for (const [label, centre] of centres.entries()) {
    const cost = distance(row, centre);
    if (cost < best.cost) best = { label, cost };
  }
  return best;
}

function seedCentres(rows: Rows, k: number, random: SampleRandom): Rows {
  const centres = [random.pick(rows)];
  while (centres.length < k) {
    const costs = rows.map((row) => nearest(row, centres).cost);
    let left = random.next() * costs.reduce((sum, cost) => sum + cost, 0);
    const at = costs.findIndex((cost) => (left -= cost) <= 0);
    centres.push(rows[Math.max(0, at)] ?? []);
  }
  return centres;
}

function means(rows: Rows, labels: readonly number[], k: number): Rows {
  return Array.from({ length: k }, (_, label) => {
    const members = rows.filter((_row, at) => labels[at] === label);
    const width = rows[0]?.length ?? 0;
    return Array.from({ length: width }, (__, column) => {
      const sum = members.reduce((total, row) => total + (row[column] ?? 0), 0);
      return sum / Math.max(1, members.length);
    });
  });
}

/** The best of `starts` runs of Lloyd's algorithm. */
export function quickKmeans(rows: Rows, k: number, starts: number): readonly number[] {
  const random = createSampleRandom(1);
  let best: { labels: readonly number[]; cost: number } = { labels: [], cost: Number.POSITIVE_INFINITY };
  for (let start = 0; start < starts; start++) {
    let centres = seedCentres(rows, k, random);
    let found = rows.map((row) => nearest(row, centres));
    for (let round = 0; round < 30; round++) {
      centres = means(
        rows,
        found.map((item) => item.label),
        k,
      );
      found = rows.map((row) => nearest(row, centres));
    }
    const cost = found.reduce((sum, item) => sum + item.cost, 0);
    if (cost < best.cost) best = { labels: found.map((item) => item.label), cost };
  }
  return best.labels;
}

/** Hubert and Arabie (1985): 1 for the same partition, about 0 for unrelated ones. */
export function adjustedRand(a: readonly number[], b: readonly number[]): number {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const count = (keys: readonly string[]): number => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, value) => sum + pairs(value), 0);
  };
  const both = count(a.map((label, at) => `${label}/${b[at]}`));
  const first = count(a.map(String));
  const second = count(b.map(String));
  const expected = (first * second) / pairs(a.length);
  return (both - expected) / ((first + second) / 2 - expected);
}
