// What differs between a segmentation and the one before it: the customers' data, how features are computed, the run's
// own settings.
import type { LineageChange } from '../../../shared/model/lineage.ts';
import { setsClasses } from '../../../shared/model/method.ts';
import type { ClusterSettings, Segmentation } from '../../../shared/model/segmentation.ts';
import { readRun } from '../db/runs.ts';
import type { ReadDb } from '../db/open.ts';

export interface MadeFrom {
  readonly featuresRunId: number;
  readonly settings: ClusterSettings;
  readonly weighting?: Segmentation['weighting'] | undefined;
}

/** What the signature of a features run says of the records, and the rest of it. */
function signatureOf(db: ReadDb, runId: number): { readonly data: string; readonly definitions: string } {
  const parsed = JSON.parse(readRun(db, runId)?.signature ?? '{}') as Readonly<Record<string, unknown>>;
  const { sources, same, ...definitions } = parsed;
  return { data: JSON.stringify([sources, same]), definitions: JSON.stringify(definitions) };
}

const PARTS = {
  method: ({ method, covariance, miniBatch }) => [method, covariance ?? 'best', miniBatch ?? false],
  features: ({ features }) => features.toSorted(),
  k: ({ k, method }) => (setsClasses(method) ? null : k),
  scaling: ({ scale, scales }) => [
    scale,
    Object.entries(scales ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ],
  missing: ({ missing }) => missing ?? null,
  logs: ({ logs }) => logs,
  outliers: ({ winsorise }) => winsorise ?? null,
  classes: ({ rfm, tiers, rules }) => [rfm ?? null, tiers ?? null, rules ?? null],
  seed: ({ seed }) => seed,
} as const satisfies Partial<Record<LineageChange, (settings: ClusterSettings) => unknown>>;

/** In the order in which they are told. */
export function changesBetween(db: ReadDb, then: MadeFrom, now: MadeFrom): readonly LineageChange[] {
  const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);
  const [before, after] = [signatureOf(db, then.featuresRunId), signatureOf(db, now.featuresRunId)];
  const settings = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((part) =>
    differ(PARTS[part](then.settings), PARTS[part](now.settings)),
  );
  return [
    ...(before.data === after.data ? [] : (['data'] as const)),
    ...(before.definitions === after.definitions ? [] : (['definitions'] as const)),
    ...(differ(then.weighting?.cap ?? null, now.weighting?.cap ?? null) ? (['weights'] as const) : []),
    ...settings,
  ];
}
