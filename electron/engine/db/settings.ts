// The project's settings and small facts, as JSON values by name.
import { Locale } from '../../../shared/i18n/locale.ts';
import { FeatureDefinition } from '../../../shared/model/featureDefinition.ts';
import { ProjectSettings } from '../../../shared/model/project.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { sql } from './schema.ts';

/** `segmentation` is the id of the one in use; `salt` is for the hashes of erased persons. */
export type SettingId =
  | 'name'
  | 'project'
  | 'segmentation'
  | 'salt'
  | 'quality'
  | 'definitions'
  | 'dismissed';

const DEFAULTS: ProjectSettings = {
  locale: 'en',
  currency: 'EUR',
  analysisDate: null,
  returns: 'exclude',
  missing: 'median',
  seed: 4127,
  weighting: { on: false, cap: 3 },
};

function read(db: ReadDb, id: SettingId): unknown {
  const row = db.get(sql.selectFrom('setting').select('value').where('id', '=', id));
  return row ? (JSON.parse(row.value) as unknown) : null;
}

function write(db: WriteDb, id: SettingId, value: unknown): void {
  const row = { id, value: JSON.stringify(value) };
  db.run(
    sql
      .insertInto('setting')
      .values(row)
      .onConflict((clash) => clash.column('id').doUpdateSet({ value: row.value })),
  );
}

export function readName(db: ReadDb): string {
  const name = read(db, 'name');
  return typeof name === 'string' ? name : '';
}

export function writeName(db: WriteDb, name: string): void {
  write(db, 'name', name);
}

export function readSettings(db: ReadDb): ProjectSettings {
  return ProjectSettings.parse({ ...DEFAULTS, ...(read(db, 'project') as object | null) });
}

/** The project's language; null when its settings are gone from a damaged file. */
export function knownLocale(db: ReadDb): Locale | null {
  const settings = read(db, 'project') as Partial<ProjectSettings> | null;
  return Locale.safeParse(settings?.locale).data ?? null;
}

export function writeSettings(db: WriteDb, change: Partial<ProjectSettings>): void {
  write(db, 'project', { ...readSettings(db), ...change });
}

/** The id of the segmentation whose segments the later steps use; null when none was chosen. */
export function readActive(db: ReadDb): number | null {
  const id = read(db, 'segmentation');
  return typeof id === 'number' ? id : null;
}

export function writeActive(db: WriteDb, segmentationId: number | null): void {
  write(db, 'segmentation', segmentationId);
}

/** Null until the first person was erased. */
export function readSalt(db: ReadDb): string | null {
  const salt = read(db, 'salt');
  return typeof salt === 'string' ? salt : null;
}

export function writeSalt(db: WriteDb, salt: string): void {
  write(db, 'salt', salt);
}

/** Limits of the quality checks as stored; null = none were set. */
export function readQualityLimits(db: ReadDb): unknown {
  return read(db, 'quality');
}

/** Features that the analyst defined, in the order in which they were. */
export function readDefinitions(db: ReadDb): readonly FeatureDefinition[] {
  return FeatureDefinition.array().parse(read(db, 'definitions') ?? []);
}

export function writeDefinitions(db: WriteDb, definitions: readonly FeatureDefinition[]): void {
  write(db, 'definitions', definitions);
}

export function writeQualityLimits(db: WriteDb, limits: object): void {
  write(db, 'quality', limits);
}

/** What a segment does not take over, by the analyst's decision: pairs of it and the one that it goes on from. */
export type Dismissed = readonly { readonly segmentId: number; readonly fromSegmentId: number }[];

export function readDismissed(db: ReadDb): Dismissed {
  return (read(db, 'dismissed') as Dismissed | null) ?? [];
}

export function addDismissed(db: WriteDb, one: Dismissed[number]): void {
  write(db, 'dismissed', [...readDismissed(db), { ...one }]);
}

/** Of segments that are no more: their numbers may be given again. */
export function forgetDismissed(db: WriteDb, segmentIds: readonly number[]): void {
  const all = readDismissed(db);
  const kept = all.filter(
    (one) => !segmentIds.some((id) => one.segmentId === id || one.fromSegmentId === id),
  );
  if (kept.length < all.length) write(db, 'dismissed', kept);
}
