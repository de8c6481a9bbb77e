// A filter while it is being edited: what stands in the fields, and the condition it makes.
import type { RowFilter } from '../../../../shared/model/rowView.ts';
import type { Field } from '../../../../shared/model/source.ts';
import type { TypedNumbers } from '../../../ui/index.ts';

const DAY_MS = 86_400_000;

export const TEXT_OPS = [
  'oneOf',
  'contains',
  'notContains',
  'startsWith',
  'endsWith',
  'is',
  'isNot',
] as const;
export const MISSING_OPS = ['missing', 'notMissing'] as const;
export type FilterOp = (typeof TEXT_OPS)[number] | 'between' | (typeof MISSING_OPS)[number];

export type FilterKind = 'text' | 'number' | 'date' | 'boolean';

export function kindOf(field: Field): FilterKind {
  if (field.type === 'number' || field.type === 'money') return 'number';
  if (field.type === 'date' || field.type === 'boolean') return field.type;
  return 'text';
}

export const opsOf = (kind: FilterKind): readonly FilterOp[] =>
  kind === 'text' ? [...TEXT_OPS, ...MISSING_OPS] : ['between', ...MISSING_OPS];

export interface FilterDraft {
  readonly op: FilterOp;
  readonly text: string;
  readonly texts: readonly string[];
  /** Numbers as typed; dates as yyyy-mm-dd; '' = open end. */
  readonly from: string;
  readonly to: string;
}

const isoDay = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

export function draftOf(
  kind: FilterKind,
  filter: RowFilter | undefined,
  { typed }: TypedNumbers,
): FilterDraft {
  const empty: FilterDraft = {
    op: kind === 'text' ? 'oneOf' : 'between',
    text: '',
    texts: [],
    from: '',
    to: '',
  };
  if (!filter) return empty;
  if (filter.op === 'between') {
    const shown = (value: number | null): string =>
      value === null ? '' : kind === 'date' ? isoDay(value) : typed(value);
    return { ...empty, from: shown(filter.from), to: shown(filter.to) };
  }
  if (filter.op === 'oneOf') return { ...empty, op: 'oneOf', texts: filter.texts };
  return { ...empty, op: filter.op, text: 'text' in filter ? filter.text : '' };
}

function bound(text: string, kind: FilterKind, end: boolean, { read }: TypedNumbers): number | null {
  if (text.trim() === '') return null;
  if (kind !== 'date') return read(text);
  const day = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(day) ? null : end ? day + DAY_MS - 1 : day; // the whole last day belongs to it
}

/** Whether an end of the range cannot be read; an empty one is open. */
export function isUnread(text: string, kind: FilterKind, numbers: TypedNumbers): boolean {
  return text.trim() !== '' && bound(text, kind, false, numbers) === null;
}

/** Null while the draft says nothing: then there is no filter. */
export function filterOf(
  position: number,
  kind: FilterKind,
  draft: FilterDraft,
  numbers: TypedNumbers,
): RowFilter | null {
  const { op, text, texts } = draft;
  if (op === 'missing' || op === 'notMissing') return { position, op };
  if (op === 'oneOf') return texts.length === 0 ? null : { position, op, texts: [...texts] };
  if (op !== 'between') return text.trim() === '' ? null : { position, op, text };
  const from = bound(draft.from, kind, false, numbers);
  const to = bound(draft.to, kind, true, numbers);
  return from === null && to === null ? null : { position, op, from, to };
}
