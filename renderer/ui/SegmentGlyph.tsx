// A segment's mark: meaning never rests on hue, so letter and shape always come with the colour.
import { useTranslations } from 'use-intl';
import { segmentStyle } from './segmentSlots.ts';

export interface SegmentGlyphProps {
  /** 0..7 = A..H; anything else is “Other”. */
  readonly slot: number;
  /** Edge in px; below 14 the letter is left out. */
  readonly size?: number;
  /** Spoken name; leave out where the segment's name stands beside the glyph. */
  readonly label?: string;
}

/** Letter + shape + colour of a segment. */
export function SegmentGlyph({ slot, size = 18, label }: SegmentGlyphProps) {
  const t = useTranslations('common');
  const mark = segmentStyle(slot);
  const spoken = label ?? '';
  const letter = mark.letter === '' ? t('otherLetter') : mark.letter;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      role={spoken ? 'img' : undefined}
      aria-label={spoken || undefined}
      aria-hidden={spoken ? undefined : true}
    >
      <path
        d={mark.path}
        style={{
          fill: mark.hollow ? 'var(--c-canvas)' : `var(${mark.fill})`,
          stroke: `var(${mark.fill})`,
          strokeWidth: mark.hollow ? 2.4 : 0,
        }}
      />
      {size >= 14 ? (
        <text
          x="10"
          y={mark.letter === 'C' ? 15.4 : mark.letter === 'G' ? 11.6 : 13.7}
          textAnchor="middle"
          style={{
            fill: mark.hollow ? `var(${mark.text})` : `var(${mark.onFill})`,
            font: `680 ${mark.letter === 'C' || mark.letter === 'G' ? 9 : 10.5}px var(--font-ui)`,
          }}
        >
          {letter}
        </text>
      ) : null}
    </svg>
  );
}
