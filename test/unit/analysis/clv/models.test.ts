// Published values of single customers (Fader, Hardie & Lee 2005 and the authors' notes), and parameters found again
// in simulated purchases. The whole published data set is tested in test/data.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bgNbdCounts,
  bgNbdLikelihood,
  bgNbdModel,
  fitBgNbd,
} from '../../../../electron/engine/analysis/clv/bgNbd.ts';
import { meanOverDropout } from '../../../../electron/engine/analysis/clv/dropoutMean.ts';
import { expectedSpend, fitGammaGamma } from '../../../../electron/engine/analysis/clv/gammaGamma.ts';
import {
  hypergeometric,
  hypergeometricOne,
} from '../../../../electron/engine/analysis/clv/hypergeometric.ts';
import { minimise } from '../../../../electron/engine/analysis/clv/minimise.ts';
import {
  fitParetoNbd,
  paretoNbdLikelihood,
  paretoNbdModel,
} from '../../../../electron/engine/analysis/clv/paretoNbd.ts';
import { groupPurchases } from '../../../../electron/engine/analysis/clv/purchases.ts';
import { runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { gammaDraws, simulatedBgNbd, simulatedParetoNbd } from './simulated.ts';

const PUBLISHED = { r: 0.242594, alpha: 4.413574, a: 0.792928, b: 2.425916 };
const PUBLISHED_PARETO = { r: 0.5533, alpha: 10.5776, s: 0.6062, beta: 11.6672 };

describe('BG/NBD', () => {
  const model = bgNbdModel(PUBLISHED);

  test('expected purchases of a new customer, as published', () => {
    const expected = [1, 3, 32, 78, 52].map(model.expectedOfNew);
    expect(expected).toEqual([0.0532, 0.1506, 1.0437, 1.8576, 1.444].map((v) => expect.closeTo(v, 3)));
    expect(model.expectedOfNew(0)).toBeCloseTo(0, 15);
  });

  test('a customer’s future and chance to be alive, as published', () => {
    const busy = { repeats: 26, last: 30.857, watched: 31 };
    expect(model.expected(busy, 52)).toBeCloseTo(25.757, 2);
    expect(model.alive(busy)).toBeCloseTo(0.96885, 4);
    expect(model.expected({ repeats: 2, last: 30.43, watched: 38.86 }, 39)).toBeCloseTo(1.226, 3);
    expect(model.alive({ repeats: 0, last: 0, watched: 38.86 })).toBe(1);
  });

  test('nothing overflows with thousands of purchases, or at a = 1', () => {
    const many = { repeats: 20_000, last: 300, watched: 300 };
    expect(model.expected(many, 52)).toBeGreaterThan(1000);
    expect(model.alive({ ...many, watched: 600 })).toBe(0);
    const at = (a: number): number =>
      bgNbdModel({ ...PUBLISHED, a }).expected({ repeats: 3, last: 5, watched: 9 }, 20);
    expect(at(1)).toBeCloseTo((at(0.9999) + at(1.0001)) / 2, 6);
    expect(bgNbdModel({ ...PUBLISHED, a: 0.3, b: 0.4 }).expectedOfNew(10)).toBeGreaterThan(0);
  });

  test('chances of so many purchases are those of a distribution with the expected mean', () => {
    const chances = bgNbdCounts(PUBLISHED, 39, 3000);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 3);
    expect(chances.reduce((sum, chance, x) => sum + x * chance, 0)).toBeCloseTo(model.expectedOfNew(39), 1);
  });

  test('the likelihood of one customer is the formula’s', () => {
    const { r, alpha, a, b } = { r: 0.5, alpha: 2, a: 1.5, b: 3 };
    const groups = groupPurchases({
      repeats: Int32Array.of(2, 0, 2),
      lastDays: Int32Array.of(14, 0, 14),
      watchedDays: Int32Array.of(28, 28, 28),
      meanValue: new Float64Array(3),
    });
    // Γ(r+2)/Γ(r) = r(r+1); Γ(b+2)Γ(a+b)/(Γ(b)Γ(a+b+2)) = b(b+1)/((a+b)(a+b+1))
    const product = (r * (r + 1) * b * (b + 1)) / ((a + b) * (a + b + 1));
    const two = product * alpha ** r * ((alpha + 4) ** -(r + 2) + (a / (b + 1)) * (alpha + 2) ** -(r + 2));
    const none = (alpha / (alpha + 4)) ** r;
    expect(bgNbdLikelihood(groups)({ r, alpha, a, b })).toBeCloseTo(2 * Math.log(two) + Math.log(none), 12);
  });

  test('finds the parameters of simulated customers again', () => {
    const truth = { r: 0.8, alpha: 6, a: 0.7, b: 2.5 };
    const groups = groupPurchases(simulatedBgNbd(truth, 20_000, 11));
    const { model: found, logLikelihood, converged } = runToEnd(fitBgNbd(groups));
    expect(converged).toBe(true);
    expect(logLikelihood).toBeGreaterThan(bgNbdLikelihood(groups)(truth));
    expect(found.expectedOfNew(52) / bgNbdModel(truth).expectedOfNew(52)).toBeCloseTo(1, 1);
    expect(found.parameters['r']! / truth.r).toBeCloseTo(1, 1);
  });

  test('purchases are expected at the ends of the parameters too, where the closed form is 0 times infinity', () => {
    // The integral over the chance to leave with 40 digits (mpmath).
    const cases = [
      [{ r: 11.49, alpha: 355.5, a: 40_610, b: 1_169_000 }, 1, 60, 89, 2.54997125623601],
      [{ r: 84.6756, alpha: 2357.5637, a: 73_343.1541, b: 1_196_805.068 }, 3, 120, 52, 1.74477179232511],
      [{ r: 0.3263, alpha: 0.521, a: 15_190, b: 669_800 }, 5, 42.7, 104, 10.9066007418649],
      [{ r: 3051, alpha: 1904, a: 0.3, b: 3.327 }, 0, 155.3, 104, 64.4117364442582],
      [{ r: 20, alpha: 160, a: 0.4, b: 0.2 }, 0, 55, 52, 1.88823379035906],
    ] as const;
    const off = cases.map(
      ([parameters, repeats, watched, time, is]) =>
        bgNbdModel(parameters).expectedIfAlive({ repeats, last: watched, watched }, time) / is,
    );
    expect(off).toEqual(cases.map(() => expect.closeTo(1, 9) as number));
  });

  test('the mean over the chance to leave is the closed form where that is sound', () => {
    const shape = fc.double({ min: 0.05, max: 8, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ r: shape, alpha: fc.constantFrom(0.5, 5, 80), a: shape, b: shape }),
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom(4.345, 26, 104),
        ({ r, alpha, a, b }, x, time) => {
          fc.pre(r < a + b && Math.abs(a - 1) > 1e-3);
          const closed = bgNbdModel({ r, alpha, a, b }).expectedIfAlive(
            { repeats: x, last: 20, watched: 30 },
            time,
          );
          const mean = meanOverDropout(a, b + x, { rates: r + x, ratio: time / (alpha + 30) });
          expect(mean / closed).toBeCloseTo(1, 6);
        },
      ),
      { seed: 3 },
    );
  });

  test('more purchases within the same time never mean fewer later, at the same last purchase', () => {
    const whole = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 100 }), (x, last, time) => {
        const alive = model.alive({ repeats: x, last, watched: last + 5 });
        expect(alive).toBeGreaterThan(0);
        expect(alive).toBeLessThan(1);
        const of = { repeats: x, last, watched: last + 5 };
        expect(model.expected(of, time + 1)).toBeGreaterThan(model.expected(of, time));
        expect(model.alive({ ...of, watched: last + 6 })).toBeLessThan(alive);
      }),
      { seed: 1 },
    );
  });
});

describe('Pareto/NBD', () => {
  const model = paretoNbdModel(PUBLISHED_PARETO);

  test('published parameters: r s β, and continuity at α = β and s = 1', () => {
    const of = { repeats: 3, last: 5, watched: 9 };
    const near = (beta: number): number => paretoNbdModel({ r: 0.6, alpha: 8, s: 0.5, beta }).alive(of);
    expect(near(8)).toBeCloseTo((near(7.999) + near(8.001)) / 2, 8);
    const at = (s: number): number => paretoNbdModel({ r: 0.6, alpha: 8, s, beta: 9 }).expected(of, 10);
    expect(at(1)).toBeCloseTo((at(0.999) + at(1.001)) / 2, 6);
    expect(model.alive({ repeats: 3, last: 9, watched: 9 })).toBe(1);
    expect(model.alive({ repeats: 5000, last: 100, watched: 400 })).toBeCloseTo(0, 12);
  });

  test('finds the expected purchases of simulated customers again', () => {
    const truth = { r: 0.7, alpha: 9, s: 0.6, beta: 12 };
    const groups = groupPurchases(simulatedParetoNbd(truth, 3_000, 5));
    const { model: found, logLikelihood, converged } = runToEnd(fitParetoNbd(groups));
    expect(converged).toBe(true);
    expect(logLikelihood).toBeGreaterThan(runToEnd(paretoNbdLikelihood(groups)(truth)));
    expect(found.expectedOfNew(52) / paretoNbdModel(truth).expectedOfNew(52)).toBeCloseTo(1, 1);
  });
});

test('a fit tells how far it is, several times within one evaluation', () => {
  const groups = groupPurchases(simulatedParetoNbd({ r: 0.7, alpha: 9, s: 0.6, beta: 12 }, 1_000, 6));
  const oneLikelihood = [...paretoNbdLikelihood(groups)(PUBLISHED_PARETO)];
  expect(oneLikelihood.length).toBeGreaterThan(8);
  const shares = [...fitParetoNbd(groups)];
  const different = [...new Set(shares)];
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect([different.length > 100, shares.length > 8 * different.length]).toEqual([true, true]);
  expect([shares[0]! < 0.01, shares.at(-1)! > 0.5, shares.at(-1)! < 1]).toEqual([true, true, true]);
});

test('customers without a share in the sample cost nothing and change nothing', () => {
  const groups = groupPurchases(simulatedParetoNbd({ r: 0.7, alpha: 9, s: 0.6, beta: 12 }, 300, 7));
  const count = groups.count.map((customers, group) => (group % 2 === 0 ? customers : 0));
  const kept = [...count.keys()].filter((group) => count[group]! > 0);
  const few = {
    ...groups,
    size: kept.length,
    repeats: Int32Array.from(kept, (group) => groups.repeats[group]!),
    lastWeeks: Float64Array.from(kept, (group) => groups.lastWeeks[group]!),
    watchedWeeks: Float64Array.from(kept, (group) => groups.watchedWeeks[group]!),
    count: Float64Array.from(kept, (group) => groups.count[group]!),
  };
  const steps = (of: typeof groups) => {
    let yields = 0;
    const computing = paretoNbdLikelihood(of)(PUBLISHED_PARETO);
    let step = computing.next();
    for (; !step.done; step = computing.next()) yields++;
    return [step.value, yields];
  };
  expect(steps({ ...groups, count })).toEqual(steps(few));
});

describe('Gamma-Gamma', () => {
  test('expected amounts of the published customers', () => {
    const published = { p: 6.249489, q: 3.744232, v: 15.44379 };
    expect(expectedSpend(published, 2, 22.345)).toBeCloseTo(24.659, 1);
    expect(expectedSpend(published, 1, 11.77)).toBeCloseTo(18.911, 1);
    expect(expectedSpend(published, 0, NaN)).toBeCloseTo(35.171, 1);
    expect(expectedSpend({ p: 1, q: 0.5, v: 3 }, 0, NaN)).toBeNaN();
  });

  test('finds simulated amounts again, in any unit', () => {
    const gamma = gammaDraws(3);
    const repeats = Int32Array.from({ length: 4000 }, (_, who) => 1 + (who % 5));
    const meanValue = Float64Array.from(repeats, (x) => gamma(6 * x) / (x * (gamma(4) / 15)));
    const fit = runToEnd(fitGammaGamma({ repeats, meanValue }));
    const inCents = runToEnd(fitGammaGamma({ repeats, meanValue: meanValue.map((value) => 100 * value) }));
    expect(fit.converged).toBe(true);
    expect((fit.parameters.p * fit.parameters.v) / (fit.parameters.q - 1) / 30).toBeCloseTo(1, 1);
    expect(inCents.parameters.v / fit.parameters.v).toBeCloseTo(100, 3);
    expect(inCents.logLikelihood).toBeCloseTo(fit.logLikelihood - 4000 * Math.log(100), 4);
    expect(Math.abs(fit.correlation)).toBeLessThan(0.1);
  });
});

test('₂F₁: values with a closed form', () => {
  // DLMF 15.4.1, 15.4.3 and 15.4.6
  expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.LN2, 14);
  expect(hypergeometric(0.5, 1, 1.5, 0.25)).toBeCloseTo(Math.log(3), 14);
  expect(hypergeometric(1.3, 2, 2, 0.9)).toBeCloseTo(0.1 ** -1.3, 10);
  expect(hypergeometric(3, 4, 5, 0)).toBe(1);
});

test('₂F₁(1, b; c; z) up to the edge of its disc, as mpmath has it with 40 digits', () => {
  const known: readonly (readonly [number, number, number, number])[] = [
    [1.5, 3, 0.5, 1.3725830020304792],
    [0.83, 1.82, 0.9995, 6.779635561441953],
    [200.7, 210, 0.99, 19.88502873869703],
    [2000.7, 2001.9, 0.9, 9.946577046989683],
    [1, 2, 0.999999, 13.815524373459892],
    [1.2, 2.2, 0.999999998, 23.690331490354232],
  ];
  for (const [b, c, z, value] of known) expect(hypergeometricOne(b, c, z) / value).toBeCloseTo(1, 9);
  expect(hypergeometricOne(3, 5, 0)).toBe(1);
  const shape = fc.double({ min: 0.01, max: 50, noNaN: true });
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 0, max: 0.95, noNaN: true }), (b, more, z) => {
      expect(hypergeometricOne(b, b + more, z) / hypergeometric(1, b, b + more, z)).toBeCloseTo(1, 11);
    }),
    { seed: 1 },
  );
});

test('the search finds the bottom of a curved valley, and says when it could not', () => {
  const valley = ([x = 0, y = 0]: readonly number[]): number => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
  const { at, converged } = runToEnd(minimise(valley, [-1.2, 1], { tolerance: 1e-14 }));
  expect([...at, converged]).toEqual([expect.closeTo(1, 5), expect.closeTo(1, 5), true]);
  expect(runToEnd(minimise(valley, [-1.2, 1], { maxEvaluations: 20 })).converged).toBe(false);
  expect(runToEnd(minimise(() => NaN, [0])).converged).toBe(false);
});
