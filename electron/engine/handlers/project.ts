// The open project at a glance: counts, step states, history.
import type { Project, Step, StepState } from '../../../shared/model/project.ts';
import { STEPS } from '../../../shared/model/project.ts';
import { basename } from 'node:path';
import { statSync } from 'node:fs';
import { currentFeatures, latestFeatures } from '../db/featureTable.ts';
import { readReport } from '../db/qualityTable.ts';
import type { OpenProject } from '../db/file.ts';
import { listChanges } from '../db/journal.ts';
import type { ReadDb } from '../db/open.ts';
import { sql } from '../db/schema.ts';
import { readSegmentations, readSegments } from '../db/segmentationTable.ts';
import { readActive, readName, readSettings, writeName, writeSettings } from '../db/settings.ts';
import { readSources } from '../db/sources.ts';
import type { Command, Query } from '../procedures.ts';

function count(db: ReadDb, table: 'persona' | 'action'): number {
  return db.get(sql.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
}

function stepsOf(db: ReadDb, segments: number): Record<Step, StepState> {
  const steps = Object.fromEntries(STEPS.map((step) => [step, 'todo'])) as Record<Step, StepState>;
  const sources = readSources(db);
  const unread = sources.some((source) => source.records.loaded === 0);
  const wrong = readReport(db)?.judgements.some(({ counts }) => (counts.must ?? 0) > 0) ?? false;
  if (sources.length > 0) steps.data = unread || wrong ? 'attention' : 'done';
  if (currentFeatures(db)) steps.features = 'done';
  else if (sources.length > 0) steps.features = 'attention';
  const active = readSegmentations(db).find((one) => one.active);
  if (active) {
    // Segments made from features that have changed since are worth a look.
    const stale = currentFeatures(db)?.runId !== active.featuresRunId;
    steps.explore = stale ? 'attention' : 'done';
    steps.segments = 'done';
  }
  const personas = count(db, 'persona');
  if (personas > 0) steps.personas = personas < segments ? 'attention' : 'done';
  if (count(db, 'action') > 0) steps.campaigns = 'done';
  return steps;
}

function segmentCount(db: ReadDb): number {
  const active = readActive(db);
  return active === null ? 0 : readSegments(db, active).length;
}

export function currentProject(db: ReadDb, project: OpenProject): Project {
  const sources = readSources(db).length;
  // While they are computed anew, or that was cancelled, those of before still say how many customers there are.
  const features = sources === 0 ? undefined : (currentFeatures(db) ?? latestFeatures(db))?.summary;
  const changes = listChanges(db);
  const segments = segmentCount(db);
  return {
    name: readName(db),
    fileName: basename(project.path),
    readOnly: project.write === null,
    cautions: [...project.cautions],
    savedAt: changes[0]?.at ?? statSync(project.path).mtime.toISOString(),
    settings: readSettings(db),
    steps: stepsOf(db, segments),
    customers: features?.customers ?? 0,
    orders: features?.orders ?? 0,
    snapshot: features?.newest ?? null,
    sources,
    segments,
    undo: changes.find((change) => !change.undone)?.label ?? null,
    redo: changes.findLast((change) => change.undone)?.label ?? null,
  };
}

/** Sizes of the active segments, for the bar in the list of recent projects. */
export function recentSizes(db: ReadDb): number[] {
  const active = readSegmentations(db).find((one) => one.active);
  if (!active) return [];
  return readSegments(db, active.id).map((segment) =>
    segment.clusters.reduce((sum, cluster) => sum + (active.sizes[cluster] ?? 0), 0),
  );
}

export const listHistory: Query<'history.list'> = (db) => listChanges(db);

export const renameProject: Command<'project.rename'> = {
  detail: (_db, { name }) => name,
  run: (db, { name }) => writeName(db, name),
};

export const setProjectSettings: Command<'project.setSettings'> = {
  detail: (_db, change) => Object.keys(change).join(', '),
  run: (db, change) => {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    writeSettings(db, Object.fromEntries(given));
  },
};
