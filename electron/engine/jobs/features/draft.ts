// A feature while it is being computed: values for every customer known, before the analysed ones are picked.
import type { Feature } from '../../../../shared/model/feature.ts';

type Identity = Pick<Feature, 'name' | 'label' | 'builtIn' | 'criterion'>;

export type DraftFeature =
  | (Identity & {
      readonly type: 'number' | 'boolean';
      readonly unit: Feature['unit'];
      readonly values: Float64Array;
      /** False for a share that varies between customers no more than chance makes it: not proposed. */
      readonly informative: boolean;
    })
  | (Identity & {
      readonly type: 'category';
      readonly unit: 'none';
      readonly codes: Int32Array;
      readonly levels: readonly string[];
    });

export function numberDraft(
  identity: Identity & { readonly unit: Feature['unit'] },
  values: Float64Array,
  {
    type = 'number',
    informative = true,
  }: { readonly type?: 'number' | 'boolean'; readonly informative?: boolean } = {},
): Extract<DraftFeature, { readonly values: Float64Array }> {
  return { ...identity, type, values, informative };
}

export function categoryDraft(
  identity: Identity,
  codes: Int32Array,
  levels: readonly string[],
): DraftFeature {
  return { ...identity, type: 'category', unit: 'none', codes, levels };
}

/** The same feature for the picked customers only; itself when all of them are. */
export function pick(draft: DraftFeature, customers: Int32Array): DraftFeature {
  const all = draft.type === 'category' ? draft.codes.length : draft.values.length;
  if (customers.length === all) return draft;
  if (draft.type === 'category') {
    return { ...draft, codes: customers.map((who) => draft.codes[who] ?? -1) };
  }
  return { ...draft, values: Float64Array.from(customers, (who) => draft.values[who] ?? NaN) };
}
