// All numbers of segments that were tried for the same question: same features, values and seed.
// A later run with one number would otherwise hide what a range had shown before.
import type { Segmentation, TriedK } from '../../../shared/model/segmentation.ts';

const questionOf = ({ settings }: Segmentation): string =>
  JSON.stringify([
    settings.method,
    settings.features.toSorted(),
    settings.scale,
    Object.entries(settings.scales ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    settings.missing ?? null,
    settings.logs,
    settings.seed,
    settings.winsorise ?? null,
    settings.miniBatch ?? false,
    settings.covariance ?? 'best',
  ]);

/**
 * One row per k in ascending order, from `shown` and from the other solutions of the same question;
 * the shown solution's own rows win. Solutions with other customers are left out: their scores do not compare.
 */
export function triedAcross(shown: Segmentation, solutions: readonly Segmentation[]): readonly TriedK[] {
  const question = questionOf(shown);
  const same = solutions.filter((one) => one.customers === shown.customers && questionOf(one) === question);
  const rows = new Map<number, TriedK>();
  for (const { tried } of [...same, shown]) for (const row of tried) rows.set(row.k, row);
  return [...rows.values()].toSorted((a, b) => a.k - b.k);
}
