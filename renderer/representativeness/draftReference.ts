// A reference while it is being typed: shares as text, in any unit, brought to 100 % together.
import type { FeatureLevels, Reference, ReferenceInput } from '../../shared/model/reference.ts';
import { shareNumber } from '../../shared/model/referenceRows.ts';

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
export function draftOf(present: FeatureLevels, stored: Reference | undefined): DraftReference {
  const percent = (share: number): string => String(Number((100 * share).toPrecision(6)));
  const rows = stored
    ? stored.shares.map(({ level, share, from, to }) => ({ level, share: percent(share), from, to }))
    : present.levels.map(({ level, from, to }) => ({ level, share: '', from, to }));
  return { name: stored?.name ?? '', source: stored?.source ?? '', levels: draftLevels(present, rows) };
}

/** Sum of what can be read as a number. */
export function draftSum({ levels }: DraftReference): number {
  return levels.reduce((sum, { share }) => sum + (shareNumber(share) ?? 0), 0);
}

/** Null while it cannot be kept: fewer than two levels with words, an unreadable share, or a sum of 0. */
export function inputOf(feature: string, draft: DraftReference): ReferenceInput | null {
  const used = draft.levels.filter(({ level, share }) => level.trim() !== '' && share.trim() !== '');
  const shares = used.map(({ level, share, from, to }) => ({
    level: level.trim(),
    share: shareNumber(share) ?? NaN,
    from,
    to,
  }));
  const readable = shares.every(({ share }) => Number.isFinite(share));
  if (!readable || shares.length < 2 || draftSum(draft) === 0) return null;
  return { feature, name: draft.name.trim(), source: draft.source.trim(), shares };
}
