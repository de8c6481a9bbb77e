// Customer value: P(alive), purchases and value of the coming months, with what the models say about themselves.
import type { CustomerValueReport, ValueSettings } from '../../../../shared/model/customerValue.ts';
import {
  bgNbdFrequencies,
  compareHoldout,
  fitVerdict,
  futurePurchases,
  tooLittle,
} from '../../analysis/clv/modelFit.ts';
import { fitBgNbd } from '../../analysis/clv/bgNbd.ts';
import { customerValue } from '../../analysis/clv/customerValue.ts';
import type { CustomerValue } from '../../analysis/clv/customerValue.ts';
import { fitGammaGamma } from '../../analysis/clv/gammaGamma.ts';
import type { GammaGammaFit } from '../../analysis/clv/gammaGamma.ts';
import { splitForHoldout } from '../../analysis/clv/holdoutSplit.ts';
import { fitParetoNbd } from '../../analysis/clv/paretoNbd.ts';
import type { FittedModel } from '../../analysis/clv/purchaseModel.ts';
import { groupPurchases } from '../../analysis/clv/purchases.ts';
import type { PurchaseGroups, PurchaseHistory } from '../../analysis/clv/purchases.ts';
import { createPurchaseTally } from '../../analysis/clv/purchaseTally.ts';
import { repeatDays, weeklyRepeats } from '../../analysis/clv/weeklyRepeats.ts';
import { Random, sampleIndices } from '../../analysis/random.ts';
import type { CustomerBase } from './customers.ts';
import type { DraftFeature } from './draft.ts';
import { numberDraft } from './draft.ts';
import { datedSources, transactionBlocks } from './fromTransactions.ts';
import type { DatedSource, TransactionFeatures } from './fromTransactions.ts';
import { watchedDay } from './habits.ts';

const DAY_MS = 86_400_000;
/** More customers make the parameters no better worth the time; drawn with a fixed seed. */
const FIT_LIMIT = { bgnbd: 100_000, paretonbd: 20_000 } as const;
const FIT_SEED = 1;

function historyUntil(sources: readonly DatedSource[], customers: number, lastDay: number): PurchaseHistory {
  const count = (everyDay: boolean) => {
    const tally = createPurchaseTally({ customers, lastDay, everyDay });
    for (const rows of transactionBlocks(sources)) tally.add(rows);
    return tally;
  };
  const tally = count(false);
  return (tally.unsure() ? count(true) : tally).finish();
}

/** The groups of a sample of the customers; the groups themselves when there are few enough. */
function sampled(history: PurchaseHistory, groups: PurchaseGroups, limit: number): PurchaseGroups {
  const customers = groups.count.reduce((sum, count) => sum + count, 0);
  if (customers <= limit) return groups;
  const count = new Float64Array(groups.size);
  const known = [...history.repeats.keys()].filter((who) => history.repeats[who]! >= 0);
  for (const at of sampleIndices(known.length, limit, new Random(FIT_SEED)))
    count[groups.groupOf[known[at]!]!]! += 1;
  return { ...groups, count };
}

function* fitted(groups: PurchaseGroups, model: ValueSettings['model']): Generator<number, FittedModel> {
  return model === 'bgnbd' ? yield* fitBgNbd(groups) : yield* fitParetoNbd(groups);
}

/** Null when nobody's repeated purchases have an amount. */
function* fitSpending({ repeats, meanValue }: PurchaseHistory): Generator<number, GammaGammaFit | null> {
  const known = [...repeats.keys()].filter((who) => repeats[who]! > 0 && meanValue[who]! > 0);
  const drawn =
    known.length > FIT_LIMIT.bgnbd
      ? Array.from(sampleIndices(known.length, FIT_LIMIT.bgnbd, new Random(FIT_SEED)), (at) => known[at]!)
      : known;
  if (drawn.length === 0) return null;
  const fit = yield* fitGammaGamma({
    repeats: Int32Array.from(drawn, (who) => repeats[who]!),
    meanValue: Float64Array.from(drawn, (who) => meanValue[who]!),
  });
  return fit.converged && fit.parameters.q > 1 ? fit : null;
}

/** What the first part of the time foretells of the rest. */
function* heldOut(
  sources: readonly DatedSource[],
  whole: PurchaseHistory,
  lastDay: number,
  settings: ValueSettings,
): Generator<number, CustomerValueReport['holdout']> {
  const split = splitForHoldout(whole, lastDay, (day) => historyUntil(sources, whole.repeats.length, day));
  if (!split) return null;
  const { before, weeks } = split;
  const groups = groupPurchases(before);
  const fitTo = sampled(before, groups, FIT_LIMIT[settings.model]);
  const { model, converged } = yield* stretch(fitted(fitTo, settings.model), 0, 0.8);
  if (!converged) return null;
  const future = futurePurchases(before, whole);
  const { actual, expected, error, points } = yield* stretch(
    compareHoldout(model, groups, future, weeks),
    0.8,
    0.9,
  );
  const days = repeatDays(transactionBlocks(sources), split.lastDay, lastDay);
  const weekly = yield* stretch(weeklyRepeats(model, days, split.lastDay, lastDay), 0.9, 1);
  const from = new Date((split.lastDay + 1) * DAY_MS).toISOString().slice(0, 10);
  return {
    from,
    actual,
    expected,
    error: Number.isNaN(error) ? null : error,
    points: [...points],
    weekly: [...weekly],
  };
}

export interface ValuedCustomers {
  readonly report: CustomerValueReport;
  /** Null when nothing was computed. */
  readonly values: CustomerValue | null;
}

/** Passes on the shares of a part as those of the whole. */
function* stretch<T>(part: Generator<number, T>, from: number, to: number): Generator<number, T> {
  for (;;) {
    const step = part.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Yields a guess at the share done many times a second, so that it can be cancelled. */
export function* valueCustomers(
  base: CustomerBase,
  transactions: TransactionFeatures,
  settings: ValueSettings,
): Generator<number, ValuedCustomers> {
  const sources = datedSources(base.transactions);
  const lastDay = watchedDay(transactions);
  const history = historyUntil(sources, base.count, lastDay);
  const groups = groupPurchases(history);
  const none: Omit<CustomerValueReport, 'verdict'> = {
    settings,
    customers: groups.count.reduce((sum, count) => sum + count, 0),
    repeaters: history.repeats.reduce((sum, x) => (x > 0 ? sum + 1 : sum), 0),
    fittedTo: 0,
    parameters: {},
    logLikelihood: null,
    spending: null,
    holdout: null,
    frequencies: null,
  };
  const little = tooLittle(history);
  if (little) return { report: { ...none, verdict: little }, values: null };
  const fitTo = sampled(history, groups, FIT_LIMIT[settings.model]);
  const { model, logLikelihood, converged } = yield* stretch(fitted(fitTo, settings.model), 0, 0.4);
  if (!converged) return { report: { ...none, verdict: 'noConvergence' }, values: null };
  const holdout = yield* stretch(heldOut(sources, history, lastDay, settings), 0.4, 0.75);
  const { r = NaN, alpha = NaN, a = NaN, b = NaN } = model.parameters;
  const fit = settings.model === 'bgnbd' ? bgNbdFrequencies({ r, alpha, a, b }, groups) : null;
  const spending = yield* stretch(fitSpending(history), 0.75, 0.85);
  const values = yield* stretch(
    customerValue(model, spending?.parameters ?? null, history, groups, settings),
    0.85,
    1,
  );
  const report: CustomerValueReport = {
    ...none,
    verdict: fitVerdict(holdout && (holdout.error ?? NaN), fit?.misplaced ?? 0),
    fittedTo: fitTo.count.reduce((sum, count) => sum + count, 0),
    parameters: { ...model.parameters },
    logLikelihood,
    spending: spending && {
      parameters: { ...spending.parameters },
      logLikelihood: spending.logLikelihood,
      correlation: spending.correlation,
    },
    holdout,
    frequencies: fit && { ...fit, actual: [...fit.actual], expected: [...fit.expected] },
  };
  return { report, values };
}

export function* valueDrafts({ values }: ValuedCustomers): Generator<DraftFeature> {
  if (!values) return;
  const make = (name: string, unit: 'share' | 'count' | 'money', column: Float64Array): DraftFeature =>
    numberDraft({ name, label: name, builtIn: true, criterion: 'behavioural', unit }, column);
  yield make('pAlive', 'share', values.alive);
  yield make('expectedPurchases', 'count', values.purchases);
  if (values.value.some(Number.isFinite)) yield make('clv', 'money', values.value);
}
