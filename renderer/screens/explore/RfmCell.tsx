// One cell of the RFM grid: how many customers, whose segment, and the way to that segment.
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { SegmentGlyph, useFigures } from '../../ui/index.ts';
import type { SegmentPart } from './rfmCellParts.ts';

export interface RfmCellProps {
  readonly scores: { readonly recency: number; readonly frequency: number };
  readonly count: number;
  /** Of the fullest cell. */
  readonly share: number;
  /** Mean monetary score; null in an empty cell. */
  readonly mean: number | null;
  /** The segments of its customers, largest first; none where the division is of an earlier version. */
  readonly parts: readonly SegmentPart[];
  /** Room for the mark of the largest. */
  readonly marked: boolean;
  /** Where Tab goes. */
  readonly stop: boolean;
  readonly pickedKey: string | null;
  readonly onPick: (key: string) => void;
  readonly onFocus: () => void;
}

function useTitle({ scores, count, mean, parts }: RfmCellProps): string {
  const t = useTranslations('methods.rfmGrid');
  const figures = useFigures();
  const cell = t('cell', { r: String(scores.recency), f: String(scores.frequency), n: count });
  const spend = mean === null ? [] : [t('mean', { score: figures.decimal(mean, 1) })];
  const segments = parts.map(({ name, n }) => t('part', { name, n: figures.count(n) }));
  return [[cell, ...spend].join(', '), ...(segments.length > 0 ? [segments.join(', ')] : [])].join('. ');
}

/** A click goes to the segment that most of its customers are in, in every view; again takes that back. */
export function RfmCell(props: RfmCellProps) {
  const { count, share, parts, marked, stop, pickedKey, onPick, onFocus } = props;
  const figures = useFigures();
  const title = useTitle(props);
  const [first] = parts;
  const picked = pickedKey !== null && parts.some(({ key }) => key === pickedKey);
  return (
    <td
      role="gridcell"
      data-empty={count === 0 || undefined}
      data-picked={picked || undefined}
      data-faint={(pickedKey !== null && !picked) || undefined}
      style={{ '--share': String(share) } as CSSProperties}
    >
      <button
        type="button"
        title={title}
        aria-label={title}
        aria-pressed={first ? first.key === pickedKey : undefined}
        aria-disabled={first ? undefined : true}
        tabIndex={stop ? 0 : -1}
        onFocus={onFocus}
        onClick={() => (first ? onPick(first.key) : undefined)}
      >
        {marked && first ? <SegmentGlyph slot={first.slot} size={14} /> : null}
        <span>{count === 0 ? '·' : figures.count(count)}</span>
      </button>
    </td>
  );
}
