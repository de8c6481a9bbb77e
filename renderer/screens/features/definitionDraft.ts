// A definition while it is being written: every field as text, and what it makes once it is complete.
import { type Fill, FeatureDefinition } from '../../../shared/model/featureDefinition.ts';
import type { DefinitionKind } from '../../../shared/model/featureDefinition.ts';
import type { Transform } from '../../../shared/model/featureTransform.ts';

export interface DefinitionDraft {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly formula: string;
  /** The feature that bands and transformations are made from. */
  readonly of: string;
  readonly by: 'groups' | 'cuts';
  readonly groups: string;
  readonly cuts: string;
  readonly method: Transform;
  /** Percent of each tail. */
  readonly tail: string;
  readonly fill: Fill;
  /** By which features customers are similar. */
  readonly like: readonly string[];
  readonly items: readonly { readonly feature: string; readonly reversed: boolean }[];
  readonly low: string;
  readonly high: string;
}

const NEW_DRAFT: DefinitionDraft = {
  kind: 'formula',
  name: '',
  formula: '',
  of: '',
  by: 'groups',
  groups: '5',
  cuts: '',
  method: 'rank',
  tail: '1',
  fill: 'nearest',
  like: [],
  items: [],
  low: '1',
  high: '5',
};

/** @param definition the one to be changed; null = a new one */
export function draftOf(definition: FeatureDefinition | null): DefinitionDraft {
  if (!definition) return NEW_DRAFT;
  const base = { ...NEW_DRAFT, kind: definition.kind, name: definition.name };
  switch (definition.kind) {
    case 'formula':
      return { ...base, formula: definition.formula };
    case 'bands':
      return 'cuts' in definition.by
        ? { ...base, of: definition.of, by: 'cuts', cuts: definition.by.cuts.join(' ') }
        : { ...base, of: definition.of, by: 'groups', groups: String(definition.by.groups) };
    case 'transform': {
      const tail = definition.share === undefined ? NEW_DRAFT.tail : String(100 * definition.share);
      return { ...base, of: definition.of, method: definition.method, tail };
    }
    case 'fill': {
      const { of, method: fill, like } = definition;
      return { ...base, of, fill, like };
    }
    case 'scale': {
      const { items, low, high } = definition;
      return { ...base, items, low: String(low), high: String(high) };
    }
  }
}

/** A number as people of the five languages write it; NaN when it is none. */
const numberOf = (text: string): number => (text.trim() === '' ? NaN : Number(text.trim().replace(',', '.')));

/** The numbers of a text, parted by spaces or semicolons. */
const numbersOf = (text: string): readonly number[] =>
  text
    .split(/[\s;]+/u)
    .filter((part) => part !== '')
    .map(numberOf);

export type DraftField = 'name' | 'groups' | 'cuts' | 'tail' | 'range';

const isFilled = (text: string): boolean => text.trim() !== '';
const isBetween = (text: string, low: number, high: number): boolean =>
  numberOf(text) >= low && numberOf(text) <= high;

const WRONG: Readonly<Record<DraftField, (draft: DefinitionDraft) => boolean>> = {
  name: ({ name }) => /[[\]]/u.test(name) || name.trim().length > 100,
  groups: ({ kind, by, groups }) =>
    kind === 'bands' &&
    by === 'groups' &&
    isFilled(groups) &&
    !(isBetween(groups, 2, 20) && Number.isInteger(numberOf(groups))),
  cuts: ({ kind, by, cuts }) => {
    const numbers = kind === 'bands' && by === 'cuts' ? numbersOf(cuts) : [];
    return numbers.length > 50 || numbers.some((cut, at) => !(cut > (numbers[at - 1] ?? -Infinity)));
  },
  tail: ({ kind, method, tail }) =>
    kind === 'transform' && method === 'winsor' && isFilled(tail) && !isBetween(tail, 0.1, 25),
  range: ({ kind, low, high }) =>
    kind === 'scale' && isFilled(low) && isFilled(high) && !(numberOf(low) < numberOf(high)),
};

/** Whether what is written in the field cannot stay so; a field still empty is not wrong. */
export function isWrong(draft: DefinitionDraft, field: DraftField): boolean {
  return WRONG[field](draft);
}

function candidate(draft: DefinitionDraft): object {
  const { kind, name, of } = draft;
  if (kind === 'formula') return { kind, name, formula: draft.formula };
  if (kind === 'fill')
    return { kind, name, of, method: draft.fill, like: draft.fill === 'nearest' ? draft.like : [] };
  if (kind === 'scale') {
    const items = draft.items.map(({ feature, reversed }) => ({ feature, reversed }));
    return { kind, name, items, low: numberOf(draft.low), high: numberOf(draft.high) };
  }
  if (kind === 'bands') {
    const by = draft.by === 'cuts' ? { cuts: numbersOf(draft.cuts) } : { groups: numberOf(draft.groups) };
    return { kind, name, of, by };
  }
  const share = draft.method === 'winsor' ? { share: numberOf(draft.tail) / 100 } : {};
  return { kind, name, of, method: draft.method, ...share };
}

/**
 * The definition that the draft makes; null while something is missing.
 * @param name stands in while the draft has no name, so that a preview can be shown
 */
export function definitionOf(draft: DefinitionDraft, name = draft.name): FeatureDefinition | null {
  if (draft.kind !== 'formula' && draft.kind !== 'scale' && draft.of === '') return null;
  if (draft.kind === 'fill' && draft.fill === 'nearest' && draft.like.length === 0) return null;
  if (isWrong(draft, 'cuts') || isWrong(draft, 'range')) return null;
  const { data } = FeatureDefinition.safeParse(candidate({ ...draft, name }));
  return data ?? null;
}
