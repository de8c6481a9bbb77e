// The published customer-value models on the CDNOW sample: Fader, Hardie & Lee (2005), Fader & Hardie (2013).
// The data are found through CLIENTELA_DATA.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fitBgNbd } from '../../electron/engine/analysis/clv/bgNbd.ts';
import { customerValue } from '../../electron/engine/analysis/clv/customerValue.ts';
import { expectedSpend, fitGammaGamma } from '../../electron/engine/analysis/clv/gammaGamma.ts';
import { compareHoldout, futurePurchases } from '../../electron/engine/analysis/clv/modelFit.ts';
import { fitParetoNbd } from '../../electron/engine/analysis/clv/paretoNbd.ts';
import type { PurchaseModel } from '../../electron/engine/analysis/clv/purchaseModel.ts';
import type { PurchaseHistory } from '../../electron/engine/analysis/clv/purchases.ts';
import { groupPurchases } from '../../electron/engine/analysis/clv/purchases.ts';
import { createPurchaseTally } from '../../electron/engine/analysis/clv/purchaseTally.ts';
import { runToEnd } from '../../electron/engine/analysis/matrix.ts';

const folder = process.env['CLIENTELA_DATA'];
if (folder === undefined)
  console.warn('NOT RUN: test/data/clv needs CLIENTELA_DATA, the folder of real data.');

const DAY_MS = 86_400_000;
/** The published counts take purchases of 0.00 for purchases. */
const FREE = 1e-9;

function rows(): readonly { readonly id: string; readonly day: number; readonly amount: number }[] {
  const text = readFileSync(join(folder ?? '', 'cdnow', 'cdnow-sample.txt'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [, id = '', date = '', , amount = ''] = line.trim().split(/\s+/u);
      const day = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`) / DAY_MS;
      return { id, day, amount: Math.max(FREE, Number(amount)) };
    });
}

function historyUntil(date: string): PurchaseHistory {
  const all = rows();
  const numbers = new Map([...new Set(all.map(({ id }) => id))].map((id, number) => [id, number]));
  const lastDay = Date.parse(date) / DAY_MS;
  const tally = createPurchaseTally({ customers: numbers.size, lastDay, everyDay: false });
  tally.add({
    customer: Int32Array.from(all, ({ id }) => numbers.get(id) ?? -1),
    epochMs: Float64Array.from(all, ({ day }) => day * DAY_MS),
    amount: Float64Array.from(all, ({ amount }) => amount),
    order: null,
  });
  return tally.finish();
}

const close = (values: Readonly<Record<string, number>>, digits: number) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, expect.closeTo(value, digits) as number]),
  );

describe.runIf(folder !== undefined)('customer value of the CDNOW sample', () => {
  const holdout = (model: PurchaseModel, history: PurchaseHistory) =>
    runToEnd(
      compareHoldout(
        model,
        groupPurchases(history),
        futurePurchases(history, historyUntil('1998-06-30')),
        39,
      ),
    );

  test('BG/NBD: parameters, likelihood, new customers, single customers, holdout', () => {
    const history = historyUntil('1997-09-30');
    const { model, logLikelihood, converged } = runToEnd(fitBgNbd(groupPurchases(history)));
    expect(converged).toBe(true);
    expect(logLikelihood).toBeCloseTo(-9582.43, 2);
    expect(model.parameters).toEqual({
      ...close({ r: 0.2426, a: 0.793, b: 2.4262 }, 3),
      ...close({ alpha: 4.4137 }, 3),
    });
    expect([1, 3, 32, 78, 52].map(model.expectedOfNew)).toEqual(
      [0.0532, 0.1506, 1.0437, 1.8576, 1.444].map((value) => expect.closeTo(value, 3)),
    );
    expect(model.expected({ repeats: 26, last: 30.857, watched: 31 }, 52)).toBeCloseTo(25.757, 2);
    expect(model.alive({ repeats: 26, last: 30.857, watched: 31 })).toBeCloseTo(0.96885, 4);
    expect(model.expected({ repeats: 2, last: 30.43, watched: 38.86 }, 39)).toBeCloseTo(1.226, 3);
    const { actual, expected } = holdout(model, history);
    expect([actual, expected]).toEqual([1882, expect.closeTo(1653.4, 0)]);
  });

  test('Pareto/NBD: parameters, likelihood, holdout', () => {
    const history = historyUntil('1997-09-30');
    const { model, logLikelihood } = runToEnd(fitParetoNbd(groupPurchases(history)));
    expect(logLikelihood).toBeCloseTo(-9595, 1);
    expect(model.parameters).toEqual(close({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, 2));
    expect(holdout(model, history).expected).toBeCloseTo(1665.4, 0);
  });

  test('Gamma-Gamma and the value of the next twelve months at 1 % a month', () => {
    const history = historyUntil('1997-09-30');
    const repeaters = [...history.repeats.keys()].filter((who) => history.meanValue[who]! > 2 * FREE);
    const spending = {
      repeats: Int32Array.from(repeaters, (who) => history.repeats[who]!),
      meanValue: Float64Array.from(repeaters, (who) => history.meanValue[who]!),
    };
    const { parameters, logLikelihood } = runToEnd(fitGammaGamma(spending));
    expect(repeaters.length).toBe(946);
    expect(logLikelihood).toBeCloseTo(-4055.92, 2);
    expect({ ...parameters }).toEqual(close({ p: 6.25, q: 3.74, v: 15.44 }, 2));
    const amounts = [0, 1, 2].map((who) =>
      expectedSpend(parameters, history.repeats[who]!, history.meanValue[who]!),
    );
    expect(amounts).toEqual([24.659, 18.911, 35.171].map((value) => expect.closeTo(value, 1)));
    const groups = groupPurchases(history);
    const { model } = runToEnd(fitBgNbd(groups));
    const { value } = runToEnd(
      customerValue(model, parameters, history, groups, { months: 12, discount: 0.01, margin: 1 }),
    );
    expect([value[0], value[5]]).toEqual([expect.closeTo(36.28, 1), expect.closeTo(283.52, 0)]);
    expect(value.reduce((sum, one) => sum + one, 0) / 71_509.9).toBeCloseTo(1, 3);
  });
});
