// Customers whose purchases follow a model exactly.
import type { PurchaseHistory } from '../../../../electron/engine/analysis/clv/purchases.ts';
import { Random } from '../../../../electron/engine/analysis/random.ts';

/** Gamma-distributed numbers of rate 1 (Marsaglia & Tsang 2000). */
export function gammaDraws(seed: number): (shape: number) => number {
  const random = new Random(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const draw = (shape: number): number => {
    if (shape < 1) return draw(shape + 1) * (1 - random.next()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - random.next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return draw;
}

const WEEKS = 78;

type Life = (after: number) => boolean;

function histories(
  customers: number,
  seed: number,
  start: (gamma: (shape: number) => number, next: () => number) => { rate: number; stays: Life },
): PurchaseHistory {
  const gamma = gammaDraws(seed);
  const random = new Random(seed + 1);
  const repeats = new Int32Array(customers);
  const lastDays = new Int32Array(customers);
  const watchedDays = new Int32Array(customers);
  for (let who = 0; who < customers; who++) {
    const watched = WEEKS - (who % 12);
    const { rate, stays } = start(gamma, () => random.next());
    let time = 0;
    for (;;) {
      const next = time - Math.log(1 - random.next()) / rate;
      if (next > watched || !stays(next)) break;
      time = next;
      repeats[who]! += 1;
    }
    lastDays[who] = Math.round(7 * time);
    watchedDays[who] = 7 * watched;
  }
  return { repeats, lastDays, watchedDays, meanValue: new Float64Array(customers) };
}

/** After each repeated purchase a coin of the customer’s own is thrown: stay or go. */
export function simulatedBgNbd(
  { r, alpha, a, b }: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number },
  customers: number,
  seed: number,
): PurchaseHistory {
  return histories(customers, seed, (gamma, next) => {
    const [one, other] = [gamma(a), gamma(b)];
    const leaving = one / (one + other);
    let gone = false;
    return {
      rate: gamma(r) / alpha,
      stays: () => {
        if (gone) return false;
        gone = next() < leaving;
        return true;
      },
    };
  });
}

export function simulatedParetoNbd(
  {
    r,
    alpha,
    s,
    beta,
  }: { readonly r: number; readonly alpha: number; readonly s: number; readonly beta: number },
  customers: number,
  seed: number,
): PurchaseHistory {
  return histories(customers, seed, (gamma, next) => {
    const lifetime = -Math.log(1 - next()) / (gamma(s) / beta);
    return { rate: gamma(r) / alpha, stays: (after) => after < lifetime };
  });
}
