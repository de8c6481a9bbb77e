// Computes the features of all customers from what is stored. Runs at the end of every import and whenever sources or
// settings changed; a computation that was already done for the same inputs is found again, not repeated.
import type { Progress } from '../../../shared/model/job.ts';
import { writeColumn, writeStrings } from '../db/columns.ts';
import {
  codesColumn,
  currentFeatures,
  featuresSignature,
  KEYS_COLUMN,
  levelsColumn,
  numberColumn,
  reachColumn,
} from '../db/featureTable.ts';
import type { FeaturesSummary } from '../db/featureTable.ts';
import { beginRun, discardOrphans, finishRun } from '../db/runs.ts';
import { readSettings } from '../db/settings.ts';
import { readSources } from '../db/sources.ts';
import { BASE_WEIGHT_COLUMN } from '../db/weightsRun.ts';
import { computeWeights } from './computeWeights.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { baseWeightOf } from './features/baseWeight.ts';
import { customerBase } from './features/customers.ts';
import type { CustomerBase, PreparedSource } from './features/customers.ts';
import { describeFeatures } from './features/describe.ts';
import { pick } from './features/draft.ts';
import type { DraftFeature } from './features/draft.ts';
import { profileDrafts } from './features/fromProfiles.ts';
import { builtInDrafts, lineDrafts, transactionFeatures } from './features/fromTransactions.ts';
import type { TransactionFeatures } from './features/fromTransactions.ts';
import { reachByChannel } from './features/reach.ts';
import { completeColumns } from './features/typedColumns.ts';
import { readPrepared } from '../preparing/prepared.ts';
import { prepareSource } from './prepareSource.ts';

/** With transactions: everyone with an order. Otherwise everyone. */
function analysed(base: CustomerBase, transactions: TransactionFeatures | null): Int32Array {
  const all = new Int32Array(base.count);
  let count = 0;
  for (let who = 0; who < base.count; who++)
    if (transactions === null || (transactions.rfm.frequency[who] ?? 0) > 0) all[count++] = who;
  return all.slice(0, count);
}

function* keysOf(base: CustomerBase, who: Int32Array): Generator<string> {
  let number = 0;
  let at = 0;
  for (const key of base.keys()) {
    if (at === who.length) return;
    if (number++ !== who[at]) continue;
    at++;
    yield key;
  }
}

/** Two columns may share a header across sources; the second gets the number that makes it unique. */
function uniqueNames(drafts: readonly DraftFeature[]): DraftFeature[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    let name = draft.name;
    for (let number = 2; taken.has(name); number++) name = `${draft.name} (${number})`;
    taken.add(name);
    return name === draft.name ? draft : { ...draft, name, label: name };
  });
}

function revenueFeatureOf(base: CustomerBase, hasTransactions: boolean): string | null {
  if (hasTransactions) return 'monetary';
  const fields = base.profiles.flatMap((keyed) => keyed.source.fields);
  return (
    (
      fields.find((field) => field.role === 'amount') ??
      fields.find((field) => field.role === 'outcome' && field.type === 'money')
    )?.name ?? null
  );
}

const NOTHING_LEFT_OUT = { withoutKey: 0, withoutDate: 0, withoutAmount: 0, later: 0, zero: 0, returns: 0 };

const isoDay = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

function totals(transactions: TransactionFeatures | null) {
  const sumUp = (values: Float64Array | undefined): number =>
    values?.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0) ?? 0;
  return {
    orders: transactions?.orders ?? 0,
    revenue: sumUp(transactions?.rfm.monetary),
    analysisDate: transactions ? isoDay(transactions.analysisMs) : null,
    newest: transactions ? isoDay(transactions.newestMs) : null,
    leftOut: transactions?.leftOut ?? NOTHING_LEFT_OUT,
  };
}

function storeFeature(context: JobContext, runId: number, draft: DraftFeature): void {
  context.write(() => {
    if (draft.type === 'category') {
      writeColumn(context.db, runId, codesColumn(draft.name), draft.codes);
      writeColumn(context.db, runId, levelsColumn(draft.name), draft.levels);
    } else writeColumn(context.db, runId, numberColumn(draft.name), draft.values);
  });
}

/**
 * With the weights of the customers, where statistics are weighted.
 * @param from to the stretch of the whole job's progress that this takes
 * @returns the run's id; null when there is nothing to compute from (no customers)
 */
export async function* computeFeatures(
  context: JobContext,
  from = 0,
  to = 1,
): AsyncGenerator<Progress, number | null> {
  const featuresEnd = from + 0.9 * (to - from);
  const runId = yield* featuresOnly(context, from, featuresEnd);
  if (runId !== null) yield* computeWeights(context, runId, featuresEnd, to);
  return runId;
}

async function* featuresOnly(
  context: JobContext,
  from: number,
  to: number,
): AsyncGenerator<Progress, number | null> {
  const { db, now } = context;
  const existing = currentFeatures(db);
  const sources = readSources(db);
  // Prepared columns may have been discarded since: whatever shows them needs them again.
  if (existing && sources.every((source) => readPrepared(db, source) !== null)) return existing.runId;
  const settings = readSettings(db);
  const signature = featuresSignature(db);
  yield within('joining', from, to, 0);
  const prepared: PreparedSource[] = [];
  for (const source of sources) {
    completeColumns(context, source);
    prepared.push({
      source,
      prepared: yield* prepareSource(context, source, from, from + (to - from) * 0.3),
    });
  }
  if (existing) return existing.runId;
  const base = customerBase(db, prepared);
  if (base.count === 0) return null;
  yield within('features', from, to, 0.3);
  const transactions = transactionFeatures(base, settings.analysisDate, settings.returns);
  yield within('features', from, to, 0.5);
  const analysisMs = transactions?.analysisMs ?? now.getTime();
  const drafts = uniqueNames([
    ...(transactions ? builtInDrafts(transactions) : []),
    ...profileDrafts(base, analysisMs),
    ...lineDrafts(base),
  ]);
  const who = analysed(base, transactions);
  const picked = drafts.map((draft) => pick(draft, who));
  yield within('features', from, to, 0.7);
  const facts = describeFeatures(picked, who.length);
  const reach = reachByChannel(base);
  const baseWeight = baseWeightOf(base);
  const runId = context.write(() => beginRun(db, 'features', signature, {}, now.toISOString()));
  context.begun(runId);
  for (const draft of picked) {
    storeFeature(context, runId, draft);
    yield within('features', from, to, 0.9);
  }
  const summary: FeaturesSummary = {
    customers: who.length,
    ...totals(transactions),
    features: facts,
    channels: [...reach.keys()],
    revenueFeature: revenueFeatureOf(base, transactions !== null),
    baseWeight: baseWeight?.header ?? null,
  };
  for (const _ of writeStrings(db, context.write, runId, KEYS_COLUMN, keysOf(base, who)))
    yield within('features', from, to, 0.95);
  const weights = baseWeight && Float64Array.from(who, (index) => baseWeight.values[index] ?? NaN);
  context.write(() => {
    if (weights) writeColumn(db, runId, BASE_WEIGHT_COLUMN, weights);
    for (const [channel, flags] of reach) {
      const picked = Uint8Array.from(who, (index) => flags[index] ?? 0);
      writeColumn(db, runId, reachColumn(channel), picked);
    }
    finishRun(db, runId, summary);
  });
  context.kept(runId);
  discardOrphans(db, context.write);
  context.changed(['run']);
  return runId;
}
