// Evidence as the profile of a segment gives it, short to write in tests.
import type { Evidence, EvidenceUnit } from '../../../shared/model/evidence.ts';

const UNITS: Readonly<Record<string, EvidenceUnit>> = {
  recency: 'days',
  frequency: 'count',
  monetary: 'money',
  tenure: 'days',
  basket: 'money',
  returnsRate: 'share',
  interPurchase: 'days',
};

/** Firm unless told otherwise: the interval is ±4 % of the index, n is 1,000. */
export function measured(
  feature: string,
  here: number,
  all: number,
  d: number,
  more: Partial<Evidence> = {},
): Evidence {
  const index = (100 * here) / all;
  return {
    feature,
    label: feature,
    kind: more.category === undefined ? 'mean' : 'share',
    here,
    all,
    unit: UNITS[feature] ?? (more.category === undefined ? 'none' : 'share'),
    index,
    indexLow: index * 0.96,
    indexHigh: index * 1.04,
    d,
    n: 1000,
    pAdjusted: 0.001,
    ...more,
  };
}

/** The five segments of the sample shop, in the sample's letters. */
export const SHOP: Readonly<Record<'A' | 'B' | 'C' | 'D' | 'E', readonly Evidence[]>> = {
  A: [
    measured('recency', 40, 90, -0.5),
    measured('frequency', 5.4, 4.3, 0.5),
    measured('Age', 32, 36, -0.4, { unit: 'years' }),
    measured('Mobile share', 0.67, 0.58, 0.4, { unit: 'share' }),
    measured('Distance to shop, km', 5.3, 11.5, -0.7, { unit: 'km' }),
    measured('Kids’ items', 0.06, 0.17, -0.5, { unit: 'share' }),
    measured('Follows trends', 3.5, 3.1, 0.4, { unit: 'points', n: 742 }),
  ],
  B: [
    measured('recency', 42, 90, -0.5),
    measured('frequency', 6.1, 4.3, 0.7),
    measured('Kids’ items', 0.55, 0.17, 1.3, { unit: 'share' }),
    measured('Discount share', 0.4, 0.34, 0.4, { unit: 'share' }),
    measured('Follows trends', 2.2, 3.1, -0.8, { unit: 'points' }),
    measured('Comfort first', 4.5, 3.4, 0.9, { unit: 'points' }),
  ],
  C: [
    measured('recency', 38, 90, -0.6),
    measured('basket', 36, 92, -1),
    measured('Discount share', 0.66, 0.34, 1.1, { unit: 'share' }),
    measured('Mobile share', 0.9, 0.58, 1.2, { unit: 'share' }),
    measured('Age', 18, 36, -1.4, { unit: 'years' }),
    measured('Follows trends', 4.5, 3.1, 1.2, { unit: 'points' }),
  ],
  D: [
    measured('recency', 290, 90, 1.1),
    measured('basket', 178, 92, 1.7),
    measured('monetary', 640, 466, 1.2),
    measured('Mobile share', 0.1, 0.58, -1.2, { unit: 'share' }),
    measured('Age', 51, 36, 0.8, { unit: 'years' }),
  ],
  E: [
    measured('recency', 215, 90, 1.2),
    measured('frequency', 1.1, 4.3, -1.5),
    measured('Gift wrap', 0.82, 0.21, 1.5, { unit: 'share' }),
    measured('Age', 46, 36, 0.6, { unit: 'years' }),
    measured('Distance to shop, km', 16, 11.5, 0.5, { unit: 'km' }),
  ],
};
