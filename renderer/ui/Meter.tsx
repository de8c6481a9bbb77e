// Bars without axes: a value against a full length, and a whole cut into parts.
import styles from './marks.module.css';
import { segmentFill } from './segmentSlots.ts';

export interface MeterProps {
  /** 0..1; values outside are clamped for drawing. */
  readonly share: number;
  /** Spoken, with the value: “Stability 0.98”. Empty where the value stands beside it as text. */
  readonly label: string;
  /** 0..1, drawn as a tick, e.g. the 0.75 below which a segment dissolves. */
  readonly tick?: number;
  readonly tone?: 'ink' | 'muted';
  /** Overrides the tone with a segment's colour. */
  readonly slot?: number;
  readonly heightPx?: number;
}

const percent = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`;

/** A horizontal bar of one value between 0 and 1. */
export function Meter({ share, label, tick, tone = 'ink', slot, heightPx = 5 }: MeterProps) {
  const fill = slot === undefined ? {} : { background: segmentFill(slot) };
  return (
    <span
      className={styles.meter}
      data-tone={tone}
      role={label === '' ? undefined : 'img'}
      aria-label={label === '' ? undefined : label}
      aria-hidden={label === '' ? true : undefined}
      style={{ height: heightPx }}
    >
      <span className={styles.meterFill} style={{ width: percent(share), ...fill }} />
      {tick === undefined ? null : (
        <span className={styles.meterTick} style={{ insetInlineStart: percent(tick) }} />
      )}
    </span>
  );
}

export interface SharePart {
  readonly key: string;
  /** Any positive size; parts are drawn in proportion. */
  readonly size: number;
  /** A segment's slot, or a colour expression. */
  readonly slot?: number;
  readonly color?: string;
  /** Shown on hover. */
  readonly title?: string;
}

/** A whole divided into parts, e.g. segments by size. */
export function ShareBar({
  parts,
  label,
  heightPx = 9,
}: {
  readonly parts: readonly SharePart[];
  readonly label: string;
  readonly heightPx?: number;
}) {
  return (
    <span className={styles.shares} role="img" aria-label={label} style={{ height: heightPx }}>
      {parts.map((part) => (
        <span
          key={part.key}
          title={part.title}
          style={{
            flexGrow: Math.max(0, part.size),
            flexBasis: 0,
            background: part.color ?? segmentFill(part.slot ?? -1),
          }}
        />
      ))}
    </span>
  );
}
