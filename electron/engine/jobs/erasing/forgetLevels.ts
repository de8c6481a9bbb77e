// A category that only an erased person had said who it was: it goes from the models and columns of segmentations, too.
import { readStrings } from '../../db/columns.ts';
import { featureRun, levelsColumn } from '../../db/featureTable.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import { readRun } from '../../db/runs.ts';
import type { SegmentationSummary } from '../../db/segmentationTable.ts';
import type { StoredModel } from '../../analysis/methods/solution.ts';
import type { PreparedFeature } from '../segmenting/preparation.ts';
import { changeModel } from '../segmenting/storedModel.ts';

/** Levels by the name of their category. */
export type Levels = ReadonlyMap<string, ReadonlySet<string>>;

export function levelsOf(db: ReadDb, featuresRunId: number): Levels {
  const categories = featureRun(db, featuresRunId)?.summary.features.filter(
    ({ type }) => type === 'category',
  );
  return new Map(
    (categories ?? []).map(({ name }) => [name, new Set(readStrings(db, featuresRunId, levelsColumn(name)))]),
  );
}

/** Those of the first that the second no longer has. */
export function lostLevels(before: Levels, after: Levels): Levels {
  const lost = [...before].map(([name, levels]) => {
    const still = after.get(name) ?? new Set();
    return [name, new Set([...levels].filter((level) => !still.has(level)))] as const;
  });
  return new Map(lost.filter(([, levels]) => levels.size > 0));
}

/** The column of a forgotten level stays, so that the others keep their places; nobody matches it. */
export function forgetLevels(db: WriteDb, runId: number, lost: Levels): void {
  if (lost.size === 0) return;
  changeModel(db, runId, ({ model, preparation, ...rest }) => ({
    ...rest,
    model: modelWithout(model, lost),
    preparation: {
      ...preparation,
      features: preparation.features.map((feature) => featureWithout(feature, lost)),
    },
  }));
  const summary = JSON.parse(readRun(db, runId)?.summary ?? '{}') as SegmentationSummary;
  const titles = new Set(
    [...lost].flatMap(([name, levels]) => [...levels].map((level) => `${name}: ${level}`)),
  );
  const columns = summary.columns.map((column) =>
    titles.has(column)
      ? `${[...lost.keys()].find((name) => column.startsWith(`${name}: `)) ?? ''}: `
      : column,
  );
  db.runRaw('UPDATE run SET summary = ? WHERE id = ?', JSON.stringify({ ...summary, columns }), runId);
}

function featureWithout(feature: PreparedFeature, lost: Levels): PreparedFeature {
  if (feature.kind !== 'category') return feature;
  const gone = lost.get(feature.name);
  const levels = feature.levels.map((level) => (level !== null && gone?.has(level) ? '' : level));
  return { ...feature, levels };
}

function modelWithout(model: StoredModel, lost: Levels): StoredModel {
  if (model.method !== 'kmedoids' && model.method !== 'kprototypes') return model;
  const { categories } = model.space;
  const forget = <T extends { readonly levels: readonly (string | null)[] }>(point: T): T => ({
    ...point,
    levels: point.levels.map((level, at) =>
      level !== null && lost.get(categories[at] ?? '')?.has(level) ? null : level,
    ),
  });
  return model.method === 'kmedoids'
    ? { ...model, medoids: model.medoids.map(forget) }
    : { ...model, prototypes: model.prototypes.map(forget) };
}
