// Own rules while they are being written: every field as text, so that half a number is no error yet.
import type { OwnCondition, OwnSegment } from '../../../shared/model/division.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { TypedNumbers } from '../../ui/index.ts';

export const NUMBER_OPS = ['ge', 'gt', 'le', 'lt', 'is', 'isNot', 'missing', 'known'] as const;
export const CATEGORY_OPS = ['is', 'isNot', 'missing', 'known'] as const;
export type OpKey = (typeof NUMBER_OPS)[number];

export interface ConditionDraft {
  readonly id: string;
  readonly feature: string;
  readonly op: OpKey;
  readonly text: string;
}
export interface RuleDraft {
  readonly name: string;
  readonly any: readonly (readonly ConditionDraft[])[];
}

const SIGNS = { ge: '>=', gt: '>', le: '<=', lt: '<' } as const;
const KEYS = { '>=': 'ge', '>': 'gt', '<=': 'le', '<': 'lt' } as const;

/** Comparisons that the feature knows. */
export function opsFor(feature: Feature | undefined): readonly OpKey[] {
  return feature?.type === 'category' ? CATEGORY_OPS : NUMBER_OPS;
}

export const needsValue = (op: OpKey): boolean => op !== 'missing' && op !== 'known';

export function draftRule({ name, any }: OwnSegment, numbers: TypedNumbers): RuleDraft {
  return { name, any: any.map((group) => group.map((one) => draftCondition(one, numbers))) };
}

/** A condition to be filled in. */
export function blankCondition(feature: Feature | undefined): ConditionDraft {
  return { id: crypto.randomUUID(), feature: feature?.name ?? '', op: opsFor(feature)[0] ?? 'is', text: '' };
}

function draftCondition(condition: OwnCondition, { typed }: TypedNumbers): ConditionDraft {
  const { feature } = condition;
  const id = crypto.randomUUID();
  if ('value' in condition) return { id, feature, op: KEYS[condition.op], text: typed(condition.value) };
  if ('values' in condition) {
    const written = condition.values.map((value) => (typeof value === 'number' ? typed(value) : value));
    return { id, feature, op: condition.op, text: written.join('; ') };
  }
  return { id, feature, op: condition.op, text: '' };
}

/** Null while something is missing. */
function readCondition(
  draft: ConditionDraft,
  isNumber: boolean,
  { read }: TypedNumbers,
): OwnCondition | null {
  const { feature, op, text } = draft;
  if (op === 'missing' || op === 'known') return { feature, op };
  if (op === 'is' || op === 'isNot') {
    const parts = text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const values = (isNumber ? parts.map(read) : parts).filter((value) => value !== null);
    const sound = values.length > 0 && values.length === parts.length;
    return sound ? { feature, op, values } : null;
  }
  const value = read(text);
  return value === null ? null : { feature, op: SIGNS[op], value };
}

/** Whether what is written cannot be read; nothing written yet is no error. */
export function isUnread(
  draft: ConditionDraft,
  feature: Feature | undefined,
  numbers: TypedNumbers,
): boolean {
  if (!needsValue(draft.op) || draft.text.trim() === '') return false;
  return readCondition(draft, feature?.type !== 'category', numbers) === null;
}

/** What the finished rule asks for; null while a value is missing. */
export function readBlocks(
  draft: RuleDraft,
  features: readonly Feature[],
  numbers: TypedNumbers,
): OwnSegment['any'] | null {
  const isNumber = (name: string): boolean =>
    features.find((feature) => feature.name === name)?.type !== 'category';
  const any = draft.any
    .filter((group) => group.length > 0)
    .map((group) => group.map((one) => readCondition(one, isNumber(one.feature), numbers)));
  const sound = any.length > 0 && any.flat().every((one) => one !== null);
  return sound ? (any as OwnCondition[][]) : null;
}

/** The finished rule; null while a name or a value is missing. */
export function readRule(
  draft: RuleDraft,
  features: readonly Feature[],
  numbers: TypedNumbers,
): OwnSegment | null {
  const any = readBlocks(draft, features, numbers);
  return any && draft.name.trim() !== '' ? { name: draft.name.trim(), any } : null;
}
