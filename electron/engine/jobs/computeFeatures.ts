// Computes the features of all customers from what is stored. Runs at the end of every import and whenever sources or
// settings changed; a computation that was already done for the same inputs is found again, not repeated.
import type { Progress } from '../../../shared/model/job.ts';
import { writeColumn, writeStrings } from '../db/columns.ts';
import {
  currentFeatures,
  featuresSignature,
  formerFeatures,
  KEYS_COLUMN,
  reachColumn,
} from '../db/featureTable.ts';
import type { FeatureRun, FeaturesSummary } from '../db/featureTable.ts';
import { beginRun, discardOrphans, finishRun } from '../db/runs.ts';
import { readDefinitions, readSettings } from '../db/settings.ts';
import { readSources } from '../db/sources.ts';
import { BASE_WEIGHT_COLUMN } from '../db/weightsRun.ts';
import { computeWeights } from './computeWeights.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { baseWeightOf } from './features/baseWeight.ts';
import { customerBase } from './features/customers.ts';
import type { CustomerBase, PreparedSource } from './features/customers.ts';
import { valueCustomers, valueDrafts } from './features/customerValue.ts';
import type { ValuedCustomers } from './features/customerValue.ts';
import { describeFeature, proposeFeatures } from './features/describe.ts';
import type { DescribedFeature } from './features/describe.ts';
import { pick } from './features/draft.ts';
import type { DraftFeature } from './features/draft.ts';
import { profileDrafts } from './features/fromProfiles.ts';
import { builtInDrafts, lineDrafts, transactionFeatures } from './features/fromTransactions.ts';
import type { TransactionFeatures } from './features/fromTransactions.ts';
import { definedFeatures } from './features/definedFeatures.ts';
import type { Unmade } from './features/definedFeatures.ts';
import { habitDrafts } from './features/habits.ts';
import { reachByChannel } from './features/reach.ts';
import { redefine } from './features/redefine.ts';
import { storedIngredients } from './features/storedColumns.ts';
import { storedTwins } from './features/storedTwins.ts';
import { storeFeature } from './features/storeFeature.ts';
import { completeColumns } from './features/typedColumns.ts';
import { readPrepared } from '../preparing/prepared.ts';
import { letGo } from '../letGo.ts';
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
function* uniqueNames(drafts: Iterable<DraftFeature>): Generator<DraftFeature> {
  const taken = new Set<string>();
  for (const draft of drafts) {
    let name = draft.name;
    for (let number = 2; taken.has(name); number++) name = `${draft.name} (${number})`;
    taken.add(name);
    yield name === draft.name ? draft : { ...draft, name, label: name };
  }
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

/** All features, each made when the one before it is done with: only few of their columns are in memory. */
function* draftsOf(
  base: CustomerBase,
  transactions: TransactionFeatures | null,
  analysisMs: number,
  habits: boolean,
  value: ValuedCustomers | null,
): Generator<DraftFeature> {
  if (transactions) yield* builtInDrafts(transactions);
  if (transactions && habits) yield* habitDrafts(base, transactions);
  transactions?.close();
  if (value) yield* valueDrafts(value);
  yield* profileDrafts(base, analysisMs);
  yield* lineDrafts(base, transactions);
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

/** Sources and settings are the former run's; only the definitions differ. */
function* redefinedOnly(
  context: JobContext,
  former: FeatureRun,
  from: number,
  to: number,
): Generator<Progress, number> {
  const { db, now } = context;
  const signature = featuresSignature(db);
  const runId = context.write(() => beginRun(db, 'features', signature, {}, now.toISOString()));
  context.begun(runId);
  const steps = redefine(context, former, readDefinitions(db), runId);
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield within('features', from, to, 0.6);
  const summary = step.value;
  context.write(() => finishRun(db, runId, summary));
  context.kept(runId);
  discardOrphans(db, context.write);
  context.changed(['run']);
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
  const former = formerFeatures(db);
  if (former) return yield* redefinedOnly(context, former, from, to);
  const base = customerBase(db, prepared);
  if (base.count === 0) return null;
  yield within('features', from, to, 0.3);
  const transactions = transactionFeatures(base, settings.analysisDate, settings.returns);
  yield within('features', from, to, 0.4);
  const analysisMs = transactions?.analysisMs ?? now.getTime();
  const who = analysed(base, transactions);
  const sums = totals(transactions);
  const wanted = transactions && settings.more?.value;
  const valuing = wanted ? valueCustomers(base, transactions, wanted) : null;
  let valued = valuing?.next();
  for (; valuing && valued && !valued.done; valued = valuing.next())
    yield within('features', from, to, 0.4 + 0.2 * valued.value);
  const runId = context.write(() => beginRun(db, 'features', signature, {}, now.toISOString()));
  context.begun(runId);
  const described: DescribedFeature[] = [];
  const value = valued?.done ? valued.value : null;
  const ofData = draftsOf(base, transactions, analysisMs, settings.more?.habits ?? false, value);
  for (const draft of uniqueNames(ofData)) {
    const picked = pick(draft, who);
    described.push(describeFeature(picked));
    yield within('features', from, to, 0.6);
    for (const _ of storeFeature(context, runId, picked)) yield within('features', from, to, 0.7);
    if (picked !== draft) letGo(picked.type === 'category' ? picked.codes : picked.values);
  }
  const unmade: Unmade[] = [];
  const ingredients = storedIngredients(db, runId, who.length, described);
  for (const { draft, made } of definedFeatures(readDefinitions(db), ingredients, unmade)) {
    described.push(describeFeature(draft, made));
    for (const _ of storeFeature(context, runId, draft)) yield within('features', from, to, 0.75);
  }
  const correlating = storedTwins(db, runId, described, who.length);
  let step = correlating.next();
  for (; !step.done; step = correlating.next()) yield within('features', from, to, 0.8);
  const facts = proposeFeatures(described, step.value, who.length);
  const reach = reachByChannel(base);
  const baseWeight = baseWeightOf(base);
  const summary: FeaturesSummary = {
    customers: who.length,
    ...sums,
    features: facts,
    channels: [...reach.keys()],
    revenueFeature: revenueFeatureOf(base, transactions !== null),
    baseWeight: baseWeight?.header ?? null,
    ...(unmade.length > 0 && { unmade }),
    ...(value && { customerValue: value.report }),
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
