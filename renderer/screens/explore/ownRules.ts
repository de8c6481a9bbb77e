// Own rules while they are being written: every field as text, so that half a number is no error yet.
import type { OwnCondition, OwnSegment } from '../../../shared/model/division.ts';
import type { Feature } from '../../../shared/model/feature.ts';

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

export function draftRule({ name, any }: OwnSegment): RuleDraft {
  return { name, any: any.map((group) => group.map(draftCondition)) };
}

/** A condition to be filled in. */
export function blankCondition(feature: Feature | undefined): ConditionDraft {
  return { id: crypto.randomUUID(), feature: feature?.name ?? '', op: opsFor(feature)[0] ?? 'is', text: '' };
}

function draftCondition(condition: OwnCondition): ConditionDraft {
  const { feature } = condition;
  const id = crypto.randomUUID();
  if ('value' in condition) return { id, feature, op: KEYS[condition.op], text: String(condition.value) };
  if ('values' in condition) return { id, feature, op: condition.op, text: condition.values.join('; ') };
  return { id, feature, op: condition.op, text: '' };
}

/** A number with a point or a comma, thousands parted by spaces; NaN for anything else. */
function readNumber(text: string): number {
  return text.trim() === '' ? NaN : Number(text.replaceAll(/\s/gu, '').replace(',', '.'));
}

/** Null while something is missing. */
function readCondition(draft: ConditionDraft, isNumber: boolean): OwnCondition | null {
  const { feature, op, text } = draft;
  if (op === 'missing' || op === 'known') return { feature, op };
  if (op === 'is' || op === 'isNot') {
    const parts = text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const values = isNumber ? parts.map(readNumber) : parts;
    const sound = values.length > 0 && values.every((value) => !Number.isNaN(value));
    return sound ? { feature, op, values } : null;
  }
  const value = readNumber(text);
  return Number.isNaN(value) ? null : { feature, op: SIGNS[op], value };
}

/** Whether what is written cannot be read; nothing written yet is no error. */
export function isUnread(draft: ConditionDraft, feature: Feature | undefined): boolean {
  if (!needsValue(draft.op) || draft.text.trim() === '') return false;
  return readCondition(draft, feature?.type !== 'category') === null;
}

/** What the finished rule asks for; null while a value is missing. */
export function readBlocks(draft: RuleDraft, features: readonly Feature[]): OwnSegment['any'] | null {
  const isNumber = (name: string): boolean =>
    features.find((feature) => feature.name === name)?.type !== 'category';
  const any = draft.any
    .filter((group) => group.length > 0)
    .map((group) => group.map((one) => readCondition(one, isNumber(one.feature))));
  const sound = any.length > 0 && any.flat().every((one) => one !== null);
  return sound ? (any as OwnCondition[][]) : null;
}

/** The finished rule; null while a name or a value is missing. */
export function readRule(draft: RuleDraft, features: readonly Feature[]): OwnSegment | null {
  const any = readBlocks(draft, features);
  return any && draft.name.trim() !== '' ? { name: draft.name.trim(), any } : null;
}
