// A reference while it is being typed: shares as text, in any unit, brought to 100 % together.
import type { FeatureLevels, Reference, ReferenceInput } from '../../shared/model/reference.ts';
import type { TypedNumbers } from '../ui/index.ts';

export interface DraftLevel {
  /** Stable while the words are being changed. */
  readonly key: number;
  readonly level: string;
  readonly share: string;
  readonly from: number | null;
  readonly to: number | null;
  /** The present share, where the level is one of the feature's own. */
  readonly here: number | null;
}

export interface DraftReference {
  readonly name: string;
  readonly source: string;
  readonly levels: readonly DraftLevel[];
}

type Row = Pick<DraftLevel, 'level' | 'share'> & Partial<DraftLevel>;

const hereOf = (present: FeatureLevels, level: string): number | null =>
  present.levels.find((one) => one.level.toLowerCase() === level.trim().toLowerCase())?.share ?? null;

export function draftLevels(present: FeatureLevels, rows: readonly Row[]): readonly DraftLevel[] {
  return rows.map((row, key) => ({
    from: null,
    to: null,
    ...row,
    key,
    here: hereOf(present, row.level),
  }));
}

/** What is stored, or the present levels without shares. */
export function draftOf(
  present: FeatureLevels,
  stored: Reference | undefined,
  { typed }: TypedNumbers,
): DraftReference {
  const percent = (share: number): string => typed(Number((100 * share).toPrecision(6)));
  const rows = stored
    ? stored.shares.map(({ level, share, from, to }) => ({ level, share: percent(share), from, to }))
    : present.levels.map(({ level, from, to }) => ({ level, share: '', from, to }));
  return { name: stored?.name ?? '', source: stored?.source ?? '', levels: draftLevels(present, rows) };
}

/** A share as one types it, perhaps with a sign for percent; null when it is no number of 0 or more. */
export function shareOf(text: string, { read }: TypedNumbers): number | null {
  const share = read(text.replace(/%\s*$/u, ''));
  return share !== null && share >= 0 ? share : null;
}

/** Sum of what can be read as a number. */
export function draftSum({ levels }: DraftReference, numbers: TypedNumbers): number {
  return levels.reduce((sum, { share }) => sum + (shareOf(share, numbers) ?? 0), 0);
}

/** Null while it cannot be kept: fewer than two levels with words, an unreadable share, or a sum of 0. */
export function inputOf(
  feature: string,
  draft: DraftReference,
  numbers: TypedNumbers,
): ReferenceInput | null {
  const used = draft.levels.filter(({ level, share }) => level.trim() !== '' && share.trim() !== '');
  const shares = used.map(({ level, share, from, to }) => ({
    level: level.trim(),
    share: shareOf(share, numbers) ?? NaN,
    from,
    to,
  }));
  const readable = shares.every(({ share }) => Number.isFinite(share));
  if (!readable || shares.length < 2 || draftSum(draft, numbers) === 0) return null;
  return { feature, name: draft.name.trim(), source: draft.source.trim(), shares };
}
