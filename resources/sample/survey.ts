// Draws the style survey: four Likert items from about six customers in ten. It is the only psychographic source.
import type { SampleCustomer } from './customers.ts';
import { KINDS } from './kinds.ts';
import type { SampleRandom } from './random.ts';

export interface SampleAnswer {
  readonly customerKey: string;
  /** Follows trends, comfort first, price matters, sustainability matters: 1–5, null when skipped. */
  readonly items: readonly (number | null)[];
}

export function drawSurvey(
  random: SampleRandom,
  customers: readonly SampleCustomer[],
): readonly SampleAnswer[] {
  const answers: SampleAnswer[] = [];
  for (const customer of customers) {
    const kind = customer.kind === null ? undefined : KINDS[customer.kind];
    if (!kind || !random.chance(0.6)) continue;
    const items = kind.style.map((mean) =>
      random.chance(0.02) ? null : Math.min(5, Math.max(1, Math.round(random.normal(mean, 0.75)))),
    );
    answers.push({ customerKey: customer.key, items });
  }
  return answers;
}
