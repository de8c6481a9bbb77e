// A definition while it is being written: every field as text, and what it makes once it is complete.
import { type Fill, FeatureDefinition } from '../../../shared/model/featureDefinition.ts';
import type { DefinitionKind } from '../../../shared/model/featureDefinition.ts';
import type { Transform } from '../../../shared/model/featureTransform.ts';
import type { TypedNumbers } from '../../ui/index.ts';

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
export function draftOf(definition: FeatureDefinition | null, { typed }: TypedNumbers): DefinitionDraft {
  if (!definition) return NEW_DRAFT;
  const base = { ...NEW_DRAFT, kind: definition.kind, name: definition.name };
  switch (definition.kind) {
    case 'formula':
      return { ...base, formula: definition.formula };
    case 'bands':
      return 'cuts' in definition.by
        ? { ...base, of: definition.of, by: 'cuts', cuts: definition.by.cuts.map(typed).join(' ') }
        : { ...base, of: definition.of, by: 'groups', groups: typed(definition.by.groups) };
    case 'transform': {
      const tail =
        definition.share === undefined ? NEW_DRAFT.tail : typed(Number((100 * definition.share).toFixed(6)));
      return { ...base, of: definition.of, method: definition.method, tail };
    }
    case 'fill': {
      const { of, method: fill, like } = definition;
      return { ...base, of, fill, like };
    }
    case 'scale': {
      const { items, low, high } = definition;
      return { ...base, items, low: typed(low), high: typed(high) };
    }
  }
}

type Reader = Pick<TypedNumbers, 'read'>;

/** NaN when it is none. */
const numberOf = (text: string, { read }: Reader): number => read(text) ?? NaN;

/** The numbers of a text, parted by spaces or semicolons. */
const numbersOf = (text: string, reader: Reader): readonly number[] =>
  text
    .split(/[\s;]+/u)
    .filter((part) => part !== '')
    .map((part) => numberOf(part, reader));

export type DraftField = 'name' | 'groups' | 'cuts' | 'tail' | 'range';

const isFilled = (text: string): boolean => text.trim() !== '';
const isBetween = (value: number, low: number, high: number): boolean => value >= low && value <= high;

const WRONG: Readonly<Record<DraftField, (draft: DefinitionDraft, reader: Reader) => boolean>> = {
  name: ({ name }) => /[[\]]/u.test(name) || name.trim().length > 100,
  groups: ({ kind, by, groups }, reader) => {
    const count = numberOf(groups, reader);
    const sound = isBetween(count, 2, 20) && Number.isInteger(count);
    return kind === 'bands' && by === 'groups' && isFilled(groups) && !sound;
  },
  cuts: ({ kind, by, cuts }, reader) => {
    const numbers = kind === 'bands' && by === 'cuts' ? numbersOf(cuts, reader) : [];
    return numbers.length > 50 || numbers.some((cut, at) => !(cut > (numbers[at - 1] ?? -Infinity)));
  },
  tail: ({ kind, method, tail }, reader) =>
    kind === 'transform' &&
    method === 'winsor' &&
    isFilled(tail) &&
    !isBetween(numberOf(tail, reader), 0.1, 25),
  range: ({ kind, low, high }, reader) =>
    kind === 'scale' && isFilled(low) && isFilled(high) && !(numberOf(low, reader) < numberOf(high, reader)),
};

/** Whether what is written in the field cannot stay so; a field still empty is not wrong. */
export function isWrong(draft: DefinitionDraft, field: DraftField, reader: Reader): boolean {
  return WRONG[field](draft, reader);
}

function candidate(draft: DefinitionDraft, reader: Reader): object {
  const { kind, name, of } = draft;
  if (kind === 'formula') return { kind, name, formula: draft.formula };
  if (kind === 'fill')
    return { kind, name, of, method: draft.fill, like: draft.fill === 'nearest' ? draft.like : [] };
  if (kind === 'scale') {
    const items = draft.items.map(({ feature, reversed }) => ({ feature, reversed }));
    return { kind, name, items, low: numberOf(draft.low, reader), high: numberOf(draft.high, reader) };
  }
  if (kind === 'bands') {
    const by =
      draft.by === 'cuts'
        ? { cuts: numbersOf(draft.cuts, reader) }
        : { groups: numberOf(draft.groups, reader) };
    return { kind, name, of, by };
  }
  const share = draft.method === 'winsor' ? { share: numberOf(draft.tail, reader) / 100 } : {};
  return { kind, name, of, method: draft.method, ...share };
}

/**
 * The definition that the draft makes; null while something is missing.
 * @param name stands in while the draft has no name, so that a preview can be shown
 */
export function definitionOf(
  draft: DefinitionDraft,
  reader: Reader,
  name = draft.name,
): FeatureDefinition | null {
  if (draft.kind !== 'formula' && draft.kind !== 'scale' && draft.of === '') return null;
  if (draft.kind === 'fill' && draft.fill === 'nearest' && draft.like.length === 0) return null;
  if (isWrong(draft, 'cuts', reader) || isWrong(draft, 'range', reader)) return null;
  const { data } = FeatureDefinition.safeParse(candidate({ ...draft, name }, reader));
  return data ?? null;
}
