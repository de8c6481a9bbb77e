// What all features have in common that an analyst made from others.
import type { Feature } from '../../../../shared/model/feature.ts';
import type { DefinitionReport, FeatureDefinition } from '../../../../shared/model/featureDefinition.ts';
import { categoryDraft, type DraftFeature, numberDraft } from './draft.ts';

export interface MadeFeature {
  readonly draft: DraftFeature;
  readonly report: DefinitionReport;
}

/** Whoever defines a feature decides whether it is used; it is made from others and never proposed beside them. */
const CHOSEN_BY_HAND = { informative: false };

const NOTHING: DefinitionReport = {
  dividedByZero: 0,
  undefined: 0,
  capped: 0,
  filled: 0,
  reliability: null,
};

/** The first feature that it is made from; its criterion is taken over. */
type From = Pick<Feature, 'criterion'> | undefined;

const identityOf = ({ name }: FeatureDefinition, from: From) => ({
  name,
  label: name,
  builtIn: false,
  criterion: from?.criterion ?? ('behavioural' as const),
});

export function madeNumber(
  definition: FeatureDefinition,
  from: From,
  {
    values,
    unit,
    type,
  }: Pick<Feature, 'unit'> & {
    readonly values: Float64Array;
    readonly type?: 'number' | 'boolean';
  },
  report: Partial<DefinitionReport>,
): MadeFeature {
  const options = { ...(type && { type }), ...CHOSEN_BY_HAND };
  return {
    draft: numberDraft({ ...identityOf(definition, from), unit }, values, options),
    report: { ...NOTHING, ...report },
  };
}

export function madeCategory(
  definition: FeatureDefinition,
  from: From,
  { codes, levels }: { readonly codes: Int32Array; readonly levels: readonly string[] },
  report: Partial<DefinitionReport> = {},
): MadeFeature {
  return {
    draft: categoryDraft(identityOf(definition, from), codes, levels),
    report: { ...NOTHING, ...report },
  };
}
