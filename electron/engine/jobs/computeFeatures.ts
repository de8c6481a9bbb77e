// Computes the features of all customers from what is stored. Runs at the end of every import and whenever sources or
// settings changed; a computation that was already done for the same inputs is found again, not repeated.
import type { Progress } from '../../../shared/model/job.ts';
import { createCorrelationTally } from '../analysis/stats.ts';
import { openColumn, writeColumn, writeParts, writeStrings } from '../db/columns.ts';
import {
  codesColumn,
  currentFeatures,
  featuresSignature,
  KEYS_COLUMN,
  levelsColumn,
  numberColumn,
  reachColumn,
} from '../db/featureTable.ts';
import type { FeatureFacts, FeaturesSummary } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
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
import { describeFeature, proposeFeatures, twinsOf } from './features/describe.ts';
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
import { storedIngredients } from './features/storedColumns.ts';
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

function* storeFeature({ db, write }: JobContext, runId: number, draft: DraftFeature): Generator<void> {
  if (draft.type !== 'category')
    return yield* writeParts(db, write, runId, numberColumn(draft.name), draft.values);
  yield* writeParts(db, write, runId, codesColumn(draft.name), draft.codes);
  write(() => writeColumn(db, runId, levelsColumn(draft.name), draft.levels));
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
  yield* lineDrafts(base);
}

const ROWS_PER_BLOCK = 65_536;
/** Of many columns fewer rows at a time: 64 MB. */
const VALUES_PER_BLOCK = 8_388_608;
/** Of so many numbers every pair of every customer would take minutes: 1,990 of 3,000 customers took two. */
const MANY_NUMBERS = 200;
const PAIR_ROWS = 200_000_000;
/** So few tell |r| ≥ 0.9 from less to two hundredths. */
const FEWEST_ROWS = 100;

/** Every how many rows correlations look at one. */
function strideOf(numbers: number, customers: number): number {
  if (numbers <= MANY_NUMBERS) return 1;
  const rows = Math.max(FEWEST_ROWS, Math.floor((2 * PAIR_ROWS) / numbers ** 2));
  return Math.max(1, Math.floor(customers / rows));
}

/** With proposals. The correlations go over the stored columns in blocks of rows; of very many numbers, over some of the rows. */
function* proposed(
  db: ReadDb,
  runId: number,
  described: readonly DescribedFeature[],
  customers: number,
): Generator<void, FeatureFacts[]> {
  const names = described.filter(({ type }) => type !== 'category').map(({ name }) => name);
  const columns = names.map((name) => openColumn(db, runId, numberColumn(name), 'float64'));
  const tally = createCorrelationTally(names.length);
  const stride = strideOf(names.length, customers);
  const block = Math.min(ROWS_PER_BLOCK, Math.ceil(VALUES_PER_BLOCK / Math.max(1, names.length)));
  for (let from = 0; from < customers; from += block) {
    const rows = Math.min(block, customers - from);
    const chosen = (part: Float64Array): Float64Array =>
      stride === 1 ? part : part.filter((_, row) => (from + row) % stride === 0);
    yield* tally.add(
      columns.map((next) => chosen(next(rows))),
      null,
    );
  }
  return proposeFeatures(described, twinsOf(names, tally.finish()), customers);
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
  const who = analysed(base, transactions);
  const sums = totals(transactions);
  const wanted = transactions && settings.more?.value;
  const valuing = wanted ? valueCustomers(base, transactions, wanted) : null;
  let valued = valuing?.next();
  for (; valuing && valued && !valued.done; valued = valuing.next()) yield within('features', from, to, 0.55);
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
  const correlating = proposed(db, runId, described, who.length);
  let step = correlating.next();
  for (; !step.done; step = correlating.next()) yield within('features', from, to, 0.8);
  const facts = step.value;
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
