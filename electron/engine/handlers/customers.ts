// Customers one by one: found by key, and with everything the project knows.
import { AppError } from '../../../shared/errors.ts';
import type { CustomerCard, CustomerFeature, CustomerSource } from '../../../shared/model/customer.ts';
import type { Source } from '../../../shared/model/source.ts';
import { readColumn, readStrings } from '../db/columns.ts';
import {
  codesColumn,
  currentFeatures,
  levelsColumn,
  numberColumn,
  readKeys,
  readReach,
} from '../db/featureTable.ts';
import type { FeatureFacts, FeatureRun } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import { readPersonPairs, samePersons } from '../db/persons.ts';
import { LABELS, readSegmentations, readSegments } from '../db/segmentationTable.ts';
import { readSources } from '../db/sources.ts';
import { preparedRecordsAt } from '../preparing/prepared.ts';
import type { Prepared } from '../preparing/prepared.ts';
import type { Query } from '../procedures.ts';
import { keysOf, placesOfCustomer } from '../rows/customerRecords.ts';
import { shownRecords, storedColumns } from '../rows/storedColumns.ts';

const LISTED_RECORDS = 500;

/** All keys of all sources, in the order of the sources. */
function knownKeys(db: ReadDb): Set<string> {
  const keys = new Set<string>();
  for (const source of readSources(db)) for (const key of keysOf(db, shownRecords(db, source))) keys.add(key);
  return keys;
}

export const findCustomers: Query<'customers.find'> = (db, { text, limit }) => {
  const wanted = text.toLowerCase();
  const starting: string[] = [];
  const containing: string[] = [];
  for (const key of knownKeys(db)) {
    const at = key.toLowerCase().indexOf(wanted);
    if (at === 0) starting.push(key);
    else if (at > 0) containing.push(key);
  }
  const keys = [...starting, ...containing];
  return { total: keys.length, keys: keys.slice(0, limit) };
};

/** The key that stands for the person first, then the others that were declared the same. */
function samePerson(db: ReadDb, key: string): [string, ...string[]] {
  const keptFor = samePersons(db);
  const main = keptFor(key);
  const others = readPersonPairs(db)
    .flatMap(({ kept, gone }) => [kept, gone])
    .filter((one) => one !== main && keptFor(one) === main);
  return [main, ...new Set(others)];
}

/** Oldest first by the source's date column; as in the file where there is none. */
function byDate(db: ReadDb, prepared: Prepared, places: readonly number[]): readonly number[] {
  const field = prepared.fields.find(({ role, type }) => role === 'date' && type === 'date');
  const days = field && places.length > 1 ? storedColumns(db, prepared).values(field) : null;
  if (!days) return places;
  // Without a date: before all others, so that the newest are sure to be listed.
  const dayOf = (place: number): number =>
    Number.isNaN(days[place] ?? NaN) ? -Infinity : (days[place] ?? 0);
  return places.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a - b));
}

function recordsOf(db: ReadDb, source: Source, keys: ReadonlySet<string>): CustomerSource {
  const prepared = shownRecords(db, source);
  const places = byDate(db, prepared, placesOfCustomer(db, prepared, keys));
  const positions = prepared.fields.map((field) => field.position);
  const listed = preparedRecordsAt(db, prepared, positions, places.slice(-LISTED_RECORDS));
  const records = listed.map(({ record, line, cells }) => ({ record, line, cells: [...cells] }));
  return { sourceId: source.id, total: places.length, records };
}

/** The share of known values that are lower; ties count half. */
function rankOf(values: Float64Array, own: number): number {
  let known = 0;
  let lower = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    known++;
    if (value < own) lower++;
    else if (value === own) lower += 0.5;
  }
  return lower / known;
}

function featureOf(db: ReadDb, runId: number, { name, type }: FeatureFacts, at: number): CustomerFeature {
  if (type === 'category') {
    const code = readColumn(db, runId, codesColumn(name), 'int32')?.[at] ?? -1;
    return { name, value: readStrings(db, runId, levelsColumn(name))[code] ?? null, rank: null };
  }
  const values = readColumn(db, runId, numberColumn(name), 'float64');
  const value = values?.[at] ?? NaN;
  if (!values || Number.isNaN(value)) return { name, value: null, rank: null };
  return { name, value, rank: rankOf(values, value) };
}

function segmentsOf(db: ReadDb, keys: ReadonlySet<string>): CustomerCard['segments'] {
  const found: CustomerCard['segments'] = [];
  for (const segmentation of readSegmentations(db)) {
    const at = readKeys(db, segmentation.featuresRunId).findIndex((key) => keys.has(key));
    const cluster = readColumn(db, segmentation.runId, LABELS, 'int32')?.[at] ?? -1;
    const segment = readSegments(db, segmentation.id).find((one) => one.clusters.includes(cluster));
    if (!segment) continue;
    const { id: segmentId, name, colour } = segment;
    const { id: segmentationId, active } = segmentation;
    found.push({ segmentationId, segmentId, active, name: name === '' ? null : name, colour });
  }
  return found;
}

function reachOf(db: ReadDb, run: FeatureRun | null, at: number): CustomerCard['reach'] {
  if (!run || at < 0 || run.summary.channels.length === 0) return null;
  return run.summary.channels.map((channel) => ({
    channel,
    reached: readReach(db, run.runId, channel)?.[at] === 1,
  }));
}

/** @throws AppError CUSTOMER-UNKNOWN */
export const customerCard: Query<'customers.card'> = (db, { key }) => {
  const [main, ...alsoKnownAs] = samePerson(db, key);
  const keys = new Set([main, ...alsoKnownAs]);
  const sources = readSources(db)
    .map((source) => recordsOf(db, source, keys))
    .filter(({ total }) => total > 0);
  if (sources.length === 0) throw new AppError('CUSTOMER-UNKNOWN');
  const run = currentFeatures(db);
  const at = run ? readKeys(db, run.runId).findIndex((one) => keys.has(one)) : -1;
  return {
    key: main,
    alsoKnownAs,
    analysed: at >= 0,
    sources,
    features: run && at >= 0 ? run.summary.features.map((facts) => featureOf(db, run.runId, facts, at)) : [],
    segments: segmentsOf(db, keys),
    reach: reachOf(db, run, at),
  };
};
