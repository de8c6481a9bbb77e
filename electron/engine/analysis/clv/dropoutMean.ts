// Purchases expected under BG/NBD as a mean over the chance to leave: where the closed form overflows or cancels.

/** Purchases expected of one who leaves after each with chance p; `rates` is r + x, `ratio` is t / (α + T). */
interface Buying {
  readonly rates: number;
  readonly ratio: number;
}

/** The integral over gamma-distributed rates, (1 − (1 + p·ratio)^−rates) / p. */
const purchasesAt = ({ rates, ratio }: Buying, p: number): number =>
  -Math.expm1(-rates * Math.log1p(p * ratio)) / p;

/** (`purchasesAt(0)` − `purchasesAt(p)`) / p, also towards p = 0. */
function fallFromZero(buying: Buying, p: number): number {
  const { rates, ratio } = buying;
  const step = p * ratio;
  if (rates * step > 1e-3) return (rates * ratio - purchasesAt(buying, p)) / p;
  return ((rates * (rates + 1)) / 2) * ratio * ratio * (1 - ((rates + 2) * step) / 3);
}

/** (`purchasesAt(p)` − `purchasesAt(1)`) / (1 − p), also towards p = 1. */
function fallToOne(buying: Buying, p: number, rest: number): number {
  if (rest > 1e-4) return (purchasesAt(buying, p) - purchasesAt(buying, 1)) / rest;
  const { rates, ratio } = buying;
  const middle = 1 - rest / 2;
  const stays = Math.exp(-(rates + 1) * Math.log1p(middle * ratio));
  return (purchasesAt(buying, middle) - rates * ratio * stays) / middle;
}

const NEGLIGIBLE = 1e-18;
const WIDEST_STEP = 0.5;

/**
 * The mean of a function of p and 1 − p, p of a beta distribution whose shapes are 1 or more: trapezoids over the log
 * odds of p. The integrand vanishes at both ends, so that they converge as fast as the digits last.
 */
function meanOverBeta(one: number, other: number, of: (p: number, rest: number) => number): number {
  const mode = Math.log(one / other);
  const step = Math.min(WIDEST_STEP, Math.sqrt(1 / one + 1 / other) / 2);
  const density = (odds: number): number =>
    -one * Math.log1p(Math.exp(-odds)) - other * Math.log1p(Math.exp(odds));
  const top = density(mode);
  let sum = 0;
  let mass = 0;
  for (const towards of [-1, 1])
    for (let n = towards < 0 ? 0 : 1; ; n++) {
      const odds = mode + towards * n * step;
      const weight = Math.exp(density(odds) - top);
      if (!(weight > NEGLIGIBLE)) break;
      mass += weight;
      sum += weight * of(1 / (1 + Math.exp(-odds)), 1 / (1 + Math.exp(odds)));
    }
  return sum / mass;
}

/**
 * Purchases expected of a customer who is active, for any parameters above 0.
 * @param leave shape a of the chance to leave @param stay shape b + x
 */
export function meanOverDropout(leave: number, stay: number, buying: Buying): number {
  if (leave >= 1 && stay >= 1) return meanOverBeta(leave, stay, (p) => purchasesAt(buying, p));
  // A straight line from p = 0 to p = 1 apart: its mean is known, and what is left has shapes above 1.
  const zero = buying.rates * buying.ratio;
  const one = purchasesAt(buying, 1);
  const bent = (p: number, rest: number): number =>
    p < rest
      ? (zero - one - fallFromZero(buying, p)) / rest
      : (fallToOne(buying, p, rest) - (zero - one)) / p;
  const sum = leave + stay;
  const share = (leave / sum) * (stay / (sum + 1));
  return (zero * stay + one * leave) / sum + share * meanOverBeta(leave + 1, stay + 1, bent);
}
