// Weights that come with the data, for instance those of a survey: the first column with that role.
import type { CustomerBase } from './customers.ts';
import { fieldWith } from './customers.ts';
import { valuesOf } from './fromProfiles.ts';

export interface BaseWeight {
  readonly header: string;
  /** One per customer; NaN = missing. */
  readonly values: Float64Array;
}

export function baseWeightOf(base: CustomerBase): BaseWeight | null {
  for (const keyed of base.profiles) {
    const field = fieldWith(keyed.source, 'weight');
    const values = field && valuesOf(keyed, field, base.count);
    if (values) return { header: field.header, values };
  }
  return null;
}
